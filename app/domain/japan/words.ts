const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** Cuts a text into words, spaces and marks, losing nothing: joined again they are the text. */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
