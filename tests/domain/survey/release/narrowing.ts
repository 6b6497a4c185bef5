import loadHighs from "highs";
import type { Law, Reading } from "./reader.ts";

export interface Narrowed {
  /** "2|q5=a&sector=工事" */
  cell: string;
  least: number;
  greatest: number;
}

interface Row {
  terms: Map<string, number>;
  constant: number;
  sense: Law["sense"];
}

/**
 * The range that every hidden cell of a series of releases can have, given all that is published in
 * all of them: counts are never negative, answers only come, and what holds of all answers holds
 * of those that came between. Exact where a range is narrow; else as wide as it was seen to be.
 */
export async function rangesOf(
  readings: readonly Reading[],
  threshold: number,
): Promise<Narrowed[]> {
  const rows: Row[] = [];
  const hidden = new Set<string>();
  const others = new Set<string>();
  for (const [at, { cells }] of readings.entries()) {
    for (const [cell, count] of cells) if (count === null) hidden.add(`${at + 1}|${cell}`);
  }
  /** A cell that no table shows is unknown as well; it may still bind others. */
  const add = (row: Row, release: number, cell: string, factor: number) => {
    const count = readings[release]?.cells.get(cell);
    if (typeof count === "number") {
      row.constant += factor * count;
      return;
    }
    const name = `${release + 1}|${cell}`;
    if (!hidden.has(name)) others.add(name);
    row.terms.set(name, (row.terms.get(name) ?? 0) + factor);
  };
  const empty = (sense: Law["sense"]): Row => ({ terms: new Map(), constant: 0, sense });
  for (const [at, { laws, own }] of readings.entries()) {
    for (const { sense, terms } of [...laws, ...own]) {
      const row = empty(sense);
      for (const [factor, cell] of terms) add(row, at, cell, factor);
      rows.push(row);
    }
  }
  for (const [at, later] of readings.entries()) {
    const before = readings[at - 1];
    if (!before) continue;
    const earlier = earlierCells(before, later);
    const came = (row: Row, cell: string, factor: number) => {
      add(row, at, cell, factor);
      for (const one of earlier.get(cell) ?? []) add(row, at - 1, one, -factor);
    };
    for (const cell of earlier.keys()) {
      const row = empty("<=");
      came(row, cell, -1);
      rows.push(row);
    }
    for (const { sense, terms } of later.laws) {
      if (!terms.every(([, cell]) => earlier.has(cell))) continue;
      const row = empty(sense);
      for (const [factor, cell] of terms) came(row, cell, factor);
      rows.push(row);
    }
  }
  return solve([...hidden], [...others], rows, threshold);
}

/** The cells of the earlier release that each cell of the later one holds: strata may have merged. */
function earlierCells(before: Reading, later: Reading): Map<string, string[]> {
  const parts = (stratum: string) => new Set(stratum.split("・"));
  const found = new Map<string, string[]>();
  const byStart = new Map<string, string[]>();
  for (const cell of before.cells.keys()) {
    const [, start = cell] = /^(.*&[a-z]+=)[^&=]*$/u.exec(cell) ?? [];
    byStart.set(start, [...(byStart.get(start) ?? []), cell]);
  }
  for (const cell of later.cells.keys()) {
    if (before.cells.has(cell)) {
      found.set(cell, [cell]);
      continue;
    }
    const [, start = "", stratum = ""] = /^(.*&[a-z]+=)([^&=]*)$/u.exec(cell) ?? [];
    const members = parts(stratum);
    const within = (byStart.get(start) ?? []).filter((one) =>
      [...parts(one.slice(start.length))].every((part) => members.has(part)),
    );
    const size = within.reduce((sum, one) => sum + parts(one.slice(start.length)).size, 0);
    if (within.length > 0 && size === members.size) found.set(cell, within);
  }
  return found;
}

/** Whether a range tells a count more closely than the threshold allows, or that it is small. */
export function isNarrow({ least, greatest }: Narrowed, threshold: number): boolean {
  return !(greatest - least >= threshold - 1 - 1e-6 && greatest >= threshold - 1e-6);
}

async function solve(
  hidden: string[],
  others: string[],
  all: Row[],
  threshold: number,
): Promise<Narrowed[]> {
  const rows = all.filter(({ terms }) => [...terms.values()].some((factor) => factor !== 0));
  for (const { terms, constant, sense } of all) {
    const known = [...terms.values()].every((factor) => factor === 0);
    const broken = sense === "=" ? Math.abs(constant) > 1e-6 : constant > 1e-6;
    if (known && broken) throw new Error("what is published does not agree with itself");
  }
  if (hidden.length === 0) return [];
  const columns = new Map([...hidden, ...others].map((name, column) => [name, column]));
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.size);
  const highs = await loadHighs();
  const model = highs.createModel({
    numCols: columns.size,
    numRows: rows.length,
    colCost: new Float64Array(columns.size),
    colLower: new Float64Array(columns.size),
    colUpper: new Float64Array(columns.size).fill(highs.infinity),
    rowLower: rows.map(({ sense, constant }) => (sense === "=" ? -constant : -highs.infinity)),
    rowUpper: rows.map(({ constant }) => -constant),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.size,
      starts,
      indices: rows.flatMap(({ terms }) => [...terms.keys()].map((name) => columns.get(name) ?? 0)),
      values: rows.flatMap(({ terms }) => [...terms.values()]),
    },
  });
  model.options.set("output_flag", false);
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const { minimize, maximize } = highs.constants.objectiveSense;
  const ranges = [...columns.keys()].map((cell) => ({
    cell,
    least: Number.POSITIVE_INFINITY,
    greatest: Number.NEGATIVE_INFINITY,
  }));
  /** Every point that agrees with what is published widens the ranges of all cells. */
  const look = (column: number, sense: typeof minimize | typeof maximize) => {
    model.changeColCost(column, 1);
    model.changeObjectiveSense(sense);
    model.run();
    const status = model.getModelStatus();
    // A changed model has no solution: it is read first.
    const point = status === optimal ? model.getSolution().colValue : undefined;
    model.changeColCost(column, 0);
    if (status === unbounded || status === unboundedOrInfeasible) {
      const range = ranges[column];
      if (range) range.greatest = Number.POSITIVE_INFINITY;
      return;
    }
    if (!point) throw new Error(`the solver ended with status ${status}`);
    for (const [at, range] of ranges.entries()) {
      range.least = Math.min(range.least, point[at] ?? 0);
      range.greatest = Math.max(range.greatest, point[at] ?? 0);
    }
  };
  try {
    return ranges.slice(0, hidden.length).map((range, column) => {
      if (isNarrow(range, threshold)) look(column, maximize);
      if (isNarrow(range, threshold)) look(column, minimize);
      return range;
    });
  } finally {
    model.dispose();
  }
}
