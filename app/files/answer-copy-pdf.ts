import type { AnswerInWords } from "#app/domain/survey/index.ts";
import { answerCopyTemplate } from "./answer-copy/template.ts";
import { renderPdf } from "./typst/render-pdf.ts";

/** What the copy of an answer shows. */
export interface AnswerCopyDocument {
  receiptNumber: string;
  survey: { title: string; isSample: boolean };
  /** Plain sentences: whether the answer carries a name, and what can be known of it. */
  anonymity: readonly string[];
  answers: readonly AnswerInWords[];
}

/**
 * The copy of an answer that a firm keeps, A4 portrait, as the bytes of a PDF. It tells neither
 * firm nor code. The same document and date give the same bytes.
 *
 * @param date the document's date, "YYYY-MM-DD"
 */
export function answerCopyPdf(copy: AnswerCopyDocument, date: string): Uint8Array {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const heading = "回答の控え";
  return renderPdf(answerCopyTemplate, {
    data: {
      meta: { title: `${heading}　${copy.survey.title}`, author: "", date: [year, month, day] },
      heading,
      survey: copy.survey.title,
      sample: copy.survey.isSample,
      receiptNumber: copy.receiptNumber,
      notes: [
        "この調査への回答を受け付けました。受付を確かめるときは、受付番号を伝えてください。",
        "この控えには、事業者の名前も回答コードも載せていません。",
      ],
      anonymity: copy.anonymity,
      answers: copy.answers.map(({ number, title, lines }) => ({
        question: `問${number}　${title}`,
        lines,
      })),
    },
  });
}
