import { matchUtterances, type NumberedText } from "./match-utterances.ts";
import { type Minutes, utterancesOf } from "./minutes.ts";
import { utteranceText } from "./utterance-text.ts";

/**
 * Gives every utterance its permanent number. `before` are the utterances of the version before
 * (empty for the first), `next` is one more than any number ever used in the meeting (1 at first).
 * `removed` are the numbers that this version no longer has; `next` is to be kept for the version after.
 */
export function numberUtterances(
  minutes: Minutes,
  before: readonly NumberedText[] = [],
  next = 1,
): { minutes: Minutes; removed: number[]; next: number } {
  const after = utterancesOf(minutes).map(({ utterance }) => ({
    speaker: utterance.speaker,
    text: utteranceText(utterance),
  }));
  const match = matchUtterances(before, after, next);
  const numbers = match.numbers.values();
  const sections = minutes.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => ({
      ...block,
      utterances: block.utterances.map((utterance) => ({
        ...utterance,
        number: numbers.next().value,
      })),
    })),
  }));
  return { minutes: { ...minutes, sections }, removed: match.removed, next: match.next };
}
