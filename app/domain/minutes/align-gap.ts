import type { Candidate } from "./candidate.ts";
import { similarity } from "./similarity.ts";

/** Below this two utterances in the same place are not the same one reworded. */
const alike = 0.3;

/** How much more alike two texts must be when their speakers differ: then the speaker was corrected. */
const otherSpeaker = 0.5;

/** Shorter texts (「異議ありません」) are never given to another speaker. */
const distinctive = 12;

/** How far from the diagonal pairs are sought when both sides are long. */
const reach = 60;

/** Stretches with more pairs than this are cut in halves: a table of them all would fill the memory. */
const largestTable = 1_000_000;

/**
 * Pairs the utterances of two short stretches in order so that first as many equal ones as possible
 * are paired, then the sum of likeness is greatest. Returns pairs of places, both increasing.
 */
export function alignGap(
  old: readonly Candidate[],
  fresh: readonly Candidate[],
): [number, number][] {
  if (old.length === 0 || fresh.length === 0) return [];
  if (old.length * fresh.length > largestTable) return alignHalves(old, fresh);
  const width = fresh.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const gains = new Float64Array((old.length + 1) * width);
  const exact = Math.min(old.length, fresh.length) + 1;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const here = i * width + j;
      const gain = isNear(i, old.length, j, fresh.length) ? likeness(old[i], fresh[j], exact) : 0;
      gains[here] = gain;
      const paired = gain > 0 ? gain + (best[here + width + 1] ?? 0) : 0;
      best[here] = Math.max(paired, best[here + width] ?? 0, best[here + 1] ?? 0);
    }
  }
  return walk(old.length, fresh.length, best, gains);
}

function alignHalves(old: readonly Candidate[], fresh: readonly Candidate[]): [number, number][] {
  const [i, j] = [old.length >> 1, fresh.length >> 1];
  const second = alignGap(old.slice(i), fresh.slice(j));
  return [
    ...alignGap(old.slice(0, i), fresh.slice(0, j)),
    ...second.map(([a, b]): [number, number] => [a + i, b + j]),
  ];
}

function walk(rows: number, columns: number, best: Float64Array, gains: Float64Array) {
  const width = columns + 1;
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = i * width + j;
    const gain = gains[here] ?? 0;
    if (gain > 0 && best[here] === gain + (best[here + width + 1] ?? 0)) {
      pairs.push([i++, j++]);
    } else if (best[here] === best[here + width]) i++;
    else j++;
  }
  return pairs;
}

function isNear(i: number, rows: number, j: number, columns: number): boolean {
  return Math.abs((i * columns) / rows - j) <= reach;
}

function likeness(a: Candidate | undefined, b: Candidate | undefined, exact: number): number {
  if (!a || !b) return 0;
  const isSameSpeaker = a.speaker === b.speaker;
  if (isSameSpeaker && a.print.key === b.print.key) return exact;
  if (!isSameSpeaker && Math.min(a.print.key.length, b.print.key.length) < distinctive) return 0;
  const score = similarity(a.print, b.print) - (isSameSpeaker ? 0 : otherSpeaker);
  return score >= alike ? score : 0;
}
