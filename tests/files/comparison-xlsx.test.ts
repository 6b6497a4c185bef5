import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { comparisonXlsx } from "#app/files/comparison-xlsx.ts";
import { comparedTexts, joined, marked, samplePaper } from "#tests/support/sample-comparison.ts";

async function read(paper = samplePaper()) {
  const workbook = new exceljs.Workbook();
  const bytes = await comparisonXlsx(paper);
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("a sheet");
  return sheet;
}

/** A cell with what is underlined in brackets; line feeds and indents left out. */
function markedCell(cell: exceljs.Cell): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value !== "object" || !("richText" in value)) return String(value);
  const runs = value.richText.map(({ text, font }) => ({
    text: text.replace("\n", ""),
    changed: font?.underline === true,
  }));
  return joined(runs);
}

const flat = (text: string) => text.replace(/[\n　]/g, "");

describe("the Excel workbook of a comparison", () => {
  it("says and underlines exactly what the table does, with what happened beside it", async () => {
    const paper = samplePaper({ newSide: "left" });
    const sheet = await read(paper);
    const cells = (row: number) =>
      [1, 2, 3].map((column) => markedCell(sheet.getCell(row, column)));
    expect(cells(1)).toEqual(["伊賀市公契約条例（案）新旧対照表", "", "サンプル"]);
    expect(cells(3)).toEqual([...paper.heads, "変更の内容"]);
    const rows = paper.rows.map((_, index) => cells(index + 4).map(flat));
    expect(rows).toEqual(
      paper.rows.map(({ left, right, change }) => [marked(left), marked(right), change].map(flat)),
    );
    expect(rows.flat()).toContain("(5)［第19条］の規定により不利益な取扱いが禁止されていること。");
  });

  it("prints on A4 landscape, one page wide, its heads on every page", async () => {
    const sheet = await read();
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "3:3",
    });
    expect(sheet.headerFooter).toMatchObject({ oddFooter: "&C&P / &N", oddHeader: "&Rサンプル" });
    expect((await read(samplePaper({ isSample: false }))).getCell("C1").value).toBe("");
  });

  it("lets a very long provision go on in the next row, none higher than Excel has", async () => {
    const long = "市長は、受注者に対し、必要な措置を講ずるよう求めることができる。".repeat(60);
    const before = `第1条　${long}`;
    const paper = samplePaper({}, comparedTexts(before, `${before}市は、公表する。`));
    const sheet = await read(paper);
    let text = "";
    for (let row = 4; sheet.getCell(row, 2).border?.left; row += 1) {
      expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
      text += markedCell(sheet.getCell(row, 2));
    }
    expect(text).toBe(`第1条　${long}［市は、公表する。］`);
  });

  it("never holds a formula", async () => {
    const before = "第1条　=HYPERLINK(1)と公表する。";
    const sheet = await read(
      samplePaper({}, comparedTexts(before, before.replace("公表", "調査"))),
    );
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(exceljs.ValueType.Formula);
      }),
    );
  });
});
