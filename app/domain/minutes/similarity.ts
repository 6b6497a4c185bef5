import { comparisonKey } from "../japan/comparison-key.ts";

/** A text prepared for comparing: its key, and how often each pair of neighbouring characters occurs. */
export interface Fingerprint {
  key: string;
  pairs: Map<string, number>;
  size: number;
}

/** Prepares a text once, so that it can be compared with many. */
export function fingerprint(text: string): Fingerprint {
  const key = comparisonKey(text);
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < key.length; at++) {
    const pair = key.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { key, pairs, size: Math.max(0, key.length - 1) };
}

/** How alike two texts are, from 0 to 1: Dice's coefficient over pairs of characters; 1 when equal. */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  if (a.key === b.key) return 1;
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of small.pairs) shared += Math.min(count, large.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
