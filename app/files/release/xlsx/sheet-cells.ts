import type exceljs from "exceljs";
import type { FigureCell } from "../figure-line.ts";

/** A cell's text; numbers and empty cells have none. Rows count from 1; row 0 has none. */
export function textAt(sheet: exceljs.Worksheet, row: number, column: number): string {
  if (row < 1) return "";
  const { value } = sheet.getCell(row, column);
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object" && "richText" in value) {
    return value.richText.map(({ text }) => text).join("");
  }
  return "";
}

/** A figure: a number, x, or none. */
export function figureAt(sheet: exceljs.Worksheet, row: number, column: number): FigureCell {
  if (row < 1) return null;
  const { value } = sheet.getCell(row, column);
  if (typeof value === "number") return value;
  return value === "x" ? "x" : null;
}

/** As `figureAt`, where nothing is ever hidden. */
export function numberAt(sheet: exceljs.Worksheet, row: number, column: number): number | null {
  const figure = figureAt(sheet, row, column);
  return figure === "x" ? null : figure;
}

/** A text that goes on in the cells to its right. */
export function textFrom(sheet: exceljs.Worksheet, row: number, column: number): string {
  const { cellCount } = sheet.getRow(row);
  const count = Math.max(0, cellCount - column + 1);
  return Array.from({ length: count }, (_, index) => textAt(sheet, row, column + index)).join("");
}
