/**
 * The 32 characters of codes and receipt numbers: digits and capitals without 0, O, 1 and I,
 * so that each character carries five bits and none is read as another.
 */
export const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** One character for each byte, five bits of it; all 32 equally likely. */
export function charactersOf(randomBytes: Uint8Array, count: number): string {
  if (randomBytes.length < count) throw new RangeError(`${count} random bytes are needed`);
  return [...randomBytes.subarray(0, count)].map((byte) => alphabet[byte & 31]).join("");
}

/**
 * The check character of a text in the alphabet: Σ αⁱ·xᵢ over GF(32) (α a root of x⁵ + x² + 1).
 * With at most 31 characters any one wrong character and any two exchanged ones are noticed.
 */
export function checkCharacter(text: string): string {
  const sum = [...text].reduce((sum, character) => times(sum ^ alphabet.indexOf(character)), 0);
  return alphabet[sum] ?? "";
}

/** Multiplication by α in GF(32). */
function times(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

/** ABCDEFGH → ABCD-EFGH */
export function inGroupsOfFour(text: string): string {
  return text.replace(/(.{4})(?=.)/g, "$1-");
}
