import type exceljs from "exceljs";
import type { FigureCell, FigureLine } from "../figure-line.ts";
import type { PlannedSheet } from "./sheet-plan.ts";
import { addTableSheet, headRow, type SheetContext, writeHeads, writeRow } from "./table-sheet.ts";

const singleHeads = [
  "変数",
  "項目",
  "値",
  "選択肢",
  "度数",
  "割合（%）",
  "重み付き割合（%・参考）",
  "下限（%・参考）",
  "上限（%・参考）",
] as const;

/** The single tables of a question: all its variables one below the other, each with its bases. */
export function addSingleSheet(
  workbook: exceljs.Workbook,
  plan: PlannedSheet,
  context: SheetContext,
): void {
  const widths = [10, 18, 10, 42, 9, 10, 14, 11, 11];
  const shape = { heads: 1, labels: 4, landscape: true, widths };
  const sheet = addTableSheet(workbook, plan, context, shape);
  writeHeads(sheet, headRow, singleHeads);
  let row = headRow + 1;
  for (const lines of byVariable(plan.lines)) {
    for (const line of lines.filter(({ table }) => table === "単純")) {
      writeRow(sheet, row++, [
        line.variable,
        line.part,
        line.key,
        line.text,
        { figure: line.count, as: "count" },
        { figure: line.percent, as: "percent" },
        { figure: line.weighted, as: "percent" },
        { figure: line.lower, as: "percent" },
        { figure: line.upper, as: "percent" },
      ]);
    }
    for (const [label, figure] of basesOf(lines[0])) {
      writeBase(sheet, row++, lines[0], label, { figure, as: "count" });
    }
    for (const line of lines.filter(({ table }) => table === "代表値")) {
      writeBase(sheet, row++, line, line.text, { figure: line.value, as: "value" });
    }
  }
}

/** n with its unit, 無回答 and 非該当, as the rows below a table's categories. */
export function basesOf(line: FigureLine | undefined): [string, FigureCell][] {
  if (!line) return [];
  return [
    [`n（${line.unit}）`, line.n],
    ["無回答", line.noAnswer],
    ["非該当", line.notApplicable],
  ];
}

/** Lines of one variable (and of one second variable) together, in their order. */
export function byVariable(lines: readonly FigureLine[]): FigureLine[][] {
  const groups = new Map<string, FigureLine[]>();
  for (const line of lines) {
    const key = `${line.variable}|${line.table === "クロス" ? line.axis : ""}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function writeBase(
  sheet: exceljs.Worksheet,
  row: number,
  line: FigureLine | undefined,
  label: string,
  cell: { figure: FigureCell; as: "count" | "value" },
): void {
  writeRow(sheet, row, [line?.variable ?? "", line?.part ?? "", "", label, cell, "", "", "", ""]);
}
