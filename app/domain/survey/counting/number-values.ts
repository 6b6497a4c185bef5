/** Distinct numbers in ascending order, and how often each was given. */
export interface NumberValues {
  values: Float64Array;
  counts: Float64Array;
}

export const noNumbers: NumberValues = {
  values: new Float64Array(0),
  counts: new Float64Array(0),
};

/** The numbers of `given` (in any order) counted. */
export function numberValues(given: Float64Array): NumberValues {
  const sorted = given.toSorted();
  const values: number[] = [];
  const counts: number[] = [];
  for (const number of sorted) {
    if (values.length > 0 && values.at(-1) === number)
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      // -0 is 0.
      values.push(number === 0 ? 0 : number);
      counts.push(1);
    }
  }
  return { values: Float64Array.from(values), counts: Float64Array.from(counts) };
}

/** Both together. */
export function mergeNumbers(first: NumberValues, second: NumberValues): NumberValues {
  if (first.values.length === 0) return second;
  if (second.values.length === 0) return first;
  const values: number[] = [];
  const counts: number[] = [];
  let [a, b] = [0, 0];
  while (a < first.values.length || b < second.values.length) {
    const left = first.values[a] ?? Number.POSITIVE_INFINITY;
    const right = second.values[b] ?? Number.POSITIVE_INFINITY;
    values.push(Math.min(left, right));
    counts.push(
      (left <= right ? (first.counts[a] ?? 0) : 0) + (right <= left ? (second.counts[b] ?? 0) : 0),
    );
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return { values: Float64Array.from(values), counts: Float64Array.from(counts) };
}

/** How many numbers there are. */
export function howMany({ counts }: NumberValues): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Arithmetic mean, null of none; parts are added where the sum would pass the largest number. */
export function meanOfNumbers({ values, counts }: NumberValues): number | null {
  const n = howMany({ values, counts });
  if (n === 0) return null;
  const sum = values.reduce((total, value, at) => total + value * (counts[at] ?? 0), 0);
  if (Number.isFinite(sum)) return sum / n;
  return values.reduce((total, value, at) => total + value * ((counts[at] ?? 0) / n), 0);
}

/** Interpolates between order statistics (type 7 of Hyndman and Fan 1996); null of none. */
export function quantileOf(numbers: NumberValues, share: number): number | null {
  const n = howMany(numbers);
  if (n === 0) return null;
  const place = (n - 1) * share;
  const below = at(numbers, Math.floor(place));
  const above = at(numbers, Math.ceil(place));
  const part = place - Math.floor(place);
  return part === 0 ? below : below * (1 - part) + above * part;
}

/** The number at a place of all in ascending order. */
function at({ values, counts }: NumberValues, place: number): number {
  let passed = 0;
  for (const [index, count] of counts.entries()) {
    passed += count;
    if (place < passed) return values[index] ?? Number.NaN;
  }
  return Number.NaN;
}

/** Two decimals, 5 rounded up; numbers too large to have any stay as they are. */
export function twoDecimals(number: number): number {
  return Math.abs(number) >= 1e12 ? number : Math.round((number + Number.EPSILON) * 100) / 100;
}
