/** A number, "x" where it is hidden, null where there is none to give. */
export type FigureCell = number | "x" | null;

/** The tables a line can belong to. */
export const figureTables = [
  "回収",
  "回答者",
  "単純",
  "代表値",
  "層別",
  "クロス",
  "記述",
  "語",
] as const;
export type FigureTable = (typeof figureTables)[number];

/**
 * One cell of a release's tables, as the long form of every file has it. What a kind of table does
 * not have is "" or null.
 */
export interface FigureLine {
  table: FigureTable;
  /** 5 for 問5; null where the line is about no question. */
  question: number | null;
  title: string;
  /** q5, q7/r1. */
  variable: string;
  /** Text of the row, item or inner question. */
  part: string;
  /** What is counted: firms, or the entries of a dynamic panel. */
  unit: "者" | "件";
  /** Of 回収, 回答者, 層別: sector. Of クロス: the second variable, q7/r1. */
  axis: string;
  /** 業種; 問7　… */
  axisText: string;
  /** Of クロス: the key of the second variable's category. Else as `stratum`. */
  stratumKey: string;
  stratum: string;
  key: string;
  text: string;
  count: FigureCell;
  percent: number | null;
  weighted: number | null;
  lower: number | null;
  upper: number | null;
  /** Mean, median, quartiles. */
  value: FigureCell;
  n: FigureCell;
  noAnswer: FigureCell;
  notApplicable: FigureCell;
}

/** The lines of a release's file with what they are lines of. */
export interface ReleaseFigures {
  survey: string;
  number: number;
  label: string;
  /** サンプル・模擬回答; "" for what is none. */
  remark: string;
  lines: FigureLine[];
}

/** A line of which nothing is told yet. */
export const noFigure: FigureLine = {
  table: "単純",
  question: null,
  title: "",
  variable: "",
  part: "",
  unit: "者",
  axis: "",
  axisText: "",
  stratumKey: "",
  stratum: "",
  key: "",
  text: "",
  count: null,
  percent: null,
  weighted: null,
  lower: null,
  upper: null,
  value: null,
  n: null,
  noAnswer: null,
  notApplicable: null,
};
