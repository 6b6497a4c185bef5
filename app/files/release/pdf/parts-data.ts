import { numberText } from "#app/domain/japan/number-text.ts";
import type { PublishedVariable } from "#app/domain/survey/release/published.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import { numbered } from "./strata-tables.ts";
import { countText } from "./variable-data.ts";

/** As many shades and hatchings as a stacked bar can have. */
const mostParts = 8;

/**
 * The rows of a matrix or items of a ranking in one table and one chart of stacked bars. What is
 * hidden of a bar is one part of its own; a bar without a base is left out.
 */
export function partsData(variables: readonly PublishedVariable[]) {
  const heads = variables[0]?.rows.map(({ text }, index) => numbered(index + 1, text)) ?? [];
  const hasMean = variables.some(({ summary }) => summary?.mean != null);
  return {
    heads,
    hasMean,
    legend: heads.length > mostParts ? [] : heads,
    hasHidden: variables.some(
      ({ n, rows }) => n !== null && rows.some(({ count }) => count === null),
    ),
    rows: variables.map(({ part, n, noAnswer, notApplicable, rows, summary }) => ({
      text: part?.text ?? "",
      bases: [n, noAnswer, notApplicable].map(countText),
      cells: rows.map(({ count, percent }) => ({
        count: countText(count),
        percent: percentText(percent),
        value: percent,
      })),
      hidden: restOf(rows.map(({ percent }) => percent)),
      mean: summary?.mean == null ? "－" : numberText(summary.mean),
      drawn: n !== null && n > 0,
    })),
  };
}

/** What the shown shares leave of 100 %. */
function restOf(shares: readonly (number | null)[]): number {
  if (!shares.includes(null)) return 0;
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  return Math.max(0, Math.round(10 * (100 - sum)) / 10);
}
