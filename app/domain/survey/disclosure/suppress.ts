import { auditHidden, type CellRange } from "./audit.ts";
import { coverOf } from "./cover.ts";
import type { Solver } from "./linear-program.ts";
import { neighbourhoodOf, relationsByCell } from "./neighbourhood.ts";
import type { DisclosureSystem } from "./system.ts";

/** Which cells to hide, and the ranges the audit found for them. */
export interface Suppression {
  hidden: Set<number>;
  ranges: CellRange[];
  /** Hidden cells for which no cover was found: with them nothing may be published. */
  unsafe: number[];
}

/** Covers overlap, so that a second and third round mend nearly all that the first left. */
const rounds = 5;

/**
 * Hides every sensitive count of 1 to below the threshold, and as few others as it finds, until
 * the audit calls every hidden cell safe. What protects a cell is looked for in its own tables
 * first, then among the margins too.
 */
export function suppress(system: DisclosureSystem, threshold: number, solver: Solver): Suppression {
  const { cells } = system;
  const byCell = relationsByCell(system);
  const hidden = new Set<number>();
  for (const [index, { state, sensitive, count }] of cells.entries()) {
    const small = sensitive && count > 0 && count < threshold;
    if (state === "hidden" || (state === "open" && small)) hidden.add(index);
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
    const isMargin = (other: number) => (cells[other]?.weight ?? 0) > 1 && !hidden.has(other);
    const steps = [
      (other: number) => isFixed(other) || isMargin(other),
      (other: number) => isFixed(other) || (isMargin(other) && !near.has(other)),
    ];
    for (const frozen of steps) {
      const around = neighbourhoodOf(cell, byCell, frozen);
      const cover = coverOf(cell, rise, system, around, (other) => hidden.has(other), solver);
      if (cover === undefined) continue;
      for (const other of cover) hidden.add(other);
      return;
    }
  }
}
