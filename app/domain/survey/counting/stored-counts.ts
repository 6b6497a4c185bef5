import type { Strata } from "../strata/strata.ts";
import type { NumberValues } from "./number-values.ts";
import type { CountedVariable } from "./variables.ts";

/**
 * What a release has counted, exactly: never published, and what the next release of the same
 * survey adds to. Variables stand in the order of `countedVariables`; their slots are those of
 * `Counts`: the categories, elsewhere, 無回答, 非該当, n.
 */
export interface StoredCounts extends CountedTables {
  /** The entries of each dynamic panel: there "answers" are entries, and nothing is crossed. */
  panels: Record<string, CountedTables>;
}

/** Tables of answers that share their layout. */
export interface CountedTables {
  responses: number;
  /** Classes of the numbers by variable, fixed by the first release that had any. */
  edges: Record<string, number[]>;
  variables: readonly CountedVariable[];
  /** The combinations of strata that answers came from, in the order in which they first came. */
  combinations: Strata[];
  /** Answers by combination. */
  answers: Float64Array;
  /** byCombination[variable][combination * slots + slot] */
  byCombination: Float64Array[];
  /** byVariable[first][second - first - 1][slot of second * slots of first + slot of first] */
  byVariable: Float64Array[][];
  /** Of entries: the different firms in each slot, laid out as `byCombination`. */
  firms?: Float64Array[];
  /** By number variable. */
  numbers: Record<string, NumberValues>;
  /** By number variable: the sum of each combination; not finite where it passed the largest number. */
  sums: Record<string, Float64Array>;
}
