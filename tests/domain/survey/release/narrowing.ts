import { type Range, rangesOf } from "#tests/support/disclosure/unknown-counts.ts";
import type { Law, Reading } from "./reader.ts";

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
export async function hiddenRanges(
  readings: readonly Reading[],
  threshold: number,
): Promise<Range[]> {
  const rows: Row[] = [];
  const hidden = new Set<string>();
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
  return rangesOf(rows, [...hidden], (range) => !isNarrow(range, threshold));
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
export function isNarrow({ least, greatest }: Range, threshold: number): boolean {
  return !(greatest - least >= threshold - 1 - 1e-6 && greatest >= threshold - 1e-6);
}
