import { type Combination, entropyOf, groupSizes } from "./combinations.ts";

/** A merge of two groups of one axis that may be made. */
export interface Merge {
  dimension: number;
  /** The groups, named by their first categories, the lower first. */
  groups: readonly [number, number];
  /** Two categories whose link makes it: on a scale those that meet, so that links can be taken back one by one. */
  link: readonly [number, number];
  /** In bits over all firms, above 0. */
  cost: number;
}

/** A nominal axis offers its smallest group to this many of the next larger ones. */
const partners = 8;

/** The merges of an axis: neighbours on a scale, elsewhere the smallest group with the next larger ones. */
export function mergesOf(
  combinations: readonly Combination[],
  dimension: number,
  scaled: boolean,
): Merge[] {
  const sizes = groupSizes(combinations, dimension);
  if (scaled) {
    return sizes.slice(1).flatMap(([group, firms], index) => {
      const [before, firmsBefore] = sizes[index] ?? [group, firms];
      const cost = entropyOf(firmsBefore, firms);
      return [{ dimension, groups: [before, group], link: [group - 1, group], cost }];
    });
  }
  const [smallest, ...others] = sizes.toSorted(([a, x], [b, y]) => x - y || a - b);
  if (!smallest) return [];
  return others.slice(0, partners).map(([group, firms]) => {
    const pair = [Math.min(smallest[0], group), Math.max(smallest[0], group)] as const;
    return { dimension, groups: pair, link: pair, cost: entropyOf(smallest[1], firms) };
  });
}
