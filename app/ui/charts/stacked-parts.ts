import type { StackedRow } from "./chart-data.ts";

/** A part of a stacked bar in percent of its width; `place` null: all hidden counts together. */
export interface StackedPart {
  place: number | null;
  start: number;
  share: number;
  count: number | null;
  percent: number | null;
}

/**
 * The parts of a bar, by counts, so that rounded percentages leave no gap at the end. What of n the
 * shown counts leave over stands at the end as hidden: everybody can reckon as much. Null where
 * there is no whole to part: nobody answered, or n is hidden with one of the counts.
 */
export function stackedParts({ n, parts }: StackedRow): StackedPart[] | null {
  const anyHidden = parts.some(({ count }) => count === null);
  const shown = parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const total = anyHidden ? n : shown;
  if (total === null || total === 0) return null;
  const drawn: StackedPart[] = [];
  let start = 0;
  const add = (place: number | null, count: number, percent: number | null) => {
    const share = (count / total) * 100;
    drawn.push({ place, start, share, count: place === null ? null : count, percent });
    start += share;
  };
  for (const [place, { count, percent }] of parts.entries()) {
    if (count !== null && count > 0) add(place, count, percent);
  }
  if (total > shown) add(null, total - shown, null);
  return drawn;
}
