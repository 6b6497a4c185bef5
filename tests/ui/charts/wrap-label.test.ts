import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf, wrapLabel } from "#app/ui/charts/wrap-label.ts";

describe("wrapping a label", () => {
  it("breaks between characters and keeps Latin words and numbers whole", () => {
    expect(wrapLabel("労働環境の報告書を作る負担が重い", 8)).toEqual([
      "労働環境の報告書",
      "を作る負担が重い",
    ]);
    expect(wrapLabel("予定価格が1,000万円以上の契約", 6)).toEqual([
      "予定価格が",
      "1,000万円以",
      "上の契約",
    ]);
  });

  it("begins no line with a closing mark and ends none with an opening one", () => {
    expect(wrapLabel("報告は重い、しかし必要", 5)).toEqual(["報告は重い、", "しかし必要"]);
    expect(wrapLabel("帳簿など（賃金台帳）", 5)).toEqual(["帳簿など", "（賃金台帳）"]);
  });

  const label = fc.string({
    unit: fc.constantFrom(..."労働報酬下限額の（）「」、。ーっABC019 .,ｱﾞ"),
    maxLength: 60,
  });

  it("loses nothing but white space, and always ends", () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 1, max: 24 }), (text, width) => {
        const squeezed = (value: string) => value.replace(/\s/gu, "");
        expect(squeezed(wrapLabel(text, width).join(""))).toBe(squeezed(text));
      }),
    );
  });

  it("makes no line wider than asked, but for hanging marks", () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 4, max: 24 }), (text, width) => {
        for (const line of wrapLabel(text, width)) {
          const held = line.replace(/[、。）」ーっ.,]+$/u, "").replace(/^[（「]+/u, "");
          expect(widthOf(held)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
