import type { PublishedTexts } from "../release/published.ts";
import type { TextDecision } from "./decision.ts";
import { keywordsOf } from "./keywords.ts";
import { textHash, textKey } from "./text-key.ts";

/** Keywords that are published of one question at most. */
const mostKeywords = 50;

/** What is published of a question's texts while nothing was decided. */
export const noTexts: PublishedTexts = { written: null, published: [], keywords: [] };

/**
 * What a release says of a question's texts, given each firm's and the decisions by their hashes.
 * Texts stand in the order of their characters, which tells nothing of arrival. How many firms wrote
 * at all is not told here (`written` null): whoever releases sets it where it may be known.
 *
 * Keywords come from the published wordings alone, and their numbers are what anybody can add up
 * from these (a hidden number being at least one): they tell nothing more.
 */
export function publishedTexts(
  answers: Iterable<readonly string[]>,
  decisions: ReadonlyMap<string, TextDecision>,
  threshold: number,
): PublishedTexts {
  const firmsOf = new Map<string, number>();
  const hashes = new Map<string, string>();
  const hashOf = (key: string) => {
    const hash = hashes.get(key) ?? textHash(key);
    hashes.set(key, hash);
    return hash;
  };
  for (const texts of answers) {
    const wordings = texts.flatMap((text) => {
      const decision = decisions.get(hashOf(textKey(text)));
      return decision?.verdict !== "withhold" && decision?.wording ? [decision.wording] : [];
    });
    for (const wording of new Set(wordings)) firmsOf.set(wording, (firmsOf.get(wording) ?? 0) + 1);
  }
  const published = [...firmsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, firms]) => ({ text, firms: firms < threshold ? null : firms }));
  return { written: null, published, keywords: keywordsIn(published, threshold) };
}

/** The words that at least as many firms used as the threshold says, as far as the texts tell. */
export function keywordsIn(
  published: PublishedTexts["published"],
  threshold: number,
): PublishedTexts["keywords"] {
  const firmsOf = new Map<string, number>();
  for (const { text, firms } of published) {
    for (const word of keywordsOf(text)) firmsOf.set(word, (firmsOf.get(word) ?? 0) + (firms ?? 1));
  }
  return [...firmsOf]
    .filter(([, firms]) => firms >= threshold)
    .sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1))
    .slice(0, mostKeywords)
    .map(([word, firms]) => ({ word, firms }));
}
