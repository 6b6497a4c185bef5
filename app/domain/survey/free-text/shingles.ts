/** Pairs of neighbouring characters that are kept of one text: enough for any answer in full. */
const most = 1_000;

/**
 * The pairs of neighbouring characters of a key as numbers, each once, ends marked. Of a longer
 * text the thousand smallest numbers stand for all: the same pairs for every text, so that two
 * texts can still be compared.
 */
export function shinglesOf(key: string): Uint32Array {
  const characters = ["\u0002", ...key, "\u0003"];
  const found = new Set<number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    found.add(numberOf(`${characters[at]}${characters[at + 1]}`));
  }
  return Uint32Array.from(found).sort().slice(0, most);
}

/** How alike two lists of shingles are, from 0 to 1 (Jaccard); both sorted. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let [i, j] = [0, 0];
  // Of a shortened list nothing is known beyond its greatest number.
  const end = Math.min(limitOf(a), limitOf(b));
  let union = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    const least = Math.min(left, right);
    if (least > end) break;
    union += 1;
    if (left === right) shared += 1;
    if (left === least) i += 1;
    if (right === least) j += 1;
  }
  return union === 0 ? 0 : shared / union;
}

function limitOf(list: Uint32Array): number {
  return list.length < most ? Number.POSITIVE_INFINITY : (list[list.length - 1] ?? 0);
}

/** FNV-1a with a finish that spreads neighbouring characters. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
