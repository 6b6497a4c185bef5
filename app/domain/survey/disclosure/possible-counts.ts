import type { DisclosureSystem, Relation } from "./system.ts";

/** How far the counts of cells are known to reach, all that is shown staying as it is. */
export interface PossibleCounts {
  threshold: number;
  least: Float64Array;
  greatest: Float64Array;
  /** Whether a cell's counts reach so far that neither it nor that it is small can be known. */
  isSafe(cell: number): boolean;
  /**
   * Looks along a change of several cells how often it can be made forwards and backwards, each
   * time to whole counts of 0 and more that keep every relation: witnesses of what is possible,
   * reckoned exactly. A change that keeps them only nearly is passed over.
   */
  along(moves: readonly Move[]): void;
}

export interface Move {
  cell: number;
  by: number;
}

/** Solvers reckon in binary fractions; a count is whole. */
const slack = 1e-6;

/** Of nothing hidden, only the counts themselves are possible. */
export function possibleCounts(
  { cells }: DisclosureSystem,
  byCell: readonly (readonly Relation[])[],
  threshold: number,
): PossibleCounts {
  const counts = Float64Array.from(cells, ({ count }) => count);
  const least = counts.slice();
  const greatest = counts.slice();
  const countOf = (cell: number) => counts[cell] ?? 0;

  /** How often a change can be made, backwards (below 0) and forwards; undefined: not even once. */
  function timesOf(change: readonly Move[]): [number, number] | undefined {
    let [back, forth] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const limit = (by: number, room: number) => {
      if (by > 0) forth = Math.min(forth, Math.floor(room / by));
      if (by < 0) back = Math.max(back, -Math.floor(room / -by));
    };
    const sums = new Map<Relation, number>();
    const movedBy = new Map(change.map(({ cell, by }) => [cell, by]));
    for (const { cell, by } of change) {
      limit(-by, countOf(cell));
      for (const relation of byCell[cell] ?? []) sums.set(relation, 0);
    }
    for (const relation of sums.keys()) {
      let [sum, room] = [0, 0];
      for (const { cell, coefficient } of relation.terms) {
        sum += coefficient * (movedBy.get(cell) ?? 0);
        room -= coefficient * countOf(cell);
      }
      if (relation.sense === "atMost") limit(sum, room);
      else if (sum !== 0) return undefined;
    }
    return [back, forth];
  }

  return {
    threshold,
    least,
    greatest,
    isSafe: (cell) => {
      const most = greatest[cell] ?? 0;
      return most - (least[cell] ?? 0) >= threshold - 1 - slack && most >= threshold - slack;
    },
    along(moves) {
      const change = wholeSteps(moves);
      const times = change && timesOf(change);
      if (!times) return;
      for (const { cell, by } of change) {
        for (const time of times) {
          if (time === 0) continue;
          const count = countOf(cell) + time * by;
          least[cell] = Math.min(least[cell] ?? 0, count);
          greatest[cell] = Math.max(greatest[cell] ?? 0, count);
        }
      }
    },
  };
}

/** Fractions that vertices of such programs have; others are too rare to look for. */
const parts = [1, 2, 3, 4, 6];

/** The smallest whole change in the same proportions; undefined where none is near. */
function wholeSteps(moves: readonly Move[]): Move[] | undefined {
  const isWhole = (by: number) => Math.abs(by - Math.round(by)) < slack;
  const factor = parts.find((part) => moves.every(({ by }) => isWhole(by * part)));
  if (factor === undefined) return undefined;
  const whole = moves.map(({ cell, by }) => ({ cell, by: Math.round(by * factor) }));
  const common = whole.reduce((divisor, { by }) => greatestCommonDivisor(divisor, by), 0);
  return common === 0 ? undefined : whole.map(({ cell, by }) => ({ cell, by: by / common }));
}

function greatestCommonDivisor(one: number, other: number): number {
  let [greater, lesser] = [Math.abs(one), Math.abs(other)];
  while (lesser > 0) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}
