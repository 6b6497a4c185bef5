import type { ChoiceValue } from "../questionnaire.ts";

/**
 * Single tables of a survey: one for each question that can be answered, in order. JSON, with
 * keys in a fixed order, so that equal answers give equal bytes whatever order they came in.
 */
export interface Tabulation {
  /** Finished answers counted. In every table n + noAnswer + notApplicable is this number. */
  responses: number;
  tables: Table[];
}

/** What all tables share. */
export interface TableBase {
  /** Name of the question in the definition: q5. */
  question: string;
  /** 問5. */
  number: number;
  title: string;
  /** Labels of the articles the question bears on: 第8条. */
  articles: string[];
  /** Answered the question. The base of every percentage of the table. */
  n: number;
  /** 無回答: the question was shown and left unanswered. */
  noAnswer: number;
  /** 非該当: the question was not shown. */
  notApplicable: number;
}

/**
 * One line of a table. `percent` is of n, in percent with one decimal, 5 rounded up (四捨五入);
 * null when n is 0. Rounded percentages need not add up to 100.0.
 */
export interface CountRow {
  value: ChoiceValue | boolean;
  text: string;
  count: number;
  percent: number | null;
}

export interface SingleTable extends TableBase {
  kind: "single";
  rows: CountRow[];
  /** How many wrote a text to "other". The texts themselves are not in the tables. */
  otherTexts: number;
}

export interface MultipleTable extends TableBase {
  kind: "multiple";
  /** 複数回答: percentages are of those who answered and may add up to more than 100. */
  note: "複数回答";
  rows: CountRow[];
  otherTexts: number;
}

export interface BooleanTable extends TableBase {
  kind: "boolean";
  rows: CountRow[];
}

export interface RatingTable extends TableBase {
  kind: "rating";
  rows: CountRow[];
  minText: string;
  maxText: string;
  /** Of the steps that are numbers, two decimals; null when there are none. */
  mean: number | null;
}

/** `firstCount` and `meanRank`: over those who ranked the choice. `ranks[0]` counts first places. */
export interface RankingRow {
  value: ChoiceValue;
  text: string;
  ranks: number[];
  firstCount: number;
  firstPercent: number | null;
  meanRank: number | null;
}

export interface RankingTable extends TableBase {
  kind: "ranking";
  rows: RankingRow[];
}

export interface MatrixRow {
  value: ChoiceValue;
  text: string;
  /** Answered this row: the base of its percentages. */
  n: number;
  /** Question shown, this row not answered. */
  noAnswer: number;
  cells: CountRow[];
}

/** n counts those who answered at least one row. */
export interface MatrixTable extends TableBase {
  kind: "matrix";
  columns: { value: ChoiceValue; text: string }[];
  rows: MatrixRow[];
}

/** Two decimals. Quartiles interpolate linearly (as QUARTILE.INC of spreadsheets does). */
export interface NumberSummary {
  mean: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  min: number;
  max: number;
}

/** From `from` (included) to `to` (not included; included in the last bin). */
export interface HistogramBin {
  from: number;
  to: number;
  count: number;
  percent: number | null;
}

export interface NumberTable extends TableBase {
  kind: "number";
  summary: NumberSummary | null;
  histogram: HistogramBin[];
}

export interface DateTable extends TableBase {
  kind: "date";
  earliest: string | null;
  latest: string | null;
}

/** Free text: only how many wrote something. */
export interface TextTable extends TableBase {
  kind: "text";
}

/** One table an item of a multipletext question. */
export interface ItemsTable extends TableBase {
  kind: "items";
  items: FieldTable[];
}

/** A dynamic panel: tables over all its entries, so that their n counts entries, not firms. */
export interface EntriesTable extends TableBase {
  kind: "entries";
  entries: number;
  tables: Exclude<Table, EntriesTable>[];
}

export type FieldTable = NumberTable | DateTable | TextTable;

export type Table =
  | SingleTable
  | MultipleTable
  | BooleanTable
  | RatingTable
  | RankingTable
  | MatrixTable
  | NumberTable
  | DateTable
  | TextTable
  | ItemsTable
  | EntriesTable;
