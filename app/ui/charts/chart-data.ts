/**
 * What charts and their tables are drawn from: plain counts, without knowledge of any survey.
 * `percent` has one decimal; null where there is no base (n is 0).
 */
export interface CountedRow {
  label: string;
  count: number;
  percent: number | null;
}

/** What every figure says of itself. */
export interface FigureFacts {
  /** Unique on the page; the SVG's title and patterns are named after it. */
  id: string;
  /** The question, as it stands above the chart. */
  title: string;
  /** Answered: the base of the percentages. */
  n: number;
  /** 無回答 */
  noAnswer: number;
  /** 非該当: was not asked. Left out when 0. */
  notApplicable?: number;
  /** 「複数回答」, 「模擬回答」: said beside n. */
  notes?: string[];
}

/** A row of a matrix: its parts stand in the order of the figure's columns. */
export interface StackedRow {
  label: string;
  n: number;
  parts: { count: number; percent: number | null }[];
}

/** From `from` (included) to `to` (included in the last bin only). */
export interface Bin {
  from: number;
  to: number;
  count: number;
  percent: number | null;
}

/** A percentage as it is printed: 34.0%. */
export function percentLabel(percent: number | null): string {
  return percent === null ? "－" : `${percent.toFixed(1)}%`;
}

/** A count or amount as it is printed: 1,234. */
export function numberLabel(number: number): string {
  return number.toLocaleString("ja-JP", { maximumFractionDigits: 2 });
}
