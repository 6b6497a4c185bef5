import { answeringWords } from "#app/domain/survey/answering-words.ts";
import { formWords } from "#app/domain/survey/form/index.ts";
import type { AnswerInWords } from "#app/domain/survey/index.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { answerCopyTemplate } from "./answer-copy/template.ts";
import { renderPdf } from "./typst/render-pdf.ts";

/** What the copy of an answer shows. */
export interface AnswerCopyDocument {
  receiptNumber: string;
  survey: { title: string; isSample: boolean };
  /** Plain sentences: whether the answer carries a name, and what can be known of it. */
  anonymity: readonly string[];
  answers: readonly AnswerInWords[];
  /** The language of `anonymity` and `answers`; what stands around them follows. */
  locale?: string;
}

/**
 * The copy of an answer that a firm keeps, A4 portrait, as the bytes of a PDF. It tells neither
 * firm nor code. The same document and date give the same bytes.
 *
 * @param date the document's date, "YYYY-MM-DD"
 */
export function answerCopyPdf(copy: AnswerCopyDocument, date: string): Uint8Array {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const { locale = homeLocale } = copy;
  const { pdf, receiptNumber, handling } = answeringWords(locale);
  const { heading, received, nameless, answers } = pdf;
  const words = formWords(locale);
  return renderPdf(answerCopyTemplate, {
    data: {
      meta: {
        title: `${heading}　${copy.survey.title}`,
        author: "",
        date: [year, month, day],
        language: locale.split("-")[0] === "en" ? "en" : "ja",
      },
      heading,
      survey: copy.survey.title,
      sample: copy.survey.isSample,
      receiptNumber: copy.receiptNumber,
      words: { receiptNumber, handling, answers, noAnswer: words.noAnswer },
      notes: [received, nameless],
      anonymity: copy.anonymity,
      answers: copy.answers.map(({ number, title, lines }) => ({
        question: `${words.question(number)}　${title}`,
        lines,
      })),
    },
  });
}
