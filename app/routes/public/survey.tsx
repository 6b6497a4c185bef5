import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionnaireInWords } from "#app/domain/survey/questionnaire-in-words.ts";
import { anyone } from "#app/domain/viewer.ts";
import { notFound } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day, Moment } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { QuestionList } from "#app/ui/survey/question-list.tsx";
import { ReleaseList, releaseName } from "#app/ui/survey/release-list.tsx";
import { StateTag } from "#app/ui/survey/state.tsx";
import { findSurvey, listReleases } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { survey: { title: string } } | undefined }) =>
  pageTitle(data?.survey.title ?? "調査");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findSurvey(context.db, anyone, params.survey ?? "");
  if (!found) return notFound("この調査");
  const { questionnaire, newestRelease: _, ...survey } = found;
  return {
    survey: { ...survey, description: questionnaire.description },
    pages: questionnaireInWords(questionnaire),
    releases: await listReleases(context.db, anyone, survey.id),
  };
}

export default function SurveyPage() {
  const { survey, pages, releases } = useLoaderData<typeof loader>();
  const { slug, title, state, closesOn, description, openedAt, closedAt } = survey;
  const [newest] = releases;
  return (
    <Page
      title={title}
      crumbs={[{ to: href("surveys"), label: "調査結果" }]}
      sample={survey.isSample}
      simulated={survey.isSimulated && newest !== undefined}
      lead={description || undefined}
    >
      <dl className="facts">
        <dt>状態</dt>
        <dd>
          <StateTag state={state} />
        </dd>
        {openedAt && (
          <>
            <dt>開始</dt>
            <dd>
              <Moment at={openedAt} />
            </dd>
          </>
        )}
        {closesOn && (
          <>
            <dt>締切り</dt>
            <dd>
              <Day date={closesOn} />
              {closedAt && "（受付は終わりました）"}
            </dd>
          </>
        )}
      </dl>
      <h2>結果</h2>
      {newest ? (
        <>
          <ButtonLink href={href("release", { survey: slug, release: newest.number })}>
            {releaseName(newest)}を見る
          </ButtonLink>
          <h3>すべての集計版</h3>
          <ReleaseList slug={slug} releases={releases} />
        </>
      ) : state === "open" ? (
        <p className="prose">
          回答を受け付けています。受付の間は、回答の内容を、事務局を含めてだれも見られません。事務局に分かるのは、どれだけ回答があったかだけです。依頼文が届いた事業者の方は、
          <a href={href("codeEntry")}>回答コードを入力する画面</a>から回答してください。
        </p>
      ) : (
        <p>集計中です。結果は、このページで公表します。</p>
      )}
      <QuestionList pages={pages} />
    </Page>
  );
}
