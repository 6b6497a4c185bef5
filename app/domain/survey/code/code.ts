import type { Checked } from "../../problem.ts";
import { alphabet, charactersOf, checkCharacter, inGroupsOfFour } from "./alphabet.ts";

/** Random bytes a code needs; each gives five bits, so a code holds 75. */
export const codeRandomBytes = 15;

const codeLength = codeRandomBytes + 1;

/**
 * A new invitation code, ABCD-EFGH-JKLM-NPQR: 15 characters from the given random bytes and one
 * that checks them. Bytes must come from a cryptographic source.
 */
export function newCode(randomBytes: Uint8Array): string {
  const characters = charactersOf(randomBytes, codeRandomBytes);
  return inGroupsOfFour(characters + checkCharacter(characters));
}

/**
 * A code as a person typed it (full width, lower case, with or without hyphens and spaces)
 * brought to the form of `newCode`, which is the form to hash. What cannot be a code is refused
 * before any look-up.
 */
export function normalizeCode(typed: string): Checked<string> {
  const plain = typed
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−_.・]/gu, "");
  if (plain === "") return refused("コードを入力してください。依頼文に書かれています。");
  const foreign = [...plain].find((character) => !alphabet.includes(character));
  if (foreign !== undefined) {
    return refused(
      `コードに使われない文字「${foreign}」があります。数字の0と1、英字のOとIは使っていません。もう一度確かめてください。`,
    );
  }
  if (plain.length !== codeLength) {
    return refused(
      `コードは${codeLength}文字です（今は${plain.length}文字です）。抜けや余分がないか確かめてください。`,
    );
  }
  if (checkCharacter(plain.slice(0, -1)) !== plain.at(-1)) {
    return refused(
      "コードが正しくありません。打ち間違いがないか、もう一度確かめて入力してください。",
    );
  }
  return { ok: true, value: inGroupsOfFour(plain) };
}

function refused(message: string): Checked<string> {
  return { ok: false, problems: [{ field: "code", message }] };
}
