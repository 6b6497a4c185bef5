import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionnaireInWords } from "#app/domain/survey/questionnaire-in-words.ts";
import { answerLimit, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { surveyOf } from "#app/http/survey-desk.ts";
import { previewPage, type PlainPreview as Shown, tryPage } from "#app/http/survey-preview.ts";
import { href } from "#app/routes.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnswerIntroduction } from "#app/ui/survey/answer-introduction.tsx";
import { DeskPreview } from "#app/ui/survey/desk-preview.tsx";
import { PlainPreview } from "#app/ui/survey/plain-preview.tsx";
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
    plain: isPlain(request) ? (previewPage(questionnaire, request) ?? null) : undefined,
    pages: questionnaireInWords(questionnaire),
  };
}

const isPlain = (request: Request) => new URL(request.url).searchParams.get("view") === "plain";

/** A page of the plain form was tried out: shows what comes, and keeps nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const fields = await readForm(request, answerLimit);
  const shown = tryPage(survey.questionnaire, request, fields) ?? null;
  return Response.json(shown, { status: shown && shown.problems.length > 0 ? 400 : 200 });
}

export default function SurveyPreview() {
  const { slug, title, isSample, introduction, questionnaire, plain, pages } =
    useLoaderData<typeof loader>();
  const tried = useActionData<Shown | null>();
  const shown = tried === undefined ? plain : tried;
  const here = href("deskSurveyPreview", { survey: slug });
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
      <nav aria-label="画面の種類">
        <ul className="prose">
          <li>
            <a href={here} aria-current={shown === undefined ? "page" : undefined}>
              JavaScriptが動くときの画面
            </a>
          </li>
          <li>
            <a href={`${here}?view=plain`} aria-current={shown === undefined ? undefined : "page"}>
              JavaScriptが動かないとき、読み込む前の画面
            </a>
            （前のページの答えは引き継ぎません）
          </li>
        </ul>
      </nav>
      <AnswerIntroduction {...introduction} />
      {shown === undefined ? (
        <DeskPreview questionnaire={questionnaire} />
      ) : (
        <PlainPreview shown={shown ?? undefined} locales={questionnaire.locales} />
      )}
      <QuestionList pages={pages} />
    </Page>
  );
}
