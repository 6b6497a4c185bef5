import type { Column, Solver } from "./linear-program.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { DisclosureSystem } from "./system.ts";

/** What may be hidden at no further cost. */
type IsHidden = (cell: number) => boolean;

/**
 * The cells to hide so that one cell could as well be greater by `rise`: the cheapest change of
 * counts that keeps every relation, after the linear heuristic for complementary suppression
 * (Fischetti and Salazar-González 2000, "incremental attacker"). Undefined when no change does.
 */
export function coverOf(
  target: number,
  rise: number,
  system: DisclosureSystem,
  { cells, relations }: Neighbourhood,
  isHidden: IsHidden,
  solver: Solver,
): number[] | undefined {
  const columnOf = new Map(cells.map((cell, index) => [cell, index * 2]));
  const columns = cells.flatMap((cell): Column[] => {
    if (cell === target) {
      return [
        { lower: rise, upper: rise },
        { lower: 0, upper: 0 },
      ];
    }
    const { count, weight, state } = system.cells[cell] ?? { count: 0, weight: 1, state: "open" };
    const free = state === "never" || isHidden(cell);
    // A small cell cannot give much: several would have to be hidden in its place. Of equal ones
    // the smaller is the lesser loss to the reader.
    const price = free ? 0 : weight * (1 + Math.log2(1 + count) / 32);
    return [
      { lower: 0, cost: price / rise },
      { lower: 0, upper: count, cost: price / Math.max(1, Math.min(count, rise)) },
    ];
  });
  const rows = relations.map(({ sense, terms }) => {
    // How far the sum may still rise where it need not be equal.
    const room =
      sense === "equal"
        ? 0
        : -terms.reduce(
            (sum, { cell, coefficient }) => sum + coefficient * (system.cells[cell]?.count ?? 0),
            0,
          );
    const moving = terms.flatMap(({ cell, coefficient }) => {
      const column = columnOf.get(cell);
      if (column === undefined) return [];
      return [
        { column, coefficient },
        { column: column + 1, coefficient: -coefficient },
      ];
    });
    return { terms: moving, upper: room, ...(sense === "equal" ? { lower: 0 } : {}) };
  });
  const optimum = solver.with({ columns, rows }, (open) => open.cheapest());
  if (optimum === null || !("point" in optimum)) return undefined;
  const { point } = optimum;
  return cells.filter((cell, index) => {
    const moved = (point[index * 2] ?? 0) + (point[index * 2 + 1] ?? 0);
    return moved > 1e-6 && system.cells[cell]?.state === "open";
  });
}
