import { alignGap } from "./align-gap.ts";
import { type Candidate, candidate, identity, type SpokenText } from "./candidate.ts";
import { longestIncreasing } from "./longest-increasing.ts";

/** An utterance of the version before, with its permanent number. */
export interface NumberedText extends SpokenText {
  number: number;
}

/** Which number each utterance of the newer version has, in its order, and what became of the rest. */
export interface UtteranceMatch {
  numbers: number[];
  /** Numbers of the version before that no utterance has any more, in their old order. */
  removed: number[];
  /** The number the next new utterance would get. */
  next: number;
}

/** A text moved to another place keeps its number only when it is long enough to be itself. */
const distinctive = 12;

/**
 * Decides which utterances of a correction are those of the version before. Equal ones (same
 * speaker, same text but for width and spaces) come first and keep their order; between them those
 * alike are paired in order; an equal one that was moved keeps its number as well. All others get
 * new numbers from `next` on, which is one more than any number ever used in the meeting.
 */
export function matchUtterances(
  before: readonly NumberedText[],
  after: readonly SpokenText[],
  next: number,
): UtteranceMatch {
  const old = before.map(candidate);
  const fresh = after.map(candidate);
  const partner = new Map<number, number>();
  const anchors = longestIncreasing(uniquePairs(old, fresh));
  let from: [number, number] = [0, 0];
  for (const [i, j] of [...anchors, [old.length, fresh.length] as const]) {
    for (const [a, b] of alignGap(old.slice(from[0], i), fresh.slice(from[1], j))) {
      partner.set(from[1] + b, from[0] + a);
    }
    if (i < old.length) partner.set(j, i);
    from = [i + 1, j + 1];
  }
  pairMoved(old, fresh, partner);
  return numbersFrom(before, after.length, partner, next);
}

/** Pairs of equal utterances that occur once on each side: sure anchors, in the order of the newer. */
function uniquePairs(old: Candidate[], fresh: Candidate[]): [number, number][] {
  const places = (list: Candidate[]) => {
    const found = new Map<string, number[]>();
    list.forEach((one, at) => {
      const key = identity(one);
      found.set(key, [...(found.get(key) ?? []).slice(0, 1), at]);
    });
    return found;
  };
  const oldPlaces = places(old);
  return [...places(fresh)].flatMap(([key, [j, ...moreNew]]) => {
    const [i, ...moreOld] = oldPlaces.get(key) ?? [];
    const isUnique = moreNew.length === 0 && moreOld.length === 0;
    return isUnique && i !== undefined && j !== undefined ? [[i, j] as [number, number]] : [];
  });
}

/** Gives equal long utterances that stand elsewhere now to each other. Alters `partner`. */
function pairMoved(old: Candidate[], fresh: Candidate[], partner: Map<number, number>): void {
  const taken = new Set(partner.values());
  const free = new Map<string, number[]>();
  old.forEach((one, i) => {
    if (taken.has(i) || one.print.key.length < distinctive) return;
    free.set(identity(one), [...(free.get(identity(one)) ?? []), i]);
  });
  fresh.forEach((one, j) => {
    const i = partner.has(j) ? undefined : free.get(identity(one))?.shift();
    if (i !== undefined) partner.set(j, i);
  });
}

function numbersFrom(
  before: readonly NumberedText[],
  length: number,
  partner: Map<number, number>,
  first: number,
): UtteranceMatch {
  let next = first;
  const numbers = Array.from({ length }, (_, j) => {
    const i = partner.get(j);
    return (i === undefined ? undefined : before[i]?.number) ?? next++;
  });
  const kept = new Set(partner.values());
  const removed = before.flatMap(({ number }, i) => (kept.has(i) ? [] : [number]));
  return { numbers, removed, next };
}
