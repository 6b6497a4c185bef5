import exceljs from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { noCoding } from "#app/domain/survey/roster/coding.ts";
import { matchColumns } from "#app/domain/survey/roster/columns.ts";
import { findHeader } from "#app/domain/survey/roster/find-header.ts";
import { readFirms } from "#app/domain/survey/roster/read-firms.ts";
import { readRosterFile } from "#app/files/roster/read-roster-file.ts";
import { zipOf } from "#tests/support/zip.ts";

const header = ["業者番号", "商号又は名称", "法人番号", "〒", "住所", "業種", "規模", "等級"];

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(bytes: Uint8Array, sheet?: string) {
  const file = await readRosterFile(bytes, sheet);
  if (!file.ok) return { refused: file.problems.map(({ message }) => message).join() };
  const table = findHeader(file.value.rows, file.value.isGrid);
  if (!table) return { refused: "no header" };
  const matching = matchColumns(table.header);
  return { file: file.value, table, ...readFirms(table, { matching, coding: noCoding }) };
}

describe("an Excel workbook", () => {
  it("gives numbers as the digits they show, and texts without apostrophes", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("名簿");
      sheet.addRow(["令和8年度 競争入札参加資格者名簿"]);
      sheet.addRow([]);
      sheet.addRow([...header, "登録日"]);
      const row = sheet.addRow([
        7,
        { richText: [{ text: "サンプル" }, { text: "建設", font: { bold: true } }] },
        7_000_012_050_002,
        600_000,
        "'伊賀市サンプル町",
        { formula: '"工"&"事"', result: "工事" },
        350,
        "A",
        new Date("2026-04-01T00:00:00Z"),
      ]);
      row.getCell(1).numFmt = "0000";
      row.getCell(4).numFmt = "[<=999]000;[<=9999]000\\-00;000\\-0000";
    });
    const { firms, faults, table } = { firms: [], faults: [], table: null, ...(await read(bytes)) };
    expect(faults).toEqual([]);
    expect(table?.headerLine).toBe(3);
    expect(firms).toEqual([
      {
        number: "0007",
        name: "サンプル建設",
        corporateNumber: "7000012050002",
        postalCode: "060-0000",
        address: "伊賀市サンプル町",
        sector: "工事",
        size: "大",
        region: "（区分なし）",
        grade: "A",
        tier: "（区分なし）",
      },
    ]);
  });

  it("reports dates, merged cells, lost formulas and errors with their rows", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("名簿");
      sheet.addRow(header);
      sheet.addRow([
        "S1",
        "サンプル1",
        "",
        "518-0000",
        "伊賀市1",
        "工事",
        "小",
        new Date("2026-01-02"),
      ]);
      sheet.addRow(["S2", "サンプル2", "", "518-0000", "伊賀市2", "工事", "小", "A"]);
      sheet.addRow(["S3", "サンプル3", "", "518-0000", "伊賀市3", "工事", "小", "A"]);
      sheet.addRow(["S4", { formula: "B99" }, "", "518-0000", "伊賀市4", "工事", "小", "A"]);
      sheet.addRow(["S5", { error: "#N/A" }, "", "518-0000", "伊賀市5", "工事", "小", "A"]);
      sheet.mergeCells("E3:E4");
    });
    const { faults } = { faults: [], ...(await read(bytes)) };
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, "等級"],
      [2, "等級"],
      [3, "住所"],
      [4, "所在地"],
      [5, "商号又は名称"],
      [5, "事業者名"],
      [6, "事業者名"],
    ]);
    const messages = faults.map(({ message }) => message).join("\n");
    expect(messages).toContain("日付になっています");
    expect(messages).toContain("結合されています（E3:E4）");
    expect(messages).toContain("計算式の結果がありません");
    expect(messages).toContain("計算の誤り（#N/A）");
  });

  it("takes the sheet that looks like a roster, says so, and takes another when asked", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("説明").addRow(["この名簿について"]);
      book
        .addWorksheet("R8")
        .addRows([header, ["S1", "サ1", "", "5180000", "伊賀市", "工事", "小", "A"]]);
      book
        .addWorksheet("R7")
        .addRows([header, ["S2", "サ2", "", "5180000", "伊賀市", "工事", "小", "A"]]);
      book.addWorksheet("隠し", { state: "hidden" }).addRow(header);
    });
    const first = { file: null, firms: [], ...(await read(bytes)) };
    expect(first.file).toMatchObject({ sheet: "R8", sheets: ["説明", "R8", "R7"], doubtful: true });
    const second = { file: null, firms: [], ...(await read(bytes, "R7")) };
    expect(second.file).toMatchObject({ sheet: "R7", doubtful: false });
    expect(second.firms[0]).toMatchObject({ number: "S2" });
  });

  it("reads shared texts without their ふりがな, and prefixes of other programs", async () => {
    const rels =
      '<Relationships><Relationship Id="r1" Target="/xl/worksheets/a.xml"/></Relationships>';
    const cells = header.map((_, place) => `<x:c t="s"><x:v>${place}</x:v></x:c>`).join("");
    const texts = header
      .map((text) => `<x:si><x:t>${text}</x:t><x:rPh sb="0"><x:t>フリガナ</x:t></x:rPh></x:si>`)
      .join("");
    const sheetData = `<x:sheetData><x:row>${cells}</x:row><x:row hidden="1"><x:c t="inlineStr"><x:is><x:t>S1</x:t></x:is></x:c></x:row></x:sheetData>`;
    const bytes = zipOf({
      "xl/workbook.xml":
        '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="a" r:id="r1"/></x:sheets></x:workbook>',
      "xl/_rels/workbook.xml.rels": rels,
      "xl/sharedStrings.xml": `<x:sst>${texts}</x:sst>`,
      "xl/worksheets/a.xml": `<x:worksheet>${sheetData}</x:worksheet>`,
    });
    const { table, file, faults } = { table: null, file: null, faults: [], ...(await read(bytes)) };
    expect(table?.header).toEqual(header);
    expect(file?.hiddenRows).toBe(1);
    expect(faults.every(({ line }) => line === 2)).toBe(true);
  });
});

describe("files that are no roster", () => {
  const rels = '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>';
  const book = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';
  const made = (sheet: string, told?: number) =>
    zipOf(
      {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": rels,
        "xl/worksheets/a.xml": sheet,
      },
      told === undefined ? {} : { told },
    );
  const rows = (count: number, row: string) =>
    `<worksheet><sheetData>${row.repeat(count)}</sheetData></worksheet>`;
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const ole = (text: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1000),
      Buffer.from(text, "utf16le"),
    ]);
  const cases: [string, () => Uint8Array, string][] = [
    ["an empty file", () => new Uint8Array(), "1件もありません"],
    ["an empty sheet", () => made("<worksheet/>"), "1件もありません"],
    ["a picture", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "文字"],
    ["a workbook with a password", () => ole("EncryptedPackage"), "パスワードを外して"],
    ["an old .xls", () => ole("Workbook"), "古い形式（.xls）"],
    [
      "a Word document",
      () => zipOf({ "word/document.xml": "<w/>" }),
      "Excelのブックではありません",
    ],
    ["a binary workbook", () => zipOf({ "xl/workbook.bin": "x" }), ".xlsb"],
    [
      "a cut archive",
      () => made(rows(9, "<row/>")).slice(0, 300),
      "Excelのファイルとして読めません",
    ],
    ["broken XML", () => made("<worksheet><sheetData><row>"), "Excelのファイルとして読めません"],
    [
      "entities that multiply",
      () => made('<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'),
      "Excelのファイルとして読めません",
    ],
    ["a zip bomb", () => made(" ".repeat(101 * 1024 * 1024)), "大きすぎます"],
    [
      "a zip bomb that lies",
      () => made(" ".repeat(90 * 1024 * 1024), 1_000),
      "Excelのファイルとして読めません",
    ],
    ["too many rows", () => made(rows(50_021, `<row>${cell("a")}</row>`)), "50,000件まで"],
    ["too many columns", () => made(rows(1, `<row>${cell("a").repeat(100)}</row>`)), "60列まで"],
    [
      "a cell far to the right",
      () => made('<worksheet><c r="XFD1"><v>1</v></c></worksheet>'),
      "60列まで",
    ],
    ["UTF-16", () => Buffer.from(`\uFEFF${header.join()}`, "utf16le"), "UTF-16"],
    ["an open quote", () => Buffer.from(`${header.join()}\n"S1,サンプル`), "引用符"],
    ["100 columns", () => Buffer.from(`${"a,".repeat(100)}\n`), "60列まで"],
  ];
  it.each(cases)("%s", async (_, make, words) => {
    const { refused } = { refused: "", ...(await read(make())) };
    expect(refused).toContain(words);
  });

  it("EUC-JP, whose headings no column is found for", async () => {
    const bytes = iconv.encode(
      `${header.join()}\nS1,サンプル,,518-0000,伊賀市,工事,小,A`,
      "euc-jp",
    );
    const result = { refused: "", problems: [""], ...(await read(bytes)) };
    expect(result.refused + result.problems.join()).toMatch(/文字を読めません|列がありません/);
  });
});
