import exceljs from "exceljs";
import type { PaperLine, PaperTable } from "#app/domain/comparison/index.ts";
import { heightOf, sheetRows } from "./comparison/sheet-rows.ts";

const mincho = { name: "ＭＳ 明朝", size: 10.5 };
const gothic = { name: "ＭＳ ゴシック", size: 10.5, bold: true };
const line: exceljs.Border = { style: "thin", color: { argb: "FF000000" } };
const hairline: exceljs.Border = { style: "hair", color: { argb: "FF808080" } };

/** The rows above the table's heads: title and an empty one. */
const headRow = 3;

/**
 * A 新旧対照表 as the bytes of an Excel workbook: one row a provision, changed words underlined,
 * what happened beside it, A4 landscape with the heads on every page.
 */
export async function comparisonXlsx(table: PaperTable): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.title = table.title;
  workbook.creator = "公共調達のあり方審議会";
  const sheet = workbook.addWorksheet("新旧対照表", {
    views: [{ state: "frozen", ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddFooter: "&C&P / &N",
      ...(table.isSample ? { oddHeader: "&Rサンプル" } : {}),
    },
  });
  sheet.columns = [{ width: 66 }, { width: 66 }, { width: 16 }];
  addTitle(sheet, table);
  addHeads(sheet, table);
  const rows = table.rows.flatMap(sheetRows);
  for (const [index, row] of rows.entries()) {
    const added = sheet.addRow([
      cellValue(row.left, row.isHeading),
      cellValue(row.right, row.isHeading),
      row.change,
    ]);
    added.height = Math.max(heightOf(row.left), heightOf(row.right));
    const isLast = index === rows.length - 1;
    added.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.font = { ...mincho };
      const indent = column < 3 ? depthOf(row) : 0;
      cell.alignment = { wrapText: true, vertical: "top", indent };
      cell.border = {
        left: line,
        right: line,
        ...(row.starts && index > 0 ? { top: hairline } : {}),
        ...(isLast ? { bottom: line } : {}),
      };
    });
  }
  for (const remark of table.remarks) sheet.addRow([remark]).font = { ...mincho, size: 9 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTitle(sheet: exceljs.Worksheet, { title, isSample }: PaperTable): void {
  const row = sheet.addRow([title, "", isSample ? "サンプル" : ""]);
  row.getCell(1).font = { ...gothic, size: 14 };
  row.getCell(3).font = { ...gothic };
  row.getCell(3).alignment = { horizontal: "right" };
  sheet.addRow([]);
}

function addHeads(sheet: exceljs.Worksheet, { heads }: PaperTable): void {
  sheet.addRow([...heads, "変更の内容"]).eachCell((cell) => {
    cell.font = { ...gothic };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFECECEC" } };
    cell.border = { left: line, right: line, top: line, bottom: line };
  });
}

/** How deep a row is moved in: that of its own lines, which follow a caption. */
function depthOf({ left, right }: { left: PaperLine[]; right: PaperLine[] }): number {
  return Math.max(left.at(-1)?.indent ?? 0, right.at(-1)?.indent ?? 0);
}

/** Lines as one cell. Rich text is never run as a formula, whatever it begins with. */
function cellValue(lines: readonly PaperLine[], isHeading: boolean): exceljs.CellValue {
  const font = isHeading ? gothic : mincho;
  const own = lines.at(-1)?.indent ?? 0;
  const richText = lines.flatMap(({ indent, runs }, index): exceljs.RichText[] => [
    { font, text: (index > 0 ? "\n" : "") + "　".repeat(Math.max(0, indent - own)) },
    ...runs.map(({ text, changed }) => ({
      font: changed ? { ...font, underline: true } : font,
      text,
    })),
  ]);
  const shown = richText.filter(({ text }) => text !== "");
  return shown.length === 0 ? null : { richText: shown };
}
