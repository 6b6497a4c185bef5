/** Numbers in [0, 1) from a seed; the same seed gives the same numbers on any machine. */
export type Random = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain), seeded by FNV-1a over the seed and the names that
 * set this stream apart, so that one firm's answers do not hang on how many came before.
 */
export function randomOf(seed: number, ...names: string[]): Random {
  let state = 0x811c9dc5 ^ seed;
  for (const character of names.join("\u0000")) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the items, each as likely as its weight; the last if all weights are 0. */
export function pick<T>(random: Random, items: readonly { item: T; weight: number }[]): T {
  const last = items.at(-1);
  if (last === undefined) throw new RangeError("there is nothing to pick from");
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  for (const { item, weight } of items) {
    if (left < weight) return item;
    left -= weight;
  }
  return last.item;
}
