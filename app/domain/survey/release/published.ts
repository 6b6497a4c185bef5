import type { Audit } from "../disclosure/protect-release.ts";
import type { ChoiceValue, Question, SurveyMode } from "../index.ts";
import type { ResponseRate } from "../tabulation/response-rate.ts";

/**
 * A release (集計版) as everybody sees it: what pages, files, feeds and the interim draft say of a
 * survey comes from here and from nowhere else. Plain JSON. `null` in the place of a count is a
 * hidden cell, and whatever would follow from it (its percentage, a mean) is null as well.
 */
export interface PublishedRelease {
  format: 2;
  /** Slug of the survey. */
  survey: string;
  number: number;
  label: ReleaseLabel;
  /** YYYY-MM-DD: answers received by the end of this day are counted. */
  cutOff: string;
  /** Edition of the questionnaire by which it was counted. */
  edition: number;
  mode: SurveyMode;
  /** Smallest count that is shown. */
  threshold: number;
  /** Finished answers counted. */
  responses: number;
  responseRate: ResponseRate;
  /** The axes by which tables are shown, with strata merged where they are small. */
  axes: PublishedAxis[];
  questions: PublishedQuestion[];
  /** Pairs of variables with a table of their own, first by second: see `PublishedCrossing`. */
  crossings: { rows: string; columns: string }[];
  /** Tables that could not be shown at all, by names people read. */
  withheld: string[];
  /** The proof that nothing hidden can be narrowed. */
  audit: Audit;
  weighting: Weighting;
}

export type ReleaseLabel = "速報" | "確報";

/** A count; null where it is hidden. */
export type PublishedCount = number | null;

export interface PublishedAxis {
  /** sector */
  axis: string;
  /** 業種 */
  label: string;
  strata: { stratum: string; answers: number }[];
}

/** How the weighted shares were made, or why there are none. */
export type Weighting =
  | {
      weighted: true;
      /** 業種, 規模: what was raked to. */
      axes: string[];
      /** (Σw)² ÷ Σw² over all answers (Kish). */
      effectiveNumber: number;
      least: number;
      greatest: number;
    }
  | { weighted: false; reason: string };

/** A question with its variables: one, but a row each of a matrix, an item each of a ranking. */
export interface PublishedQuestion {
  name: string;
  /** 5 for 問5. */
  number: number;
  title: string;
  type: Question["type"];
  /** Labels of the articles the question bears on: 第8条. */
  articles: string[];
  variables: PublishedVariable[];
  /** Texts that the secretariat has released, sorted; null: the question takes no text. */
  texts: PublishedTexts | null;
}

/** In every variable n + noAnswer + notApplicable is the number of answers (or entries). */
export interface PublishedVariable {
  /** q5, q7/r1 (row of a matrix), q9/a (item of a ranking), q10/item (multipletext), q12/inner (panel). */
  id: string;
  /** Row, item, or inner question; null where the variable is the whole question. */
  part: { value: ChoiceValue; text: string } | null;
  kind: "choice" | "rating" | "place" | "class" | "written";
  answers: "one" | "several";
  /** Whose answers are counted: firms, or the entries of a dynamic panel. */
  counts: "firms" | "entries";
  n: PublishedCount;
  noAnswer: PublishedCount;
  notApplicable: PublishedCount;
  rows: PublishedRow[];
  /** Words at the ends of a rating. */
  ends: { least: string; greatest: string } | null;
  summary: PublishedSummary | null;
  byStratum: PublishedByStratum[];
}

/** One category. `percent` is of n, one decimal, 四捨五入. */
export interface PublishedRow {
  /** Value of the choice as text; the place of a ranking, "1" first; lower edge of a class. */
  key: string;
  text: string;
  /** Of a class: from (included) to (not included); null: open. */
  from?: number | null;
  to?: number | null;
  count: PublishedCount;
  percent: number | null;
  /** Beside the raw figure and never instead of it; null where it would tell a hidden cell. */
  weighted: WeightedShare | null;
}

/** Percent with one decimal: the raked share and Wilson's 95 % interval with effective n (参考). */
export interface WeightedShare {
  percent: number;
  lower: number;
  upper: number;
}

/**
 * Of numbers and ratings (steps as numbers) and places of a ranking (mean alone). Two decimals;
 * shown only where no class is hidden. Quartiles: none where a quarter holds fewer than the
 * threshold.
 */
export interface PublishedSummary {
  mean: number | null;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
}

/** A variable by the strata of one axis; `cells[row][stratum]` in the order of rows and strata. */
export interface PublishedByStratum {
  axis: string;
  strata: {
    stratum: string;
    n: PublishedCount;
    noAnswer: PublishedCount;
    notApplicable: PublishedCount;
    mean: number | null;
  }[];
  cells: PublishedCount[][];
}

/** One variable by another, over those who answered both. `n[column]` is the base of its column. */
export interface PublishedCrossing {
  /** Variable whose categories are the rows, and the one whose categories are the columns. */
  rows: string;
  columns: string;
  n: PublishedCount[];
  /** cells[row][column] */
  cells: PublishedCount[][];
}

export interface PublishedTexts {
  /** Firms that wrote something; null: hidden. */
  written: PublishedCount;
  /** After redaction, near-identical ones together; `firms` null: hidden. */
  published: { text: string; firms: PublishedCount }[];
  /** Words that at least as many firms used as the threshold says, the most frequent first. */
  keywords: { word: string; firms: number }[];
}
