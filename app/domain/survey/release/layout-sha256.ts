import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../../interim-draft/canonical-json.ts";
import type { CountedVariable } from "../counting/variables.ts";

/** Raised whenever answers are coded or counted otherwise than before. */
const format = 2;

/**
 * SHA-256 of what is counted of a questionnaire and how: counts can be added to one another where it
 * is the same. Another edition may ask under other conditions, so it counts otherwise.
 */
export function layoutSha256(edition: number, variables: readonly CountedVariable[]): string {
  const layout = variables.map(({ id, kind, answers, categories }) => ({
    id,
    kind,
    answers,
    categories: categories.map(({ key }) => key),
  }));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ format, edition, layout }))));
}
