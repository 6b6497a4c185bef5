import type exceljs from "exceljs";
import type { FigureLine } from "../figure-line.ts";
import { axisMark, crossedWith, gridLabels } from "./grid-sheet.ts";
import { readBases, type VariableRows, variableRows } from "./read-single.ts";
import { figureAt, numberAt, textAt } from "./sheet-cells.ts";
import { headRow } from "./table-sheet.ts";

/** A question by the strata of one axis: one block, or several with heads of their own. */
export function readStrata(sheet: exceljs.Worksheet, base: FigureLine): FigureLine[] {
  const lines: FigureLine[] = [];
  for (let row = headRow; row <= sheet.rowCount; row += 1) {
    if (textAt(sheet, row, 1) !== axisMark || textAt(sheet, row + 1, 1) !== gridLabels[0]) continue;
    const columns = columnsOf(sheet, row);
    const of = {
      ...base,
      table: "層別" as const,
      axis: textAt(sheet, row, 2),
      axisText: textAt(sheet, row, 4),
    };
    for (const rows of variableRows(sheet, row + 2)) {
      for (const { column, text } of columns) {
        lines.push(...readStratum(sheet, { ...of, stratumKey: text, stratum: text }, rows, column));
      }
    }
  }
  return lines;
}

/** The cells of a stratum, and its mean where the table has one. */
function readStratum(
  sheet: exceljs.Worksheet,
  whole: FigureLine,
  rows: VariableRows,
  column: number,
): FigureLine[] {
  const lines = readColumn(sheet, whole, rows, column);
  const mean = rows.bases.find((row) => textAt(sheet, row, 4) === "平均");
  if (mean === undefined) return lines;
  const named = { ...lineOf(sheet, whole, rows, column), key: "mean", text: "平均" };
  return [...lines, { ...named, value: figureAt(sheet, mean, column) }];
}

/** The crossings of a question. */
export function readCrossings(sheet: exceljs.Worksheet, base: FigureLine): FigureLine[] {
  const lines: FigureLine[] = [];
  for (let row = headRow; row <= sheet.rowCount; row += 1) {
    if (textAt(sheet, row, 1) !== crossedWith || textAt(sheet, row + 3, 1) !== gridLabels[0])
      continue;
    const of = {
      ...base,
      table: "クロス" as const,
      axis: textAt(sheet, row, 2),
      axisText: textAt(sheet, row, 3),
    };
    const columns = columnsOf(sheet, row + 2);
    for (const rows of variableRows(sheet, row + 4)) {
      for (const { column, text } of columns) {
        const whole = { ...of, stratumKey: textAt(sheet, row + 1, column), stratum: text };
        lines.push(...readColumn(sheet, whole, rows, column));
      }
    }
  }
  return lines;
}

/** The columns of counts, by the names above them. */
function columnsOf(sheet: exceljs.Worksheet, row: number): { column: number; text: string }[] {
  const columns: { column: number; text: string }[] = [];
  for (let column = gridLabels.length + 1; column <= sheet.columnCount; column += 2) {
    if (textAt(sheet, row + 1, column) !== "度数") break;
    columns.push({ column, text: textAt(sheet, row, column) });
  }
  return columns;
}

function readColumn(
  sheet: exceljs.Worksheet,
  whole: FigureLine,
  rows: VariableRows,
  column: number,
): FigureLine[] {
  const base = lineOf(sheet, whole, rows, column);
  return rows.categories.map((row) => ({
    ...base,
    key: textAt(sheet, row, 3),
    text: textAt(sheet, row, 4),
    count: figureAt(sheet, row, column),
    percent: numberAt(sheet, row, column + 1),
  }));
}

function lineOf(
  sheet: exceljs.Worksheet,
  whole: FigureLine,
  { variable, part, bases }: VariableRows,
  column: number,
): FigureLine {
  return { ...whole, variable, part, ...readBases(sheet, bases, column) };
}
