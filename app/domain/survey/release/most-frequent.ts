import type { PublishedRow } from "./published.ts";

/** A category whose count is shown. */
export type ShownRow = PublishedRow & { count: number };

/** What can be said of the categories whose counts are shown. */
export interface MostFrequent {
  /** With the greatest shown count, all of them where several share it; none where it is 0. */
  first: ShownRow[];
  /** With the next greatest, where one category alone has it and another alone is first. */
  second: ShownRow | undefined;
  /** Categories with a hidden count: one of them could be the most frequent of all. */
  hidden: PublishedRow[];
}

/** Looks for the most frequent categories of a table among those whose counts are shown. */
export function mostFrequent(rows: readonly PublishedRow[]): MostFrequent {
  const shown = rows.filter((row): row is ShownRow => row.count !== null);
  const greatest = Math.max(0, ...shown.map(({ count }) => count));
  const first = greatest === 0 ? [] : shown.filter(({ count }) => count === greatest);
  const rest = shown.filter(({ count }) => count < greatest);
  const next = Math.max(0, ...rest.map(({ count }) => count));
  const seconds = next === 0 ? [] : rest.filter(({ count }) => count === next);
  return {
    first,
    second: first.length === 1 && seconds.length === 1 ? seconds[0] : undefined,
    hidden: rows.filter(({ count }) => count === null),
  };
}
