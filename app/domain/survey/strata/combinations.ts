/** A combination of groups that occurs, one for each axis by number, and how many firms it holds. */
export interface Combination {
  row: readonly number[];
  firms: number;
}

/** Counts the combinations; rows without `firms` count one each. */
export function combinationsOf(
  rows: Iterable<readonly number[] | Combination>,
): [Combination, ...Combination[]] | [] {
  const counted = new Map<string, { row: readonly number[]; firms: number }>();
  for (const entry of rows) {
    const { row, firms } = "row" in entry ? entry : { row: entry, firms: 1 };
    const key = row.join(" ");
    const before = counted.get(key);
    if (before) before.firms += firms;
    else counted.set(key, { row, firms });
  }
  const [first, ...others] = counted.values();
  return first ? [first, ...others] : [];
}

/** How many firms stand in combinations of fewer than `threshold`. */
export function small(combinations: readonly Combination[], threshold: number): number {
  return combinations.reduce((sum, { firms }) => sum + (firms < threshold ? firms : 0), 0);
}

/** The combinations after two groups of an axis have become one, named by the first. */
export function joined(
  combinations: readonly Combination[],
  dimension: number,
  [into, from]: readonly [number, number],
): Combination[] {
  return combinationsOf(
    combinations.map((combination) =>
      combination.row[dimension] === from
        ? { ...combination, row: combination.row.with(dimension, into) }
        : combination,
    ),
  );
}

/** The groups of an axis with their firms, in the order of their categories. */
export function groupSizes(
  combinations: readonly Combination[],
  dimension: number,
): [group: number, firms: number][] {
  const sizes = new Map<number, number>();
  for (const { row, firms } of combinations) {
    const group = row[dimension] ?? 0;
    sizes.set(group, (sizes.get(group) ?? 0) + firms);
  }
  return [...sizes].sort(([a], [b]) => a - b);
}

/** What joining groups of `a` and `b` firms costs: the entropy of telling them apart, in bits over all firms. */
export function entropyOf(a: number, b: number): number {
  const bits = (firms: number) => firms * Math.log2(firms);
  return bits(a + b) - bits(a) - bits(b);
}
