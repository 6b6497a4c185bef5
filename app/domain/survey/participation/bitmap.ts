/**
 * Bitmaps of who has answered: bit n belongs to the firm whose ordinal is n. Bits are counted as
 * PostgreSQL's get_bit counts them in a bytea: from the lowest bit of the first byte. A bitmap says
 * whether, never when or in what order.
 */

/** A bitmap of `bits` bits, none set. */
export function emptyBitmap(bits: number): Uint8Array {
  return new Uint8Array(Math.ceil(bits / 8));
}

/** Whether bit n is set; a bitmap that is too short has it unset. */
export function hasBit(bitmap: Uint8Array, n: number): boolean {
  return (((bitmap[n >> 3] ?? 0) >> (n & 7)) & 1) === 1;
}

/** A copy with the given bits set, longer if they need it. */
export function withBits(bitmap: Uint8Array, ordinals: Iterable<number>): Uint8Array {
  const wanted = [...ordinals];
  const bytes = wanted.reduce((most, n) => Math.max(most, (n >> 3) + 1), bitmap.length);
  const result = new Uint8Array(bytes);
  result.set(bitmap);
  for (const n of wanted) result[n >> 3] = (result[n >> 3] ?? 0) | (1 << (n & 7));
  return result;
}

/** How many bits are set. */
export function countBits(bitmap: Uint8Array): number {
  let count = 0;
  for (let byte of bitmap) for (; byte > 0; byte &= byte - 1) count++;
  return count;
}
