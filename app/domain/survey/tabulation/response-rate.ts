import { type Strata, type StratumAxis, stratumAxes } from "../strata/strata.ts";
import { percentOf } from "./percent.ts";

/**
 * What became of one invited firm, after AAPOR's Standard Definitions for mail surveys of named
 * persons: complete (I), partial (P), refusal (R), returned 宛先不明 and no reply (unknown
 * eligibility, UH/UO), not eligible (NE, such as 廃業).
 */
export type Disposition =
  | "complete"
  | "partial"
  | "refusal"
  | "returned"
  | "no-reply"
  | "not-eligible";

/** `percent` = complete ÷ eligible, one decimal; null when nobody is eligible. */
export interface Rate {
  invited: number;
  complete: number;
  /** Invited less those known not to be eligible: RR1's denominator. */
  eligible: number;
  percent: number | null;
}

export interface ResponseRate {
  definition: "AAPOR RR1";
  overall: Rate;
  byStratum: { axis: StratumAxis; label: string; rows: (Rate & { stratum: string })[] }[];
}

/** Firms of one disposition in one combination of strata; `firms` is how many (1 if absent). */
export interface SampleCount {
  strata: Strata;
  disposition: Disposition;
  firms?: number;
}

/**
 * Response Rate 1 of AAPOR's Standard Definitions, the lowest of its six: completes over
 * I + P + R + NC + O + UH + UO. Partial answers do not count, and whoever could not be reached
 * or did not reply stays in the denominator. Strata stand in the order in which they first come.
 */
export function responseRate(counts: Iterable<SampleCount>): ResponseRate {
  const overall = emptyTally();
  const tallies = new Map(stratumAxes.map(({ axis }) => [axis, new Map<string, Tally>()]));
  for (const { strata, disposition, firms = 1 } of counts) {
    add(overall, disposition, firms);
    for (const [axis, byStratum] of tallies) {
      const tally = byStratum.get(strata[axis]) ?? emptyTally();
      add(tally, disposition, firms);
      byStratum.set(strata[axis], tally);
    }
  }
  return {
    definition: "AAPOR RR1",
    overall: rateOf(overall),
    byStratum: stratumAxes.map(({ axis, label }) => ({
      axis,
      label,
      rows: [...(tallies.get(axis) ?? [])].map(([stratum, tally]) => ({
        stratum,
        ...rateOf(tally),
      })),
    })),
  };
}

interface Tally {
  invited: number;
  complete: number;
  notEligible: number;
}

function emptyTally(): Tally {
  return { invited: 0, complete: 0, notEligible: 0 };
}

function add(tally: Tally, disposition: Disposition, firms: number): void {
  tally.invited += firms;
  if (disposition === "complete") tally.complete += firms;
  if (disposition === "not-eligible") tally.notEligible += firms;
}

function rateOf({ invited, complete, notEligible }: Tally): Rate {
  const eligible = invited - notEligible;
  return { invited, complete, eligible, percent: percentOf(complete, eligible) };
}
