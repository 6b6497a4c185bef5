import type { KnownRelation } from "./known-relation.ts";

/**
 * One question (or row of a matrix, or place of a ranking) as the tables count it. "one": an answer
 * is in one category; "several": in one or more (複数回答).
 */
export interface CountedQuestion {
  id: string;
  answers: "one" | "several";
  categories: readonly string[];
  n: number;
  noAnswer: number;
  notApplicable: number;
  /** By category. */
  counts: readonly number[];
  /** Of entries: the different firms behind n and behind each category. */
  firms?: { n: number; counts: readonly number[] };
}

/** A question by the strata of one axis. The answers of each stratum are known to everybody. */
export interface CountedByStratum {
  question: string;
  axis: string;
  strata: readonly { stratum: string; n: number; noAnswer: number; notApplicable: number }[];
  /** counts[category][stratum] */
  counts: readonly (readonly number[])[];
  /** Of entries: the different firms, by stratum and as `counts`. */
  firms?: { n: readonly number[]; counts: readonly (readonly number[])[] };
}

/** One question by another, over those who answered both. */
export interface CountedByQuestion {
  question: string;
  by: string;
  /** By category of `by`: how many of these answered `question`. */
  bases: readonly number[];
  /** counts[category][category of by] */
  counts: readonly (readonly number[])[];
}

/** All that a release counts. */
export interface ReleaseCounts {
  /** Distinct for each release: "2". */
  release: string;
  responses: number;
  /** Answers by stratum of each axis. */
  axes: readonly { axis: string; strata: readonly { stratum: string; answers: number }[] }[];
  questions: readonly CountedQuestion[];
  byStratum: readonly CountedByStratum[];
  byQuestion: readonly CountedByQuestion[];
  /** What the questionnaire tells of the tables; what does not hold of these counts is left out. */
  known?: readonly KnownRelation[];
}
