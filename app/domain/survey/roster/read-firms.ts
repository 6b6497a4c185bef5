import { type StratumAxis, stratumAxes } from "../strata/strata.ts";
import { byCode } from "../strata/stratum-codes.ts";
import { cellText } from "./cell-text.ts";
import { type Coding, cellCoder } from "./coding.ts";
import { type Matching, requiredFields, rosterColumns, rosterFields } from "./columns.ts";
import type { RosterFault } from "./fault.ts";
import type { RosterTable } from "./find-header.ts";
import type { RosterFirm } from "./firm.ts";
import { readFirm } from "./read-firm.ts";
import { repeatedFirms } from "./repeats.ts";
import { rosterLimits, sheetFaults } from "./sheet.ts";

/** What a table is read with: which columns, which codes. */
export interface ReadingRules {
  matching: Matching;
  coding: Coding;
}

/** A value of a stratum as it stands in the roster, its firms, and its code where it has one. */
export interface FoundValue {
  value: string;
  firms: number;
  code: string | undefined;
}

/** What came of reading a roster. It may be imported when there is no problem and no fault. */
export interface RosterReading {
  firms: RosterFirm[];
  /** Lines below the header. */
  lines: number;
  /** What is wrong with the table as a whole. */
  problems: string[];
  /** What is wrong line by line, in the order of the lines. */
  faults: RosterFault[];
  /** The values of each stratum that has a column. */
  found: { axis: StratumAxis; label: string; values: FoundValue[] }[];
}

/** Reads the firms of a table; all faults of all lines are reported. */
export function readFirms(table: RosterTable, rules: ReadingRules): RosterReading {
  const steps = readFirmsInSteps(table, rules);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `readFirms`, with a rest every thousand lines, in which a server may do other work. */
export function* readFirmsInSteps(
  table: RosterTable,
  { matching, coding }: ReadingRules,
): Generator<undefined, RosterReading, undefined> {
  const codeCell = cellCoder(coding);
  const problems: string[] = [];
  if (table.rows.length === 0) problems.push(sheetFaults.empty);
  if (table.rows.length > rosterLimits.lines) problems.push(sheetFaults.tooManyLines);
  for (const field of requiredFields) {
    if (matching[field] !== null) continue;
    problems.push(`「${rosterColumns[field][0]}」の列がありません。どの列かを選んでください。`);
  }
  for (const [field, place] of entriesOf(matching)) {
    const other = entriesOf(matching).find(([name, same]) => same === place && name !== field);
    if (place === null || other === undefined || field > other[0]) continue;
    const names = `「${rosterColumns[field][0]}」と「${rosterColumns[other[0]][0]}」`;
    problems.push(`${names}に同じ列を選んでいます。別の列を選んでください。`);
  }
  yield;
  const found = foundIn(table, matching, codeCell);
  yield;
  for (const { label, values } of found) {
    if (values.length <= rosterLimits.values) continue;
    const message = `「${label}」の値が${rosterLimits.values}種類を超えています。列の対応を確かめてください。`;
    problems.push(message);
  }
  const { firms, faults } =
    problems.length > 0 ? { firms: [], faults: [] } : yield* firmsOf(table, matching, codeCell);
  const shown = found.map((axis) => ({
    ...axis,
    values: axis.values.slice(0, rosterLimits.values),
  }));
  return { firms, lines: table.rows.length, problems, faults, found: shown };
}

function entriesOf(matching: Matching) {
  return rosterFields.map((field) => [field, matching[field]] as const);
}

const linesAtOnce = 1_000;

function* firmsOf(
  table: RosterTable,
  matching: Matching,
  codeCell: ReturnType<typeof cellCoder>,
): Generator<undefined, Pick<RosterReading, "firms" | "faults">, undefined> {
  const firms: RosterFirm[] = [];
  const faults: RosterFault[] = [];
  const read = new Set(Object.values(matching));
  const repeats = repeatedFirms();
  const digits = Math.max(4, String(table.rows.length).length);
  for (const [index, row] of table.rows.entries()) {
    if (index % linesAtOnce === 0) yield;
    const { line, cells } = row;
    const before = faults.length;
    for (const { cell, message } of row.faults ?? []) {
      if (!read.has(cell)) continue;
      const column = table.header[cell] ?? "";
      const value = (cells[cell] ?? "").slice(0, 60);
      faults.push({ line, column, value, message: `「${column}」${message}` });
    }
    const width = table.header.length;
    const shifted = cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "");
    if (shifted && !table.isGrid) {
      const message = `列の数が${cells.length}です。見出しと同じ${width}にしてください。`;
      faults.push({ line, column: "", value: "", message });
      continue;
    }
    const firm = readFirm(row, matching, codeCell, faults);
    repeats(firm, line, faults);
    if (faults.length > before) continue;
    if (matching.number === null) firm.number = String(index + 1).padStart(digits, "0");
    firms.push(firm);
  }
  return { firms, faults };
}

function foundIn(
  table: RosterTable,
  matching: Matching,
  codeCell: ReturnType<typeof cellCoder>,
): RosterReading["found"] {
  return stratumAxes.flatMap(({ axis, label }) => {
    const place = matching[axis];
    if (place === null) return [];
    const counts = new Map<string, FoundValue>();
    for (const { cells } of table.rows) {
      const { found: value, code } = codeCell(axis, cellText(cells[place]));
      const counted = counts.get(value);
      if (counted) counted.firms += 1;
      else counts.set(value, { value, firms: 1, code });
    }
    const inOrder = byCode(axis);
    const values = [...counts.values()].sort(
      (a, b) => inOrder(a.code ?? a.value, b.code ?? b.value) || inOrder(a.value, b.value),
    );
    return [{ axis, label, values }];
  });
}
