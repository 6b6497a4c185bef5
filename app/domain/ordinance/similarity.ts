import { comparable } from "./glyphs.ts";
import { withoutNumbers } from "./numerals.ts";

/**
 * The shingles of a text: every run of three characters as a number, without the places of
 * numbers, so that renumbered references do not make provisions look different.
 */
export type Shingles = ReadonlySet<number>;

/** The shingles of a text; one shorter than three characters is a single one, an empty one none. */
export function shinglesOf(text: string): Shingles {
  const source = withoutNumbers(comparable(text).replace(/[\ue000-\ue005]/g, ""));
  const shingles = new Set<number>();
  if (source.length < 3) {
    if (source !== "") shingles.add(hash(source, 0, source.length));
    return shingles;
  }
  for (let at = 0; at + 3 <= source.length; at += 1) shingles.add(hash(source, at, at + 3));
  return shingles;
}

function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value;
}

/** How many shingles two texts have in common. */
export function overlap(a: Shingles, b: Shingles): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const shingle of small) if (large.has(shingle)) count += 1;
  return count;
}

/** 0..1: the share of shingles that two texts have in common (Dice). */
export function dice(common: number, a: Shingles, b: Shingles): number {
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** The shingles of `a` that are not in `b`. */
export function without(a: Shingles, b: Shingles | undefined): Shingles {
  if (!b) return a;
  const rest = new Set<number>();
  for (const shingle of a) if (!b.has(shingle)) rest.add(shingle);
  return rest;
}

/**
 * Finds, for a text, the texts of a collection that share rare shingles with it, without comparing
 * each with each: shingles that many texts have (「市長は、」) are looked up but not followed.
 */
export class ShingleIndex {
  private readonly postings = new Map<number, number[]>();

  constructor(private readonly texts: readonly Shingles[]) {
    for (const [index, shingles] of texts.entries()) {
      for (const shingle of shingles) {
        const posting = this.postings.get(shingle);
        if (posting) posting.push(index);
        else this.postings.set(shingle, [index]);
      }
    }
  }

  /** Positions in the collection with the number of common shingles, the most first; at most 8. */
  nearest(shingles: Shingles): { index: number; common: number }[] {
    const common = Math.min(24, this.texts.length);
    const votes = new Map<number, number>();
    for (const shingle of shingles) {
      const posting = this.postings.get(shingle);
      if (!posting || posting.length > common) continue;
      for (const index of posting) votes.set(index, (votes.get(index) ?? 0) + 1);
    }
    return [...votes.entries()]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 8)
      .map(([index]) => {
        const text = this.texts[index];
        return { index, common: text ? overlap(shingles, text) : 0 };
      });
  }
}
