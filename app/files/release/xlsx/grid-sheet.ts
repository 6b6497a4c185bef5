import type exceljs from "exceljs";
import type { FigureLine } from "../figure-line.ts";
import { xlsxText } from "./cell-text.ts";
import type { PlannedSheet } from "./sheet-plan.ts";
import { basesOf, byVariable } from "./single-sheet.ts";
import { bold } from "./styles.ts";
import {
  addTableSheet,
  headRow,
  type SheetCell,
  type SheetContext,
  writeHeads,
  writeRow,
} from "./table-sheet.ts";

/** Columns before those of the strata. */
export const gridLabels = ["変数", "項目", "値", "選択肢"] as const;
const widths = [10, 18, 10, 36];
/** What stands before the heads of strata. */
export const axisMark = "軸";
/** What stands in a crossing's block before its heads. */
export const crossedWith = "掛け合わせた問";

/**
 * A question by the strata of one axis; below each variable its bases and its mean. Variables with
 * other strata than those before (the entries of a panel) have heads of their own.
 */
export function addStrataSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const [first] = plan.lines;
  const shape = { heads: 2, labels: 4, landscape: true, widths };
  const sheet = addTableSheet(workbook, plan, context, shape);
  const corner = [axisMark, first?.axis ?? "", "", first?.axisText ?? ""];
  let row = headRow;
  let above: string | undefined;
  for (const columns of byVariable(plan.lines).map(columnsOf)) {
    const strata = JSON.stringify(columns.map(([line]) => line?.stratumKey));
    if (strata !== above) {
      if (above !== undefined) row += 1;
      writeGridHeads(sheet, row, corner, columns);
      row += 2;
      above = strata;
    }
    row = writeGrid(sheet, row, columns);
  }
}

/** The crossings of a question, each with its own heads. */
export function addCrossingsSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const shape = { heads: 0, labels: 4, landscape: true, widths };
  const sheet = addTableSheet(workbook, plan, context, shape);
  let row = headRow;
  for (const lines of byVariable(plan.lines)) {
    const [first] = lines;
    if (!first) continue;
    const columns = columnsOf(lines);
    writeTitle(sheet, row, [crossedWith, first.axis, first.axisText]);
    writeHeads(sheet, row + 1, [
      "",
      "",
      "",
      "値",
      ...columns.flatMap(([line]) => [line?.stratumKey ?? "", ""]),
    ]);
    writeGridHeads(sheet, row + 2, ["", "", "", ""], columns);
    row = writeGrid(sheet, row + 4, columns) + 1;
  }
}

/** The lines of each stratum (or category of the second variable) together. */
function columnsOf(lines: readonly FigureLine[]): FigureLine[][] {
  const columns = new Map<string, FigureLine[]>();
  for (const line of lines) {
    const column = columns.get(line.stratumKey);
    if (column) column.push(line);
    else columns.set(line.stratumKey, [line]);
  }
  return [...columns.values()];
}

function writeGridHeads(
  sheet: exceljs.Worksheet,
  row: number,
  corner: readonly string[],
  columns: readonly FigureLine[][],
): void {
  for (const index of columns.keys()) {
    const column = gridLabels.length + 1 + 2 * index;
    sheet.mergeCells(row, column, row, column + 1);
  }
  const names = columns.flatMap(([line]) => [line?.stratum ?? "", ""]);
  writeHeads(sheet, row, [...corner, ...names]);
  writeHeads(sheet, row + 1, [...gridLabels, ...columns.flatMap(() => ["度数", "割合（%）"])]);
}

/** Returns the row after the table. */
function writeGrid(
  sheet: exceljs.Worksheet,
  from: number,
  columns: readonly FigureLine[][],
): number {
  let row = from;
  const [first = []] = columns;
  for (const [index, line] of first.entries()) {
    if (line.table === "層別" && line.count === null) continue;
    const cells = columns.flatMap((column): SheetCell[] => [
      { figure: column[index]?.count ?? null, as: "count" },
      { figure: column[index]?.percent ?? null, as: "percent" },
    ]);
    writeRow(sheet, row++, [line.variable, line.part, line.key, line.text, ...cells]);
  }
  const [line] = first;
  for (const [place, [label]] of basesOf(line).entries()) {
    // A crossing has its n alone.
    if (line?.table === "クロス" && place > 0) continue;
    const cells = columns.flatMap((column): SheetCell[] => [
      { figure: basesOf(column[0])[place]?.[1] ?? null, as: "count" },
      "",
    ]);
    writeRow(sheet, row++, [line?.variable ?? "", line?.part ?? "", "", label, ...cells]);
  }
  const means = columns.map((column) =>
    column.find(({ key, count }) => key === "mean" && count === null),
  );
  if (means.some(Boolean)) {
    const cells = means.flatMap((mean): SheetCell[] => [
      { figure: mean?.value ?? null, as: "value" },
      "",
    ]);
    writeRow(sheet, row++, [line?.variable ?? "", line?.part ?? "", "", "平均", ...cells]);
  }
  return row;
}

function writeTitle(sheet: exceljs.Worksheet, row: number, texts: readonly string[]): void {
  for (const [index, text] of texts.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = xlsxText(text);
    cell.font = bold;
  }
}
