import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answererWords } from "#app/domain/survey/anonymity-in-english.ts";
import { inLocale } from "#app/domain/survey/in-locale.ts";
import { answersInWords } from "#app/domain/survey/index.ts";
import { receiptOf } from "#app/http/answering-cookie.ts";
import { localeOf } from "#app/http/answering-forms.ts";
import { notFound } from "#app/http/guards.ts";
import { pageTitle } from "#app/ui/page.tsx";
import { ReceiptPage } from "#app/ui/survey/plain/receipt-page.tsx";
import { findReceipt, invitationById } from "#db/queries/surveys/index.ts";

export const meta = () => pageTitle("回答の受付");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const held = await receiptOf(request, context);
  const invitation = held && (await invitationById(context.db, held.invitationId));
  if (!held || !invitation) return notFound("このブラウザーで送信した回答の控え");
  const receipt = await findReceipt(context.db, held.receiptNumber);
  const { questionnaire, slug, isSample, mode, threshold, state, contact } = invitation.survey;
  const locale = localeOf(questionnaire, new URL(request.url).searchParams.get("lang"));
  const title = inLocale(questionnaire, locale).title || invitation.survey.title;
  return {
    receiptNumber: held.receiptNumber,
    survey: { title, slug, isSample, contact },
    kept: answererWords(mode, { threshold }, locale).receipt,
    copy: receipt
      ? answersInWords(inLocale(receipt.survey.questionnaire, locale), receipt.answers)
      : null,
    untied: mode === "anonymous" && state === "closed",
    locale,
    locales: questionnaire.locales,
  };
}

export default function Receipt() {
  return <ReceiptPage receipt={useLoaderData<typeof loader>()} />;
}
