import type exceljs from "exceljs";
import { hiddenOf } from "../hidden.ts";
import { xlsxText } from "./cell-text.ts";
import type { PlannedSheet } from "./sheet-plan.ts";
import { bold, gothic, heading, onPaper } from "./styles.ts";
import {
  indexName,
  linkTo,
  questionMark,
  type SheetContext,
  setHeight,
  writeHeads,
  writeRow,
} from "./table-sheet.ts";

/** The rows above the list. */
const listRow = 4;
export const aboutName = "説明";

/** The list of all sheets, with a link to each and how many of its lines have a hidden cell. */
export function addIndexSheet(
  workbook: exceljs.Workbook,
  title: string,
  sheets: readonly PlannedSheet[],
  { facts, remark }: SheetContext,
): void {
  const sheet = workbook.addWorksheet(indexName, {
    views: [{ state: "frozen", ySplit: listRow, showGridLines: false }],
    pageSetup: {
      ...onPaper,
      orientation: "portrait",
      printTitlesRow: `1:${listRow}`,
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  sheet.columns = [{ width: 24 }, { width: 20 }, { width: 70 }, { width: 14 }];
  sheet.getCell(1, 1).value = xlsxText(title);
  sheet.getCell(1, 1).font = heading;
  sheet.getCell(2, 1).value = [facts, remark].filter((part) => part !== "").join("　");
  sheet.getCell(2, 1).font = bold;
  writeHeads(sheet, listRow, ["シート", "表", "設問", "伏せた数のある行"]);
  writeRow(sheet, listRow + 1, ["", "この集計の説明", "", ""]);
  linkTo(sheet.getCell(listRow + 1, 1), aboutName, aboutName);
  for (const [index, { name, kind, question, title: asked, lines }] of sheets.entries()) {
    const row = listRow + 2 + index;
    const hidden = lines.filter((line) => hiddenOf(line) !== "").length;
    const named = question === null ? "" : `${questionMark(question)}${asked.slice(0, 200)}`;
    writeRow(sheet, row, ["", kind, named, { figure: hidden, as: "count" }]);
    linkTo(sheet.getCell(row, 1), name, name);
  }
}

/** What the release is and how its tables are to be read; `rows` are names with their words. */
export function addAboutSheet(
  workbook: exceljs.Workbook,
  rows: readonly (readonly [name: string, words: string | number])[],
): void {
  const sheet = workbook.addWorksheet(aboutName, {
    views: [{ showGridLines: false }],
    pageSetup: { ...onPaper, orientation: "portrait" },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  sheet.columns = [{ width: 26 }, { width: 90 }];
  for (const [name, words] of rows) {
    const row = sheet.addRow([name, typeof words === "number" ? words : xlsxText(words)]);
    row.getCell(1).font = bold;
    row.getCell(2).font = gothic;
    row.alignment = { vertical: "top", wrapText: true, horizontal: "left" };
    setHeight(sheet, row.number, [name, String(words)]);
  }
}
