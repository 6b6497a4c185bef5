import { diffChars } from "diff";

/** How much of two texts is the same, 0 to 1, by characters kept in order. */
export function likeness(before: string, after: string): number {
  const longer = Math.max(before.length, after.length);
  if (longer === 0) return 1;
  const kept = diffChars(before.slice(0, 500), after.slice(0, 500))
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return kept / Math.min(longer, 500);
}

/** Below this a text has another meaning, not another wording. */
export const sameMeaning = 0.35;
