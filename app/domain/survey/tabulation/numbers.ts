import { percentOf } from "./percent.ts";
import type { HistogramBin, NumberSummary } from "./tables.ts";

/** Two decimals, 5 rounded up; numbers too large to have any stay as they are. */
export function twoDecimals(number: number): number {
  return Math.abs(number) >= 1e12 ? number : Math.round((number + Number.EPSILON) * 100) / 100;
}

/** `sorted` ascends. The sum runs over sorted numbers, so that the order of answers is no matter. */
export function summarize(sorted: readonly number[]): NumberSummary | null {
  const [min, max] = [sorted.at(0), sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return {
    mean: twoDecimals(meanOf(sorted)),
    median: twoDecimals(quantile(sorted, 0.5)),
    lowerQuartile: twoDecimals(quantile(sorted, 0.25)),
    upperQuartile: twoDecimals(quantile(sorted, 0.75)),
    min,
    max,
  };
}

/** Arithmetic mean; parts are added where the sum itself would pass the largest number. */
export function meanOf(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (Number.isFinite(sum)) return sum / numbers.length;
  return numbers.reduce((total, number) => total + number / numbers.length, 0);
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  const part = place - Math.floor(place);
  return below * (1 - part) + above * part;
}

const aimedBins = 8;

/**
 * About eight bins of a round width (1, 2 or 5 times a power of ten, at least 1 for whole
 * numbers) that begin at a multiple of it; the greatest number falls into the last bin.
 */
export function histogram(sorted: readonly number[]): HistogramBin[] {
  const [min, max] = [sorted.at(0), sorted.at(-1)];
  if (min === undefined || max === undefined) return [];
  const width = binWidth(max / aimedBins - min / aimedBins, sorted.every(Number.isInteger));
  // Equal numbers, or too close together for round edges between them.
  if (!(width > Math.max(Math.abs(min), Math.abs(max)) * 1e-9)) {
    return [{ from: min, to: max, count: sorted.length, percent: 100 }];
  }
  const first = Math.floor(min / width);
  const last = Math.max(first, Math.ceil(max / width) - 1);
  const edge = (index: number) => Number((index * width).toPrecision(12));
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const number of sorted) {
    const index = Math.min(Math.floor(number / width), last) - first;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({
    from: edge(first + index),
    to: edge(first + index + 1),
    count,
    percent: percentOf(count, sorted.length),
  }));
}

function binWidth(least: number, whole: boolean): number {
  if (least === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5, 10].find((step) => step * power >= least) ?? 10;
  const width = Number((round * power).toPrecision(1));
  return whole ? Math.max(1, width) : width;
}
