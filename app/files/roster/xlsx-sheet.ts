import {
  type CellFault,
  isEmptyRow,
  rosterLimits,
  rowGuard,
  type SheetRow,
  sheetFaults,
} from "#app/domain/survey/roster/sheet.ts";
import { type RawCell, readCell } from "./xlsx-cell.ts";
import { XlsxFault } from "./xlsx-fault.ts";
import type { NumberLook } from "./xlsx-styles.ts";
import { readPart } from "./xlsx-xml.ts";

/** What the cells of every sheet of a workbook refer to. */
export interface SheetContext {
  strings: readonly string[];
  looks: readonly NumberLook[];
}

/** The rows of a sheet that are not empty, and how many of them are hidden. */
export interface SheetRows {
  rows: SheetRow[];
  hidden: number;
}

/**
 * Reads the rows of a sheet, at most `most` of them.
 *
 * @throws XlsxFault when it is larger than a roster may be
 */
export async function readSheet(
  part: Uint8Array,
  { strings, looks }: SheetContext,
  most = Number.POSITIVE_INFINITY,
): Promise<SheetRows> {
  const rows: SheetRow[] = [];
  const guard = rowGuard();
  let hidden = 0;
  let row: Required<SheetRow> & { hidden: boolean } = emptyRow(0);
  let cell: (RawCell & { place: number }) | undefined;
  let reads = false;
  let phonetic = false;
  await readPart(part, {
    open(name, { r, t, s, hidden: isHidden, ref }) {
      if (name === "row")
        row = { ...emptyRow(Number(r ?? row.line + 1)), hidden: isHidden === "1" };
      else if (name === "c") {
        const place = r === undefined ? row.cells.length : columnOf(r);
        if (place >= rosterLimits.columns * 10) throw new XlsxFault(sheetFaults.tooManyColumns);
        cell = { place, type: t ?? "n", look: looks[Number(s ?? 0)], hasFormula: false, value: "" };
      } else if (name === "f" && cell) cell.hasFormula = true;
      else if (name === "rPh") phonetic = true;
      else if (name === "mergeCell" && ref) noteMerged(rows, ref);
      reads = name === "v" || (name === "t" && !phonetic);
    },
    text(text) {
      if (cell && reads) cell.value += text;
    },
    close(name) {
      reads = false;
      if (name === "rPh") phonetic = false;
      if (name === "c" && cell) {
        const { text, fault } = readCell(cell, strings);
        if (text.trim() !== "" || fault) {
          while (row.cells.length < cell.place) row.cells.push("");
          row.cells[cell.place] = text;
          if (fault) row.faults.push({ cell: cell.place, message: fault });
        }
        cell = undefined;
      }
      if (name !== "row" || (isEmptyRow(row.cells) && row.faults.length === 0)) return;
      const { line, cells, faults } = row;
      const read: SheetRow = faults.length > 0 ? { line, cells, faults } : { line, cells };
      const broken = guard(read);
      if (broken) throw new XlsxFault(broken);
      if (row.hidden) hidden += 1;
      rows.push(read);
    },
    enough: () => rows.length >= most,
  });
  return { rows, hidden };
}

function emptyRow(line: number) {
  return { line, cells: [] as string[], faults: [] as CellFault[], hidden: false };
}

/** "B12" → 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** Notes merged cells at the first row they reach; the rows are in the order of their lines. */
function noteMerged(rows: SheetRow[], reference: string): void {
  const [, from = "", line = ""] = /^([A-Z]{1,3})(\d+):/.exec(reference) ?? [];
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < Number(line)) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  if (row?.line !== Number(line)) return;
  const message = `のセルが結合されています（${reference}）。結合を解除して、すべての行に値を入力してください。`;
  row.faults = [...(row.faults ?? []), { cell: columnOf(from), message }];
}
