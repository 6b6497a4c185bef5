import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  matchColumns,
  matchedFields,
  rosterColumns,
  rosterFields,
} from "#app/domain/survey/roster/columns.ts";
import { findHeader } from "#app/domain/survey/roster/find-header.ts";

describe("the columns of a roster", () => {
  it.each([
    [["No.", "商 号 又 は 名 称", "〒", "本店所在地", "ランク"], "0 1 - 2 3 - - - 4 -"],
    [
      ["会社名（カナ除く）", "郵便番号※", "住所(本店)", "元請／下請", "従業員数"],
      "- 0 - 1 2 - 4 - - 3",
    ],
    [["ｺｰﾄﾞ", "電話", "ＦＡＸ"], "- - - - - - - - - -"],
    // Of two that fit, the surer heading; of equal ones, the first.
    [["住所", "所在地", "名称", "事業者名", "所在地"], "- 3 - - 1 - - - - -"],
  ])("are known by the headings %j", (header, places) => {
    const matching = matchColumns(header);
    expect(rosterFields.map((field) => matching[field] ?? "-").join(" ")).toBe(places);
  });

  it("are all found in any order among others, whichever heading each has", () => {
    const headings = fc.tuple(
      ...rosterFields.map((field) => fc.constantFrom(...rosterColumns[field])),
    );
    fc.assert(
      fc.property(
        headings,
        fc.array(fc.constantFrom("備考", "電話", "")),
        fc.nat(),
        (own, others, turn) => {
          const all = [...own, ...others];
          const cut = turn % all.length;
          const header = [...all.slice(cut), ...all.slice(0, cut)];
          const matching = matchColumns(header);
          expect(matchedFields(matching)).toBe(rosterFields.length);
          for (const [index, field] of rosterFields.entries()) {
            expect(header[matching[field] ?? -1]).toBe(own[index]);
          }
        },
      ),
    );
  });

  it("are looked for below titles, and in the first row where nothing is known", () => {
    const rows = [["令和8年度名簿"], ["", "2026年4月1日"], ["会社名", "住所"], ["甲", "乙"]].map(
      (cells, index) => ({ line: index + 1, cells }),
    );
    expect(findHeader(rows)).toMatchObject({ headerLine: 3, header: ["会社名", "住所"] });
    expect(findHeader(rows.slice(3))).toMatchObject({ headerLine: 4, rows: [] });
    expect(findHeader([])).toBeUndefined();
  });
});
