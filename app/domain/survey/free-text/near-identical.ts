import { likeness, shinglesOf } from "./shingles.ts";

/** A text that several answers share, but for what its key folds. */
export interface SameText {
  key: string;
  /** How many firms wrote it. */
  firms: number;
}

/** From this likeness on two texts are nearly the same. */
const alike = 0.75;

/** Beyond as many different texts only those with the same key go together. */
const mostCompared = 20_000;

/** Texts with which a text is compared at most: those that share its rarest pairs. */
const mostCandidates = 200;

/**
 * Puts nearly identical texts together, each group with the one most often written first. Texts
 * that differ in a number, or in a word that turns the sense (不, ない, 反対), never go together.
 * The result hangs on the texts alone, not on the order they are given in.
 */
export function groupTexts<T extends SameText>(texts: readonly T[]): [T, ...T[]][] {
  const ordered = [...texts].sort(
    (a, b) => b.firms - a.firms || a.key.length - b.key.length || (a.key < b.key ? -1 : 1),
  );
  if (ordered.length > mostCompared) return ordered.map((text) => [text]);
  const shingles = new Map(ordered.map(({ key }) => [key, shinglesOf(key)]));
  const rarity = frequencies([...shingles.values()]);
  const groups: { sense: string; shingles: Uint32Array; members: [T, ...T[]] }[] = [];
  const places = new Map<number, number[]>();
  for (const text of ordered) {
    const own = shingles.get(text.key) ?? new Uint32Array();
    const sense = senseOf(text.key);
    const rarest = prefixOf(own, rarity);
    let best: { group: (typeof groups)[number]; likeness: number } | undefined;
    for (const place of candidates(rarest, places)) {
      const group = groups[place];
      if (group === undefined || group.sense !== sense) continue;
      const found = likeness(group.shingles, own);
      if (found >= alike && found > (best?.likeness ?? 0)) best = { group, likeness: found };
    }
    if (best !== undefined) {
      best.group.members.push(text);
      continue;
    }
    for (const shingle of rarest)
      places.set(shingle, [...(places.get(shingle) ?? []), groups.length]);
    groups.push({ sense, shingles: own, members: [text] });
  }
  return groups.map(({ members }) => members);
}

function frequencies(all: readonly Uint32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const list of all) {
    for (const shingle of list) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** So many of a text's rarest pairs that any text alike to it shares one of them. */
function prefixOf(own: Uint32Array, rarity: ReadonlyMap<number, number>): number[] {
  const length = Math.floor((1 - alike) * own.length) + 1;
  const rank = (shingle: number) => rarity.get(shingle) ?? 0;
  return [...own].sort((a, b) => rank(a) - rank(b) || a - b).slice(0, length);
}

/** The groups that share most of these pairs first, the earlier among equals. */
function candidates(rarest: readonly number[], places: ReadonlyMap<number, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const shingle of rarest) {
    for (const place of places.get(shingle) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, often], [b, oftener]) => oftener - often || a - b)
    .slice(0, mostCandidates)
    .map(([place]) => place);
}

const turning = /不|無|非|未|反対|賛成|ない|なく|なし|なけれ|ません|ませぬ|ぬ|ず/g;

const numbers =
  /[-+±ー<>≦≧≤≥]{0,3}\.?[0-9]+(?:[^\p{L}0-9]{1,8}[0-9]+)*[%‰]?|[一二三四五六七八九十百千万億兆]+/gu;

/**
 * What must be the same in two texts that are nearly the same: numbers with their signs, in their
 * order, and words that turn the sense.
 */
function senseOf(key: string): string {
  const turns = key.match(turning) ?? [];
  return `${(key.match(numbers) ?? []).join(" ")}|${turns.sort().join(",")}`;
}
