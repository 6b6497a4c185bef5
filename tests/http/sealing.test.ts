import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, openDraft, sealDraft } from "#app/http/answering-draft.ts";
import { answerKeys } from "#app/http/answering-keys.ts";
import { seal, unseal } from "#app/http/sealing.ts";

const code = "ABCD-EFGH-JKLM-NPQR";
const invitation = "6f1f2c1e-0000-4000-8000-000000000001";
const draft: Draft = { answers: { q1: "はい" }, page: 2, locale: "ja", edition: 1 };

describe("the keys of a code", () => {
  it("are the same each time and different for each code", () => {
    expect(answerKeys(code)).toEqual(answerKeys(code));
    const other = answerKeys("ABCD-EFGH-JKLM-NPQS");
    expect(other.receiptNumber).not.toBe(answerKeys(code).receiptNumber);
    expect(other.draftKey).not.toEqual(answerKeys(code).draftKey);
    expect(answerKeys(code).receiptNumber).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  });
});

describe("a sealed draft", () => {
  const { draftKey } = answerKeys(code);

  it("opens under its own code and invitation alone", () => {
    const sealed = sealDraft(draftKey, invitation, draft);
    expect(openDraft(draftKey, invitation, sealed)).toEqual(draft);
    expect(openDraft(answerKeys("ABCD-EFGH-JKLM-NPQS").draftKey, invitation, sealed)).toBe(
      undefined,
    );
    expect(openDraft(draftKey, `${invitation.slice(0, -1)}2`, sealed)).toBe(undefined);
    expect(Buffer.from(sealed).toString("latin1")).not.toContain("q1");
  });

  it("does not open when a single bit was changed, and never throws on other bytes", () => {
    const sealed = sealDraft(draftKey, invitation, draft);
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(openDraft(draftKey, invitation, changed)).toBe(undefined);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1200 }), (bytes) => {
        expect(unseal(draftKey, invitation, bytes)).toBe(undefined);
      }),
    );
  });

  it("gives every text back, in whole kilobytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 3000 }), (text) => {
        const sealed = seal(draftKey, invitation, text);
        expect(unseal(draftKey, invitation, sealed)).toBe(text);
        expect((sealed.length - 29) % 1024).toBe(0);
      }),
    );
  });
});
