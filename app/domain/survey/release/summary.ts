import {
  howMany,
  meanOfNumbers,
  type NumberValues,
  quantileOf,
  twoDecimals,
} from "../counting/number-values.ts";
import type { VariableKind } from "../counting/variables.ts";
import type { PublishedRow, PublishedSummary } from "./published.ts";

/**
 * Mean, median and quartiles of a variable whose categories are all shown; null otherwise, since a
 * mean would tell of a hidden one. A median stands where each half holds the threshold, quartiles
 * where each quarter does.
 */
export function summaryOf(
  kind: VariableKind,
  rows: readonly PublishedRow[],
  numbers: NumberValues | undefined,
  threshold: number,
): PublishedSummary | null {
  if (kind === "choice" || kind === "written") return null;
  if (rows.length === 0 || rows.some(({ count }) => count === null)) return null;
  const values = kind === "class" ? numbers : stepsOf(rows);
  if (!values) return null;
  const n = howMany(values);
  if (n < threshold) return null;
  const rounded = (number: number | null) =>
    number === null || !Number.isFinite(number) ? null : twoDecimals(number);
  const mean = rounded(meanOfNumbers(values));
  if (kind === "place") return { mean, median: null, lowerQuartile: null, upperQuartile: null };
  const quantile = (share: number, parts: number) =>
    n < parts * threshold ? null : rounded(quantileOf(values, share));
  const [lowerQuartile, upperQuartile] = [quantile(0.25, 4), quantile(0.75, 4)];
  return { mean, median: quantile(0.5, 2), lowerQuartile, upperQuartile };
}

/** Steps of a rating and places of a ranking as numbers; undefined where one is none. */
export function stepsOf(
  rows: readonly { key: string; count: number | null }[],
): NumberValues | undefined {
  const steps = rows
    .filter(({ key, count }) => key !== "unranked" && (count ?? 0) > 0)
    .map(({ key, count }) => ({ value: Number(key), count: count ?? 0 }))
    .sort((a, b) => a.value - b.value);
  if (steps.length === 0 || steps.some(({ value }) => !Number.isFinite(value))) return undefined;
  return {
    values: Float64Array.from(steps, ({ value }) => value),
    counts: Float64Array.from(steps, ({ count }) => count),
  };
}
