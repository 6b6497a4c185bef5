import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { searchKey } from "../../japan/index.ts";
import { cleanText } from "./clean-text.ts";

/** 1,000 is 1000. */
const thousands = /(?<=\d),(?=\d{3}(?!\d))/gu;
/** △5 and ▲5 are how budgets write -5. */
const triangles = /[△▲](?=\.?\d)/gu;
/** What makes another number of the same figures: -5, .5, 5-10, 3/4, 5%. No dash as in a-5. */
const ofNumbers = /(?<![a-z\d])[-.]{1,3}(?=\d)|(?<=\d)[\p{P}~](?=\d)|(?<=\d)[%‰]/u;
const signs = /[\p{P}\p{Z}\p{Cf}\p{Variation_Selector}~^|]/u;
const folding = new RegExp(`(${ofNumbers.source})|${signs.source}`, "gu");

/**
 * What two answers are the same text by: width, kana, case, spaces, punctuation and brackets folded,
 * but for what makes another number (-5, 1.5, 5-10, 5%). A text of nothing but signs (emoji) keeps
 * them. Never show it.
 */
export function textKey(text: string): string {
  const folded = searchKey(cleanText(text)).replace(thousands, "").replace(triangles, "-");
  const words = folded.replace(folding, "$1");
  return words === "" ? folded : words;
}

/** The name of a text in decisions: SHA-256 of its key, in lower-case hexadecimal. */
export function textHash(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)));
}
