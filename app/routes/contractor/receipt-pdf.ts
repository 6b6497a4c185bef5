import type { LoaderFunctionArgs } from "@remix-run/node";
import { civilDate } from "#app/domain/japan/index.ts";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { answersInWords } from "#app/domain/survey/index.ts";
import { answerCopyPdf } from "#app/files/answer-copy-pdf.ts";
import { receiptOf } from "#app/http/answering-cookie.ts";
import { downloadResponse } from "#app/http/download.ts";
import { notFound } from "#app/http/guards.ts";
import { findReceipt } from "#db/queries/surveys/index.ts";

/** The copy of the answer whose receipt this browser was given last, as a PDF to keep. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const held = await receiptOf(request, context);
  const receipt = held && (await findReceipt(context.db, held.receiptNumber));
  if (!receipt) return notFound("このブラウザーで送信した回答の控え");
  const { receiptNumber, answers, survey } = receipt;
  const bytes = answerCopyPdf(
    {
      receiptNumber,
      survey,
      anonymity: anonymityWords(survey.mode, survey).receipt,
      answers: answersInWords(survey.questionnaire, answers),
    },
    civilDate(new Date()),
  );
  return downloadResponse(request, {
    name: `kaitou-${receiptNumber}.pdf`,
    mediaType: "application/pdf",
    bytes,
  });
}
