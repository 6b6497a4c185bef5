import type { StratumAxis } from "../strata/strata.ts";

/**
 * How simulated firms lean, by question name: data beside a questionnaire, so that a simulation
 * says something like what such firms might say. All parts are optional; without a leaning every
 * choice is about as likely.
 */
export type Leanings = { readonly [question: string]: Leaning };

export interface Leaning {
  /** Share of firms that answer when they need not, 0 to 1. */
  answered?: number;
  /** Weight by choice value, for a boolean by "true" and "false". */
  weights?: Weights;
  /** Weight by column for each row of a matrix. */
  rows?: { readonly [row: string]: Weights };
  /** Factors on the weights by stratum: { sector: { 工事: { a1: 3 } } }. */
  by?: { readonly [Axis in StratumAxis]?: { readonly [stratum: string]: Weights } };
  /** Lower and upper end of nine numbers in ten; by size of firm where that matters. */
  range?: readonly [number, number];
  rangeBySize?: { readonly [size: string]: readonly [number, number] };
  /** Texts to draw from, for comments and for "other". */
  texts?: readonly string[];
}

export type Weights = { readonly [value: string]: number };
