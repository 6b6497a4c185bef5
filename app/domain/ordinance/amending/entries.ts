import { longestRun } from "../longest-run.ts";

/** A member of the old and a member of the new list that are the same one. */
export interface Kept<T> {
  before: T;
  after: T;
}

/** Two lists as one: what is kept in order, what is gone, what is new. */
export type Merged<T> = { before?: T; after?: T };

/**
 * Merges two lists. `sameAs` answers the counterpart of an old member; counterparts that changed
 * their order count as gone here and new there, since moving is taking out and putting in.
 */
export function mergeLists<T>(
  before: readonly T[],
  after: readonly T[],
  sameAs: (old: T) => T | undefined,
): Merged<T>[] {
  const position = new Map(after.map((each, index) => [each, index]));
  const pairs = before.flatMap((old) => {
    const other = sameAs(old);
    const at = other === undefined ? undefined : position.get(other);
    return other === undefined || at === undefined ? [] : [{ old, other, at }];
  });
  const run = longestRun(pairs.map(({ at }) => at));
  const kept = new Map(pairs.filter((_, index) => run.has(index)).map((pair) => [pair.old, pair]));
  const merged: Merged<T>[] = [];
  let next = 0;
  for (const old of before) {
    const pair = kept.get(old);
    if (!pair) {
      merged.push({ before: old });
      continue;
    }
    for (; next < pair.at; next += 1) merged.push({ after: after[next] as T });
    merged.push({ before: old, after: pair.other });
    next = pair.at + 1;
  }
  for (; next < after.length; next += 1) merged.push({ after: after[next] as T });
  return merged;
}
