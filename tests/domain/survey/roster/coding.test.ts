import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stratumAxes, stratumCodes } from "#app/domain/survey/index.ts";
import { cellText, textFault } from "#app/domain/survey/roster/cell-text.ts";
import { cellCoder, codeOf, foundValue, noCoding } from "#app/domain/survey/roster/coding.ts";

describe("the values of a stratum", () => {
  it.each([
    ["sector", "建設 工事", "工事"],
    ["grade", "Ａランク", "A"],
    ["grade", "－", "なし"],
    ["tier", "元請け", "元請"],
    ["region", "市内（業者）", undefined],
    ["size", "1,234名", "大"],
    ["size", "２０", "小"],
    ["size", "300人", "中"],
    ["grade", "", undefined],
    ["sector", "constructor", undefined],
  ] as const)("%s 「%s」 is %s", (axis, cell, code) => {
    expect(codeOf(axis, foundValue(axis, cell), noCoding)).toBe(code);
  });

  it("are their own code where they are one, and what the clerk chose before all", () => {
    for (const { axis } of stratumAxes) {
      for (const code of stratumCodes[axis]) {
        expect(codeOf(axis, foundValue(axis, ` ${code} `), noCoding)).toBe(code);
        const chosen = { ...noCoding, [axis]: { [code]: "不明" } };
        expect(cellCoder(chosen)(axis, code)).toEqual({ found: code, code: "不明" });
      }
    }
  });

  it("are coded alike whether seen before or not", () => {
    const cells = fc.array(
      fc.oneof(fc.constantFrom("工事", "建設業", "土木", "", "20人", "'小"), fc.string()),
    );
    const axis = fc.constantFrom(...stratumAxes.map((stratum) => stratum.axis));
    fc.assert(
      fc.property(cells, axis, (all, stratum) => {
        const code = cellCoder(noCoding);
        for (const cell of [...all, ...all]) {
          expect(code(stratum, cell)).toEqual(cellCoder(noCoding)(stratum, cell));
        }
      }),
    );
  });
});

describe("a cell's text", () => {
  it.each([
    [" '0123 ", "0123"],
    ["'", "'"],
    ["　サンプル　", "サンプル"],
    [undefined, ""],
  ])("%j is %j", (cell, text) => expect(cellText(cell)).toBe(text));

  it.each([
    ["", "空です"],
    ["長".repeat(11), "長すぎます。10字まで"],
    ["甲\t乙", "使えない文字"],
    ["甲\u2028乙", "使えない文字"],
    ["甲\u200b乙", "目に見えない文字"],
    ["甲\ud842", "壊れた文字"],
    ["\ue000", "外字"],
    ["#N/A", "計算の誤り"],
  ])("%j is refused", (text, words) => expect(textFault(text, 10)).toContain(words));

  it.each(["㈱髙橋①", "𠮷野建設", "Ｎo.1 Ltd."])("%s is taken", (text) =>
    expect(textFault(text, 20)).toBeUndefined(),
  );
});
