import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressBlock } from "#app/domain/survey/letters/address-block.ts";
import { breakLines } from "#app/domain/survey/letters/break-lines.ts";
import { textWidth } from "#app/domain/survey/letters/char-width.ts";

describe("lines of an address", () => {
  test("break at spaces where they can, and keep numbers whole", () => {
    expect(breakLines("三重県伊賀市サンプル町123番地", 20)).toEqual([
      "三重県伊賀市サンプル町123番地",
    ]);
    expect(breakLines("三重県伊賀市サンプル町123番地　サンプルビル3階", 16)).toEqual([
      "三重県伊賀市サンプル町123番地",
      "サンプルビル3階",
    ]);
    expect(breakLines("三重県伊賀市上野丸之内1234番地", 11.5)).toEqual([
      "三重県伊賀市上野丸之内",
      "1234番地",
    ]);
  });

  test("never begin with a long vowel mark or a closing bracket", () => {
    expect(breakLines("株式会社サンプルビルダー建設", 11)).toEqual([
      "株式会社サンプルビル",
      "ダー建設",
    ]);
    expect(breakLines("伊賀建設（サンプル）組合連合会", 9)).toEqual([
      "伊賀建設（サンプ",
      "ル）組合連合会",
    ]);
  });

  test("lose nothing but spaces and keep to the width, whatever the text", () => {
    const character = fc.constantFrom(
      ..."三重県伊賀市ーァ（）「」1234ABCx-　 、。𠮷髙ﾊﾞ葛\u{e0100}",
    );
    const text = fc.array(character, { maxLength: 80 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (written, width) => {
        const lines = breakLines(written, width);
        const bare = (value: string) => value.replace(/[\s\u3000]/gu, "");
        expect(lines.map(bare).join("")).toBe(bare(written));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("the address in the window", () => {
  const firm = {
    number: "T00001",
    name: "株式会社サンプル建設",
    postalCode: "518-0000",
    address: "三重県伊賀市サンプル町1番地",
  };

  test("is set large when it is short, smaller when it is long, and says when it does not fit", () => {
    expect(addressBlock(firm)).toEqual({
      number: "T00001",
      postalCode: "518-0000",
      address: ["三重県伊賀市サンプル町1番地"],
      addressSize: 10,
      name: ["株式会社サンプル建設　御中"],
      nameSize: 12,
      fits: true,
    });
    const longer = addressBlock({ ...firm, address: "三重県伊賀市サンプル町".repeat(5) });
    expect(longer.fits).toBe(true);
    expect(longer.addressSize).toBeLessThan(10);
    expect(longer.address.join("")).toBe("三重県伊賀市サンプル町".repeat(5));
    const never = addressBlock({ ...firm, name: "長い名称".repeat(50), address: "長".repeat(300) });
    expect(never.fits).toBe(false);
    expect(never.name.join("")).toContain("御中");
  });
});
