import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionnaireInWords } from "#app/domain/survey/questionnaire-in-words.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { surveyOf } from "#app/http/survey-desk.ts";
import { href } from "#app/routes.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnswerIntroduction } from "#app/ui/survey/answer-introduction.tsx";
import { DeskPreview } from "#app/ui/survey/desk-preview.tsx";
import { QuestionList } from "#app/ui/survey/question-list.tsx";

export const handle = { hydrates: true, inlineStyles: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `調査票のプレビュー・${data.title}` : "調査票のプレビュー");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, closesOn, isSample, questionnaire, mode, threshold, contact } = survey;
  return {
    slug,
    title,
    isSample,
    introduction: {
      description: questionnaire.description,
      ...{ closesOn, mode, threshold, contact },
    },
    questionnaire,
    pages: questionnaireInWords(questionnaire),
  };
}

export default function SurveyPreview() {
  const { slug, title, isSample, introduction, questionnaire, pages } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="調査票のプレビュー"
      sample={isSample}
      lead={title}
      crumbs={[
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: slug }), label: title },
      ]}
    >
      <Notice>
        <p>
          枠の中は、事業者が見る画面と同じです。ためしに入力できますが、送信も保存もしません。全部の問は
          <a href="#question-list">問の一覧</a>で確かめられます。
        </p>
      </Notice>
      <AnswerIntroduction {...introduction} />
      <DeskPreview questionnaire={questionnaire} />
      <QuestionList pages={pages} />
    </Page>
  );
}
