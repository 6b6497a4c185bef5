import type { StratumAxis } from "./strata.ts";

/** The codes of each stratum, in the order in which they are shown. A roster may hold other values, kept as written. */
export const stratumCodes = {
  sector: ["工事", "委託", "物品"],
  size: ["小", "中", "大"],
  region: ["市内", "準市内", "県内", "県外"],
  grade: ["A", "B", "C", "なし"],
  tier: ["元請", "下請", "両方"],
} as const satisfies Record<StratumAxis, readonly string[]>;

/** The axes whose codes form a scale: only neighbours are alike. */
export const scaledAxes: ReadonlySet<StratumAxis> = new Set(["size", "region", "grade"]);

/** Compares two values of a stratum: the codes in their order, then other values by their characters. */
export function byCode(axis: StratumAxis): (a: string, b: string) => number {
  const codes: readonly string[] = stratumCodes[axis];
  const rank = (value: string) => (codes.includes(value) ? codes.indexOf(value) : codes.length);
  return (a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
