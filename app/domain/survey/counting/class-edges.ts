import { type NumberValues, quantileOf } from "./number-values.ts";

const aimedClasses = 8;

/**
 * Lower edges of the classes that numbers are counted in: about eight of a round width (1, 2 or 5
 * times a power of ten, at least 1 for whole numbers) between the 5th and the 95th percentile, so
 * that neither a single large firm nor a small one sets an edge. The first class is open below, the
 * last above. Fewer than two edges: the numbers are too much alike for classes.
 */
export function classEdges(numbers: NumberValues): number[] {
  const [low, high] = [quantileOf(numbers, 0.05), quantileOf(numbers, 0.95)];
  if (low === null || high === null) return [];
  const whole = numbers.values.every(Number.isInteger);
  const width = roundWidth(high / aimedClasses - low / aimedClasses, whole);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (!Number.isFinite(width) || !(width > largest * 1e-9)) return [];
  const first = Math.floor(low / width);
  const last = Math.floor(high / width);
  const edges = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * width).toPrecision(12)),
  ).filter(Number.isFinite);
  return edges.length < 2 ? [] : edges;
}

function roundWidth(least: number, whole: boolean): number {
  if (!(least > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5, 10].find((step) => step * power >= least) ?? 10;
  const width = Number((round * power).toPrecision(1));
  return whole ? Math.max(1, width) : width;
}
