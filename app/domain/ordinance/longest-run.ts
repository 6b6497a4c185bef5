import type { Match } from "./match.ts";
import type { Branch } from "./provision-tree.ts";

/**
 * The matches of `before`, siblings of the old version, that changed their order among the others:
 * those outside the longest run that stands in the same order in both versions. O(n log n).
 */
export function movedMatches(before: readonly Branch[]): Match[] {
  let last = -1;
  const inOrder = before.every(({ match }) => {
    if (!match) return true;
    const follows = match.after.order > last;
    last = match.after.order;
    return follows;
  });
  if (inOrder) return [];
  const matches = before.flatMap(({ match }) => match ?? []);
  const stays = longestRun(matches.map((match) => match.after.order));
  return matches.filter((_, index) => !stays.has(index));
}

/** The positions of a longest rising run of numbers. */
export function longestRun(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? -1] ?? -1) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}
