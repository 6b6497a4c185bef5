import { type Random, randomOf } from "#app/domain/survey/simulation/random.ts";

/** Draws from a seed, in the ways that questionnaires and answers need. */
export interface Draw {
  random: Random;
  /** A whole number from least to most. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  /** Each as likely. */
  any<T>(items: readonly T[]): T;
  /** The first far more often than the last, so that small cells abound. */
  skewed<T>(items: readonly T[]): T;
}

/** Draws from a seed: the same seed and name draw the same. */
export function drawOf(seed: number, name: string): Draw {
  const random = randomOf(seed, name);
  const at = <T>(items: readonly T[], share: number): T => {
    const item = items[Math.floor(share * items.length)];
    if (item === undefined) throw new Error("nothing to draw from");
    return item;
  };
  return {
    random,
    whole: (least, most) => least + Math.floor(random() * (most - least + 1)),
    chance: (share) => random() < share,
    any: (items) => at(items, random()),
    skewed: (items) => at(items, random() ** 2),
  };
}
