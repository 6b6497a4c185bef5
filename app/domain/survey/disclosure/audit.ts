import { type Component, componentsOf } from "./components.ts";
import type { LinearProgram, Optimum, Solver } from "./linear-program.ts";
import type { Move, PossibleCounts } from "./possible-counts.ts";
import type { DisclosureSystem } from "./system.ts";

/**
 * What a reader who knows every shown cell and every relation can say of a hidden one: it lies
 * between two counts that are both possible. `least` and `greatest` are exact where the cell is
 * not safe; of a safe one they are only as far apart as its safety needs.
 */
export interface CellRange {
  cell: number;
  least: number;
  greatest: number;
  safe: boolean;
}

/** So many cells are proved one by one. */
const few = 8;

/**
 * The ranges of all hidden cells over the counts of 0 and more that agree with everything shown. A
 * cell is safe when its range holds at least `threshold` whole counts and reaches the threshold:
 * then neither the count nor that it is small can be known. What was found possible before, while
 * no more was hidden than now, still is; of the rest linear programming finds the ends.
 */
export function auditHidden(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  possible: PossibleCounts,
  solver: Solver,
): CellRange[] {
  const unproved = (cell: number) => hidden.has(cell) && !possible.isSafe(cell);
  for (const component of unprovedComponents(system, hidden, unproved)) {
    const due = component.cells.filter(unproved);
    if (due.length > few) proveTogether(system, component, unproved, possible, solver);
    solver.with(programOf(system, component), (open) => {
      for (const [column, cell] of component.cells.entries()) {
        for (const sense of ["greatest", "least"] as const) {
          if (!unproved(cell)) break;
          const optimum = open.extreme(column, sense);
          if (optimum?.value === "unbounded") possible.greatest[cell] = Number.POSITIVE_INFINITY;
          else widen(optimum, system, component, possible);
        }
      }
    });
  }
  return [...hidden].map((cell) => ({
    cell,
    least: possible.least[cell] ?? 0,
    greatest: possible.greatest[cell] ?? 0,
    safe: possible.isSafe(cell),
  }));
}

/** The hidden cells that are not proved safe by a few programs for many cells at once. */
export function notSoonProved(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  possible: PossibleCounts,
  solver: Solver,
): number[] {
  const unproved = (cell: number) => hidden.has(cell) && !possible.isSafe(cell);
  for (const component of unprovedComponents(system, hidden, unproved)) {
    proveTogether(system, component, unproved, possible, solver);
  }
  return [...hidden].filter(unproved);
}

function unprovedComponents(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  unproved: (cell: number) => boolean,
): Component[] {
  const unknown = (cell: number) => hidden.has(cell) || system.cells[cell]?.state === "never";
  return componentsOf(system, unknown).filter(({ cells }) => cells.some(unproved));
}

/** Counts of which as many unproved ones as can be are a little greater prove many at once. */
function proveTogether(
  system: DisclosureSystem,
  component: Component,
  unproved: (cell: number) => boolean,
  possible: PossibleCounts,
  solver: Solver,
): void {
  const { cells } = component;
  const program = programOf(system, component);
  for (;;) {
    const due = cells.filter(unproved);
    if (due.length === 0) return;
    const columns = cells.map((cell) => {
      const count = system.cells[cell]?.count ?? 0;
      return unproved(cell)
        ? { lower: 0, upper: count + possible.threshold, cost: -1 }
        : { lower: 0 };
    });
    const optimum = solver.with({ ...program, columns }, (open) => open.cheapest());
    widen(optimum, system, component, possible);
    if (!due.some(possible.isSafe)) return;
  }
}

function widen(
  optimum: Optimum,
  system: DisclosureSystem,
  { cells }: Component,
  { least, greatest, along }: PossibleCounts,
): void {
  if (optimum === null) throw new Error("the counts themselves do not satisfy the relations");
  if (!("point" in optimum)) return;
  const moves: Move[] = [];
  for (const [column, cell] of cells.entries()) {
    const count = optimum.point[column] ?? 0;
    least[cell] = Math.min(least[cell] ?? 0, count);
    greatest[cell] = Math.max(greatest[cell] ?? 0, count);
    const by = count - (system.cells[cell]?.count ?? 0);
    if (Math.abs(by) > 1e-6) moves.push({ cell, by });
  }
  // The way there often goes on, and backwards.
  along(moves);
}

/** The counts that a component's cells may have, all else being known. */
function programOf(system: DisclosureSystem, { cells, relations }: Component): LinearProgram {
  const columns = new Map(cells.map((cell, column) => [cell, column]));
  return {
    columns: cells.map(() => ({ lower: 0 })),
    rows: relations.map(({ sense, terms }) => {
      let known = 0;
      const unknownTerms = terms.flatMap(({ cell, coefficient }) => {
        const column = columns.get(cell);
        if (column !== undefined) return [{ column, coefficient }];
        known += coefficient * (system.cells[cell]?.count ?? 0);
        return [];
      });
      return {
        terms: unknownTerms,
        upper: -known,
        ...(sense === "equal" ? { lower: -known } : {}),
      };
    }),
  };
}
