import type exceljs from "exceljs";
import type { FigureCell } from "../figure-line.ts";
import { cellPieces, xlsxText } from "./cell-text.ts";
import type { PlannedSheet } from "./sheet-plan.ts";
import { bold, formats, framed, gothic, headFill, heading, link, onPaper } from "./styles.ts";

/** A cell of a table: a text, or a figure with how it is shown. */
export type SheetCell = string | { figure: FigureCell; as: keyof typeof formats };

/** Where the words above a table stand. */
export const titleRow = 1;
export const factsRow = 2;
const indexLinkRow = 3;
/** The first row of a table's heads. */
export const headRow = 5;

export const indexName = "目次";

/** What every sheet of a workbook says alike. */
export interface SheetContext {
  /** 集計版2（確報）, with the remark of a sample. */
  facts: string;
  remark: string;
  reason: string;
}

/** 問5 and a space, before the question's title. */
export const questionMark = (question: number) => `問${question}　`;

/** Lines that fit a page: heads are repeated beyond. LibreOffice is slow where all sheets do so. */
const onePage = 30;

/** How a sheet is laid out. */
export interface SheetShape {
  /** Rows of heads, which stay in view and are printed on every page. */
  heads: number;
  /** Columns that say what a row is; they stay in view. */
  labels: number;
  landscape: boolean;
  /** Of the first columns, in half-width characters. */
  widths: readonly number[];
}

/** Adds an empty sheet with its widths, its print set-up and the words above the table. */
export function addTableSheet(
  workbook: exceljs.Workbook,
  { name, kind, title, question, lines }: PlannedSheet,
  context: SheetContext,
  { heads, labels, landscape, widths }: SheetShape,
): exceljs.Worksheet {
  const last = headRow + heads - 1;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: labels, ySplit: last, showGridLines: false }],
    pageSetup: {
      ...onPaper,
      orientation: landscape ? "landscape" : "portrait",
      ...(heads > 0 && lines.length > onePage ? { printTitlesRow: `1:${last}` } : {}),
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${printed(`${context.facts}　${name}`)}&R${printed(context.remark)}`,
      oddFooter: "&C&P / &N",
    },
  });
  const asked = question === null ? kind : `${questionMark(question)}${title}`;
  for (const [index, piece] of cellPieces(asked).entries()) {
    const cell = sheet.getCell(titleRow, index + 1);
    cell.value = xlsxText(piece);
    cell.font = heading;
  }
  const facts = [kind, context.facts, context.remark].filter((part) => part !== "");
  const cell = sheet.getCell(factsRow, 1);
  cell.value = facts.join("　");
  cell.font = gothic;
  linkTo(sheet.getCell(indexLinkRow, 1), indexName, "目次に戻る");
  const reason = sheet.getCell(indexLinkRow, 2);
  reason.value = context.reason;
  reason.font = gothic;
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  return sheet;
}

/** Writes a row of heads. */
export function writeHeads(sheet: exceljs.Worksheet, row: number, texts: readonly string[]): void {
  for (const [index, text] of texts.entries()) {
    const cell = sheet.getCell(row, index + 1);
    if (text !== "") cell.value = xlsxText(text);
    cell.font = bold;
    cell.fill = headFill;
    cell.border = framed;
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  }
  setHeight(sheet, row, texts);
}

/** Writes a row of a table: numbers as numbers, hidden ones as x. */
export function writeRow(sheet: exceljs.Worksheet, row: number, cells: readonly SheetCell[]): void {
  for (const [index, content] of cells.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.font = gothic;
    cell.border = framed;
    if (typeof content === "string") {
      if (content !== "") cell.value = xlsxText(content);
      cell.alignment = { vertical: "top", wrapText: true };
    } else {
      cell.value = content.figure;
      cell.numFmt = formats[content.as];
      cell.alignment = { vertical: "top", horizontal: "right" };
    }
  }
  setHeight(
    sheet,
    row,
    cells.map((content) => (typeof content === "string" ? content : "")),
  );
}

/** Points a line takes, and the most that Excel allows a row. */
const [lineHeight, highest] = [14, 409];

/** Not every program finds the height of a row itself, and those that do take long for it. */
export function setHeight(sheet: exceljs.Worksheet, row: number, texts: readonly string[]): void {
  const lines = texts.map((text, index) => {
    const { isMerged } = sheet.getCell(row, index + 1);
    const width = (sheet.getColumn(index + 1).width ?? 9) * (isMerged ? 2 : 1) - 1;
    const parts = text.slice(0, 5_000).split("\n");
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / width)), 0);
  });
  const most = Math.max(1, ...lines);
  sheet.getRow(row).height = Math.min(highest, most * lineHeight + 2);
}

/** In half-width characters, as the width of a column counts. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character <= "\u00ff" ? 1 : 2;
  return width;
}

/** A cell that leads to the beginning of a sheet. */
export function linkTo(cell: exceljs.Cell, sheet: string, text: string): void {
  cell.value = { text, hyperlink: `#'${sheet.replaceAll("'", "''")}'!A1` };
  cell.font = link;
}

/** In headers and footers & begins a code, and 255 characters are the most. */
function printed(text: string): string {
  return text.replaceAll("&", "&&").slice(0, 100);
}
