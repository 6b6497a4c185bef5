import { type Component, componentsOf } from "./components.ts";
import type { LinearProgram, OpenProgram, Optimum, Solver } from "./linear-program.ts";
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

/** Solvers reckon in binary fractions; a count is whole. */
const slack = 1e-6;

/**
 * The ranges of all hidden cells, by linear programming over the counts of 0 and more that agree
 * with everything shown. A cell is safe when its range holds at least `threshold` whole counts and
 * reaches the threshold: then neither the count nor that it is small can be known.
 */
export function auditHidden(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  threshold: number,
  solver: Solver,
): CellRange[] {
  const unknown = (cell: number) => hidden.has(cell) || system.cells[cell]?.state === "never";
  return componentsOf(system, unknown)
    .filter(({ cells }) => cells.some((cell) => hidden.has(cell)))
    .flatMap((component) => auditComponent(system, component, hidden, threshold, solver));
}

function auditComponent(
  system: DisclosureSystem,
  component: Component,
  hidden: ReadonlySet<number>,
  threshold: number,
  solver: Solver,
): CellRange[] {
  const ranges = component.cells.map((cell) => {
    const count = system.cells[cell]?.count ?? 0;
    return { least: count, greatest: count };
  });
  const safe = ({ least, greatest }: { least: number; greatest: number }) =>
    greatest - least >= threshold - 1 - slack && greatest >= threshold - slack;
  const widen = (optimum: Optimum) => {
    if (optimum === null) throw new Error("the counts themselves do not satisfy the relations");
    if (optimum.value === "unbounded") return;
    for (const [column, range] of ranges.entries()) {
      const value = "point" in optimum ? (optimum.point[column] ?? 0) : 0;
      range.least = Math.min(range.least, value);
      range.greatest = Math.max(range.greatest, value);
    }
  };
  const look = (open: OpenProgram, column: number, sense: "least" | "greatest") => {
    const optimum = open.extreme(column, sense);
    if (optimum?.value === "unbounded") {
      const range = ranges[column];
      if (range) range.greatest = Number.POSITIVE_INFINITY;
    } else widen(optimum);
  };
  return solver.with(programOf(system, component), (open) =>
    component.cells.flatMap((cell, column) => {
      const range = ranges[column];
      if (!range || !hidden.has(cell)) return [];
      if (!safe(range)) look(open, column, "greatest");
      if (!safe(range)) look(open, column, "least");
      return [{ cell, ...range, safe: safe(range) }];
    }),
  );
}

/** The counts that a component's cells may have, all else being known. */
function programOf(system: DisclosureSystem, { cells, relations }: Component): LinearProgram {
  const columns = new Map(cells.map((cell, column) => [cell, column]));
  return {
    columns: cells.map(() => ({ lower: 0 })),
    rows: relations.map(({ sense, terms }) => {
      const row = { columns: [] as number[], coefficients: [] as number[] };
      let known = 0;
      for (const { cell, coefficient } of terms) {
        const column = columns.get(cell);
        if (column === undefined) known += coefficient * (system.cells[cell]?.count ?? 0);
        else {
          row.columns.push(column);
          row.coefficients.push(coefficient);
        }
      }
      return { ...row, upper: -known, ...(sense === "equal" ? { lower: -known } : {}) };
    }),
  };
}
