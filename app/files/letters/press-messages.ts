import type { Letter, LetterText } from "#app/domain/survey/letters/index.ts";

/** What the worker is given: the words and every letter. */
export interface PressOrder {
  text: LetterText;
  letters: Letter[];
}

/** What the worker tells: how far it is, and last either the PDF or that the words are too long. */
export type PressReport =
  | { told: "progress"; done: number }
  | { told: "printed"; pdf: Uint8Array<ArrayBuffer> }
  | { told: "too-long" };
