import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCode, newReceiptNumber, normalizeCode } from "#app/domain/survey/index.ts";

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

function messageOf(typed: string): string {
  const checked = normalizeCode(typed);
  return checked.ok ? "" : (checked.problems[0]?.message ?? "");
}

describe("invitation codes", () => {
  it("are four groups of four without 0, O, 1 and I", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(newCode(random)).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
      }),
    );
  });

  it("hold five bits of every byte, 75 in all", () => {
    fc.assert(
      fc.property(bytes, fc.nat(14), fc.nat(4), (random, place, bit) => {
        const other = Uint8Array.from(random);
        other[place] = (other[place] ?? 0) ^ (1 << bit);
        expect(newCode(other)).not.toBe(newCode(random));
      }),
    );
    expect(() => newCode(new Uint8Array(14))).toThrow(RangeError);
  });

  it("are read back however they are typed", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom("", "-", " ", "　", "ー", "－", "―"), (random, gap) => {
        const code = newCode(random);
        const fullWidth = code.replace(/[0-9A-Z]/g, (character) =>
          String.fromCharCode(character.charCodeAt(0) + 0xfee0),
        );
        for (const typed of [code, code.toLowerCase(), fullWidth, fullWidth.toLowerCase()]) {
          expect(normalizeCode(` ${typed.replaceAll("-", gap)}\n`)).toEqual({
            ok: true,
            value: code,
          });
        }
      }),
    );
  });

  it("notice any one wrong character", () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.constantFrom(...alphabet), (random, place, wrong) => {
        const plain = newCode(random).replaceAll("-", "");
        fc.pre(plain[place] !== wrong);
        const typed = plain.slice(0, place) + wrong + plain.slice(place + 1);
        expect(messageOf(typed)).toContain("コードが正しくありません");
      }),
    );
  });

  it("notice any two characters exchanged", () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(15), (random, one, two) => {
        const characters = [...newCode(random).replaceAll("-", "")];
        const [a = "", b = ""] = [characters[one], characters[two]];
        fc.pre(a !== b);
        characters[one] = b;
        characters[two] = a;
        expect(normalizeCode(characters.join("")).ok).toBe(false);
      }),
    );
  });

  it("tell the person what is wrong", () => {
    expect(messageOf("")).toBe("コードを入力してください。依頼文に書かれています。");
    expect(messageOf("ABCD-EFGH-JKLM")).toContain("コードは16文字です（今は12文字です）");
    expect(messageOf("ABCD-EFGH-JKLM-NP0R")).toContain("使われない文字「0」");
    expect(messageOf("あいうえ")).toContain("使われない文字「あ」");
    expect(messageOf("A".repeat(100_000)).length).toBeLessThan(200);
  });
});

describe("receipt numbers", () => {
  it("are three groups of four, never mistaken for a code", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 11, maxLength: 11 }), (random) => {
        const receipt = newReceiptNumber(random);
        expect(receipt).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
        expect(normalizeCode(receipt).ok).toBe(false);
      }),
    );
  });
});
