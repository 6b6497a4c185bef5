import { auditHidden, type CellRange, notSoonProved } from "./audit.ts";
import { coverOf } from "./cover.ts";
import type { Solver } from "./linear-program.ts";
import { neighbourhoodOf, relationsByCell } from "./neighbourhood.ts";
import { possibleCounts } from "./possible-counts.ts";
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

/** Where a cover is looked for: what does not move, and how many relations away. */
interface Step {
  fixed: "margins" | "far margins" | "nothing";
  reach: number;
}

/** A cover is nearly always found in a cell's own tables; elsewhere is looked only then. */
const nearest: Step = { fixed: "margins", reach: 2 };
const steps: readonly Step[] = [
  nearest,
  { fixed: "far margins", reach: 4 },
  { fixed: "far margins", reach: Number.POSITIVE_INFINITY },
  { fixed: "nothing", reach: Number.POSITIVE_INFINITY },
];

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
  const possible = possibleCounts(system, byCell, threshold);
  const hidden = new Set<number>();
  for (const [index, cell] of cells.entries()) {
    const { state } = cell;
    if (state === "hidden" || (state === "open" && isSmall(cell, threshold))) hidden.add(index);
  }
  for (const cell of [...hidden]) if (!possible.isSafe(cell)) protect(cell, [nearest]);
  let due = notSoonProved(system, hidden, possible, solver);
  let ranges: CellRange[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = hidden.size;
    // What one cell's cover shows to be possible proves many others safe.
    for (const cell of due) if (!possible.isSafe(cell)) protect(cell, steps);
    ranges = auditHidden(system, hidden, possible, solver);
    due = ranges.filter(({ safe }) => !safe).map(({ cell }) => cell);
    if (due.length === 0 || (round > 0 && hidden.size === before)) break;
  }
  return { hidden, ranges, unsafe: due };

  function protect(cell: number, within: readonly Step[]): void {
    const count = cells[cell]?.count ?? 0;
    const rise = Math.max(threshold - 1, threshold - count);
    const near = new Set(
      (byCell[cell] ?? []).flatMap(({ terms }) => terms.map((term) => term.cell)),
    );
    const isFixed = (other: number) => cells[other]?.state === "shown";
    const isOfQuestion = (other: number) => (cells[other]?.weight ?? 0) > 2;
    const isMargin = (other: number) => (cells[other]?.weight ?? 0) > 1 && !hidden.has(other);
    const frozen = {
      margins: (other: number) => isFixed(other) || isMargin(other),
      // A margin that moves takes the bases of its crossings with it.
      "far margins": (other: number) =>
        isFixed(other) || (isMargin(other) && isOfQuestion(other) && !near.has(other)),
      nothing: isFixed,
    };
    for (const { fixed, reach } of within) {
      const around = neighbourhoodOf(cell, byCell, frozen[fixed], reach);
      const cover = coverOf(cell, rise, system, around, (other) => hidden.has(other), solver);
      if (cover === undefined) continue;
      for (const { cell } of cover) if (cells[cell]?.state === "open") hidden.add(cell);
      possible.along(cover);
      return;
    }
  }
}
