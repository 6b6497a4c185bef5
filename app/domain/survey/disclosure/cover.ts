import type { Column, Solver } from "./linear-program.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Move } from "./possible-counts.ts";
import type { DisclosureSystem } from "./system.ts";

/** What may be hidden at no further cost. */
type IsHidden = (cell: number) => boolean;

/**
 * How counts could change so that one cell is greater by `rise`: the change that keeps every
 * relation and moves what is cheapest to hide, after the linear heuristic for complementary
 * suppression (Fischetti and Salazar-González 2000, "incremental attacker"). Undefined when no
 * change does.
 */
export function coverOf(
  target: number,
  rise: number,
  system: DisclosureSystem,
  { cells, relations }: Neighbourhood,
  isHidden: IsHidden,
  solver: Solver,
): Move[] | undefined {
  // Of what is hidden anyway one column says how it moves; of others, how much they rise or fall.
  const columns: Column[] = [];
  const rises = new Map<number, number>();
  const falls = new Map<number, number>();
  for (const cell of cells) {
    const { count, weight, state } = system.cells[cell] ?? { count: 0, weight: 1, state: "open" };
    if (cell === target) {
      rises.set(cell, columns.push({ lower: rise, upper: rise }) - 1);
      continue;
    }
    if (state === "never" || isHidden(cell)) {
      rises.set(cell, columns.push({ lower: -count }) - 1);
      continue;
    }
    // A small cell cannot give much: several would have to be hidden in its place. Of equal ones
    // the smaller is the lesser loss to the reader.
    const price = weight * (1 + Math.log2(1 + count) / 32);
    rises.set(cell, columns.push({ lower: 0, cost: price / rise }) - 1);
    if (count === 0) continue;
    const cost = price / Math.max(1, Math.min(count, rise));
    falls.set(cell, columns.push({ lower: 0, upper: count, cost }) - 1);
  }
  const rows = relations.map(({ sense, terms }) => {
    // How far the sum may still rise where it need not be equal.
    let room = 0;
    const moving: { column: number; coefficient: number }[] = [];
    for (const { cell, coefficient } of terms) {
      room -= coefficient * (system.cells[cell]?.count ?? 0);
      const [up, down] = [rises.get(cell), falls.get(cell)];
      if (up !== undefined) moving.push({ column: up, coefficient });
      if (down !== undefined) moving.push({ column: down, coefficient: -coefficient });
    }
    return sense === "equal"
      ? { terms: moving, lower: 0, upper: 0 }
      : { terms: moving, upper: room };
  });
  const optimum = solver.with({ columns, rows }, (open) => open.cheapest());
  if (optimum === null || !("point" in optimum)) return undefined;
  const { point } = optimum;
  const at = (column: number | undefined) => (column === undefined ? 0 : (point[column] ?? 0));
  return cells.flatMap((cell) => {
    const by = at(rises.get(cell)) - at(falls.get(cell));
    return Math.abs(by) > 1e-6 ? [{ cell, by }] : [];
  });
}
