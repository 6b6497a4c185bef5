import type { Column, Row, Solver } from "./linear-program.ts";
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
  // How much each cell rises, and how much it falls where it can.
  const columns: Column[] = [];
  const rises = new Map<number, number>();
  const falls = new Map<number, number>();
  for (const cell of cells) {
    const { count, weight, state } = system.cells[cell] ?? { count: 0, weight: 1, state: "open" };
    if (cell === target) {
      rises.set(cell, columns.push({ lower: rise, upper: rise }) - 1);
      continue;
    }
    const free = state === "never" || isHidden(cell);
    // A small cell cannot give much: several would have to be hidden in its place. Of equal ones
    // the smaller is the lesser loss to the reader.
    const price = free ? 0 : weight * (1 + Math.log2(1 + count) / 32);
    rises.set(cell, columns.push({ lower: 0, cost: price / rise }) - 1);
    if (count === 0) continue;
    const cost = price / Math.max(1, Math.min(count, rise));
    falls.set(cell, columns.push({ lower: 0, upper: count, cost }) - 1);
  }
  const rows = relations.map(({ sense, terms }): Row => {
    const row = { columns: [] as number[], coefficients: [] as number[] };
    let sum = 0;
    for (const { cell, coefficient } of terms) {
      sum += coefficient * (system.cells[cell]?.count ?? 0);
      const [up, down] = [rises.get(cell), falls.get(cell)];
      if (up !== undefined) {
        row.columns.push(up);
        row.coefficients.push(coefficient);
      }
      if (down !== undefined) {
        row.columns.push(down);
        row.coefficients.push(-coefficient);
      }
    }
    // A sum that need not be equal may rise by as much as is left.
    return sense === "equal" ? { ...row, lower: 0, upper: 0 } : { ...row, upper: -sum };
  });
  const optimum = solver.with({ columns, rows }, (open) => open.cheapest());
  if (optimum === null || !("point" in optimum)) return undefined;
  const { point } = optimum;
  const moved = (column: number | undefined) => (column === undefined ? 0 : (point[column] ?? 0));
  return cells.filter(
    (cell) =>
      moved(rises.get(cell)) + moved(falls.get(cell)) > 1e-6 &&
      system.cells[cell]?.state === "open",
  );
}
