/**
 * `count` of `n` in percent with one decimal, 5 rounded up (四捨五入); null when n is 0.
 * Reckoned in whole numbers, so that 0.05 is never lost to binary fractions.
 */
export function percentOf(count: number, n: number): number | null {
  if (n <= 0) return null;
  return Math.floor((count * 2000 + n) / (2 * n)) / 10;
}

/** A percentage as it is printed: 34.0%. A dash where there is no base. */
export function percentText(percent: number | null): string {
  return percent === null ? "－" : `${percent.toFixed(1)}%`;
}
