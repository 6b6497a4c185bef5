import type { LoaderFunctionArgs } from "@remix-run/node";
import { civilDate } from "#app/domain/japan/index.ts";
import { answererWords } from "#app/domain/survey/anonymity-in-english.ts";
import { inLocale } from "#app/domain/survey/in-locale.ts";
import { answersInWords } from "#app/domain/survey/index.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { answerCopyPdf } from "#app/files/answer-copy-pdf.ts";
import { receiptOf } from "#app/http/answering-cookie.ts";
import { localeOf } from "#app/http/answering-forms.ts";
import { downloadResponse } from "#app/http/download.ts";
import { notFound } from "#app/http/guards.ts";
import { findReceipt } from "#db/queries/surveys/index.ts";

/** The copy of the answer whose receipt this browser was given last, as a PDF to keep. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const held = await receiptOf(request, context);
  const receipt = held && (await findReceipt(context.db, held.receiptNumber));
  if (!receipt) return notFound("このブラウザーで送信した回答の控え");
  const { receiptNumber, answers, survey } = receipt;
  const asked = localeOf(survey.questionnaire, new URL(request.url).searchParams.get("lang"));
  // The fonts of the PDF have the letters of Japanese and English.
  const locale = asked.split("-")[0] === "en" ? asked : homeLocale;
  const questionnaire = inLocale(survey.questionnaire, locale);
  const bytes = answerCopyPdf(
    {
      receiptNumber,
      survey: { ...survey, title: questionnaire.title || survey.title },
      anonymity: answererWords(survey.mode, survey, locale).receipt,
      answers: answersInWords(questionnaire, answers),
      locale,
    },
    civilDate(new Date()),
  );
  return downloadResponse(request, {
    name: `kaitou-${receiptNumber}.pdf`,
    mediaType: "application/pdf",
    bytes,
  });
}
