import type exceljs from "exceljs";
import type { FigureLine } from "../figure-line.ts";
import { cellPieces } from "./cell-text.ts";
import type { PlannedSheet } from "./sheet-plan.ts";
import { addTableSheet, headRow, type SheetContext, writeHeads, writeRow } from "./table-sheet.ts";

const rateHeads = ["軸の識別名", "軸", "層", "依頼", "対象", "回答", "回収率（%）"] as const;
const answeredHeads = ["軸の識別名", "軸", "層", "集計した回答", "n"] as const;
const textHeads = ["度数", "変数", "選択肢"] as const;

/** The response rate, as a whole and by stratum. */
export function addRatesSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const shape = { heads: 1, labels: 3, landscape: false, widths: [12, 14, 30, 12, 12, 12, 12] };
  const sheet = addTableSheet(workbook, plan, context, shape);
  writeHeads(sheet, headRow, rateHeads);
  let row = headRow + 1;
  for (const [invited, eligible, complete] of threes(plan.lines)) {
    if (!invited || !eligible || !complete) continue;
    const { axis, axisText, stratum } = complete;
    writeRow(sheet, row++, [
      axis,
      axisText,
      axis === "" ? "全体" : stratum,
      { figure: invited.count, as: "count" },
      { figure: eligible.count, as: "count" },
      { figure: complete.count, as: "count" },
      { figure: complete.percent, as: "percent" },
    ]);
  }
}

/** How many answers of each stratum were counted. */
export function addAnsweredSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const shape = { heads: 1, labels: 3, landscape: false, widths: [12, 14, 30, 14, 12] };
  const sheet = addTableSheet(workbook, plan, context, shape);
  writeHeads(sheet, headRow, answeredHeads);
  for (const [index, { axis, axisText, stratum, count, n }] of plan.lines.entries()) {
    writeRow(sheet, headRow + 1 + index, [
      axis,
      axisText,
      stratum,
      { figure: count, as: "count" },
      { figure: n, as: "count" },
    ]);
  }
}

/** Texts or words, the longest ones in several cells of a row; above them who wrote. */
export function addTextsSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const shape = { heads: 2, labels: 0, landscape: false, widths: [10, 12, 90] };
  const sheet = addTableSheet(workbook, plan, context, shape);
  const written = plan.lines[0]?.n ?? null;
  writeRow(sheet, headRow, [{ figure: written, as: "count" }, "n（者）", "記入した事業者"]);
  writeHeads(sheet, headRow + 1, textHeads);
  for (const [index, { variable, text, count }] of plan.lines.entries()) {
    const row = headRow + 2 + index;
    writeRow(sheet, row, [{ figure: count, as: "count" }, variable, ...cellPieces(text)]);
  }
}

function threes(lines: readonly FigureLine[]): FigureLine[][] {
  return Array.from({ length: Math.ceil(lines.length / 3) }, (_, index) =>
    lines.slice(3 * index, 3 * index + 3),
  );
}
