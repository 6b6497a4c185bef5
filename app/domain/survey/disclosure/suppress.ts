import { auditHidden, type CellRange } from "./audit.ts";
import { coverOf } from "./cover.ts";
import type { Solver } from "./linear-program.ts";
import { neighbourhoodOf, relationsByCell } from "./neighbourhood.ts";
import type { DisclosureCell, DisclosureSystem } from "./system.ts";

/** Which cells to hide, and the ranges the audit found for them. */
export interface Suppression {
  hidden: Set<number>;
  ranges: CellRange[];
  /** Hidden cells for which no cover was found: with them nothing may be published. */
  unsafe: number[];
}

/** Covers overlap, so that a second and third round mend nearly all that the first left. */
const rounds = 5;

/** A cover is nearly always found within so many relations; elsewhere is looked only then. */
const nearby = 2;

/**
 * Whether fewer firms than the threshold stand behind a count, and not none; or behind what it has
 * grown by since a release that shows it.
 */
export function isSmall(cell: DisclosureCell, threshold: number): boolean {
  const { sensitive, count, contributors = count, came = 0 } = cell;
  const small = (firms: number) => firms > 0 && firms < threshold;
  return sensitive && (small(contributors) || small(came));
}

/**
 * Hides every sensitive count that is small or has grown by little, and as few others as it finds, until
 * the audit calls every hidden cell safe. What protects a cell is looked for in its own tables
 * first, then among the margins too.
 */
export function suppress(system: DisclosureSystem, threshold: number, solver: Solver): Suppression {
  const { cells } = system;
  const byCell = relationsByCell(system);
  const hidden = new Set<number>();
  for (const [index, cell] of cells.entries()) {
    const { state } = cell;
    if (state === "hidden" || (state === "open" && isSmall(cell, threshold))) hidden.add(index);
  }
  let due = [...hidden];
  let ranges: CellRange[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = hidden.size;
    for (const cell of due) protect(cell);
    ranges = auditHidden(system, hidden, threshold, solver);
    due = ranges.filter(({ safe }) => !safe).map(({ cell }) => cell);
    if (due.length === 0 || (round > 0 && hidden.size === before)) break;
  }
  return { hidden, ranges, unsafe: due };

  function protect(cell: number): void {
    const count = cells[cell]?.count ?? 0;
    const rise = Math.max(threshold - 1, threshold - count);
    const near = new Set(
      (byCell[cell] ?? []).flatMap(({ terms }) => terms.map((term) => term.cell)),
    );
    const isFixed = (other: number) => cells[other]?.state === "shown";
    const isOfQuestion = (other: number) => (cells[other]?.weight ?? 0) > 2;
    const isMargin = (other: number) => (cells[other]?.weight ?? 0) > 1 && !hidden.has(other);
    const inTables = (other: number) => isFixed(other) || isMargin(other);
    // A margin that moves takes the bases of its crossings with it.
    const withMargins = (other: number) =>
      isFixed(other) || (isMargin(other) && isOfQuestion(other) && !near.has(other));
    const steps = [
      { frozen: inTables, reach: nearby },
      { frozen: withMargins, reach: nearby + 1 },
      { frozen: withMargins, reach: 2 * nearby },
      { frozen: withMargins, reach: Number.POSITIVE_INFINITY },
      { frozen: isFixed, reach: Number.POSITIVE_INFINITY },
    ];
    for (const { frozen, reach } of steps) {
      const around = neighbourhoodOf(cell, byCell, frozen, reach);
      const cover = coverOf(cell, rise, system, around, (other) => hidden.has(other), solver);
      if (cover === undefined) continue;
      for (const other of cover) hidden.add(other);
      return;
    }
  }
}
