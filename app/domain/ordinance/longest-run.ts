import type { Match } from "./match-branches.ts";

/**
 * The matches that changed their order among the others: those outside the longest run that stands
 * in the same order in both versions. `matches` in the order of the old version; O(n log n).
 */
export function movedMatches(matches: readonly Match[]): Match[] {
  const tails: number[] = [];
  const previous: number[] = [];
  matches.forEach((match, index) => {
    const order = match.after.order;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orderAt(matches, tails[middle]) < order) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const stays = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stays.add(at);
  return matches.filter((_, index) => !stays.has(index));
}

function orderAt(matches: readonly Match[], index: number | undefined): number {
  return index === undefined ? -1 : (matches[index]?.after.order ?? -1);
}
