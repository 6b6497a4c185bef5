import { dateParts } from "#app/domain/japan/index.ts";
import type { Letter, LetterText } from "#app/domain/survey/letters/index.ts";
import { renderPages } from "../typst/render-pdf.ts";
import { lettersTemplate } from "./letters-template.ts";
import { qrSvg } from "./qr-code.ts";
import { wordsTemplate } from "./words-template.ts";

/** Sizes of the running text in points; the largest that fits one page is taken. */
const textSizes = [10.5, 10, 9.5, 9, 8.5] as const;

/**
 * The page that all letters of a mailing share, as a PDF; undefined when the words are too long
 * for one page even in the smallest type.
 */
export function wordsPdf(text: LetterText): Uint8Array | undefined {
  const said = {
    ...text,
    opening: text.opening ?? null,
    languages: text.languages ?? null,
    mark: text.mark ?? null,
  };
  for (const size of textSizes) {
    const { pdf, pages } = renderPages(wordsTemplate, { data: { text: said, size } });
    if (pages === 1) return pdf;
  }
  return undefined;
}

/** The PDF of letters over the page they share: one page each, in order. Throws otherwise: a bug. */
export function lettersPdf(
  text: LetterText,
  words: Uint8Array,
  letters: readonly Letter[],
): Uint8Array {
  const { year, month, day } = dateParts(text.day);
  const { pdf, pages } = renderPages(lettersTemplate, {
    data: {
      title: text.heading,
      author: text.sender.join("\u3000"),
      day: [year, month, day],
      letters: letters.map(({ block, code, opens }) => ({ block, code, qr: qrSvg(opens) })),
    },
    files: { "words.pdf": words },
  });
  if (pages !== letters.length) throw new Error(`${letters.length} letters became ${pages} pages`);
  return pdf;
}
