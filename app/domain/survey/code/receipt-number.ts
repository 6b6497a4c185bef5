import { charactersOf, checkCharacter, inGroupsOfFour } from "./alphabet.ts";

/** Random bytes a receipt number needs. */
export const receiptRandomBytes = 11;

/**
 * A new receipt number, ABCD-EFGH-JKLM: 55 random bits and a check character. It says nothing of
 * the firm, the order or the time, and is shorter than a code so that the two are not confused.
 */
export function newReceiptNumber(randomBytes: Uint8Array): string {
  const characters = charactersOf(randomBytes, receiptRandomBytes);
  return inGroupsOfFour(characters + checkCharacter(characters));
}
