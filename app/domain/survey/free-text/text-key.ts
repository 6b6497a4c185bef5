import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { searchKey } from "../../japan/index.ts";
import { cleanText } from "./clean-text.ts";

/**
 * What two answers are the same text by: width, kana, case, spaces, punctuation and brackets folded.
 * A text of nothing but signs (emoji) keeps them. Never show it.
 */
export function textKey(text: string): string {
  const folded = searchKey(cleanText(text));
  const words = folded.replace(/[\p{P}\p{Z}\p{Cf}\p{Variation_Selector}~^|]/gu, "");
  return words === "" ? folded : words;
}

/** The name of a text in decisions: SHA-256 of its key, in lower-case hexadecimal. */
export function textHash(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)));
}
