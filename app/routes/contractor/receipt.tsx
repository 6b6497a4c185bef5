import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answersInWords } from "#app/domain/survey/index.ts";
import { notFound } from "#app/http/guards.ts";
import { receiptSubmission } from "#app/http/survey-codes.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnswerCopy } from "#app/ui/survey/answer-copy.tsx";
import { findReceipt } from "#db/queries/surveys/index.ts";

export const meta = () => pageTitle("回答の受付");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const submissionId = await receiptSubmission(request, context);
  const receipt = submissionId && (await findReceipt(context.db, submissionId));
  if (!receipt) return notFound("このブラウザーで送信した回答の控え");
  const { receiptNumber, answers, survey } = receipt;
  const { title, slug, isSample, questionnaire } = survey;
  return {
    receiptNumber,
    survey: { title, slug, isSample },
    copy: answersInWords(questionnaire, answers),
  };
}

export default function ReceiptPage() {
  const { receiptNumber, survey, copy } = useLoaderData<typeof loader>();
  return (
    <Page
      title="回答を受け付けました"
      sample={survey.isSample}
      lead={`「${survey.title}」へのご協力、ありがとうございました。`}
    >
      <p className="receipt-number">
        <span>受付番号</span> <strong>{receiptNumber}</strong>
      </p>
      <ul className="prose">
        <li>
          この番号を控えてください。受付を確かめるときに使います。番号から事業者は分かりません。
        </li>
        <li className="no-print">
          下の回答の写しは、ブラウザーの印刷の機能で、印刷するかPDFで保存できます。この画面は、このブラウザーで24時間だけ開き直せます。
        </li>
        <li>
          集計の結果は<a href={href("survey", { survey: survey.slug })}>この調査のページ</a>
          で公表します。
        </li>
      </ul>
      <AnswerCopy copy={copy} />
    </Page>
  );
}
