import { plainText } from "../markdown/plain-text.ts";
import type { Utterance } from "./minutes.ts";

/** The words of an utterance without Markdown, one line a paragraph: for searching and matching. */
export function utteranceText(utterance: Pick<Utterance, "paragraphs">): string {
  return utterance.paragraphs.map(plainText).join("\n");
}
