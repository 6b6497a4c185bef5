import { numberText } from "#app/domain/japan/number-text.ts";

/**
 * What charts are drawn from: plain counts, without knowledge of any survey. `count` null: hidden,
 * drawn as 「x」 and never as a length. `percent` has one decimal; null where there is no base.
 */
export interface CountedRow {
  label: string;
  count: number | null;
  percent: number | null;
}

/** What every figure says of itself. */
export interface FigureFacts {
  /** Unique on the page; the SVG's title and patterns are named after it. */
  id: string;
  /** What is drawn, as it stands above the chart. */
  title: string;
  /** Answered: the base of the percentages; null: hidden; undefined: each row has its own. */
  n: number | null | undefined;
  /** 「複数回答」, 「模擬回答」: said beside n. */
  notes?: string[];
}

/** A row of a matrix, or a stratum: its parts stand in the order of the figure's columns. */
export interface StackedRow {
  label: string;
  n: number | null;
  parts: { count: number | null; percent: number | null }[];
}

/** From `from` (included) to `to` (not included); null: open at that end. */
export interface Bin {
  label: string;
  from: number | null;
  to: number | null;
  count: number | null;
  percent: number | null;
}

/** What stands for a hidden count. */
export const hiddenMark = "x";

/** A percentage as it is printed: 34.0%. */
export function percentLabel(percent: number | null): string {
  return percent === null ? "－" : `${percent.toFixed(1)}%`;
}

/** A count or amount as it is printed: 1,234; 「x」 where it is hidden. */
export function numberLabel(number: number | null): string {
  return number === null ? hiddenMark : numberText(number);
}

/** 78（34.0%）; 「x」 where it is hidden, and the count alone where its base is hidden. */
export function shareLabel({ count, percent }: { count: number | null; percent: number | null }) {
  if (count === null) return hiddenMark;
  return `${numberLabel(count)}${percent === null ? "" : `（${percentLabel(percent)}）`}`;
}
