import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { stateForFirms } from "#app/domain/survey/calendar.ts";
import { questionnaireInWords } from "#app/domain/survey/questionnaire-in-words.ts";
import { anyone } from "#app/domain/viewer.ts";
import { notFound } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day, Moment } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnonymityList } from "#app/ui/survey/anonymity-words.tsx";
import { EditionList } from "#app/ui/survey/editions/edition-list.tsx";
import { PaperRule } from "#app/ui/survey/paper/paper-rule.tsx";
import { QuestionList } from "#app/ui/survey/question-list.tsx";
import { ReleaseList, releaseName } from "#app/ui/survey/release-list.tsx";
import { StateTag } from "#app/ui/survey/state.tsx";
import { findSurvey, listEditions, listReleases } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { survey: { title: string } } | undefined }) =>
  pageTitle(data?.survey.title ?? "調査");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findSurvey(context.db, anyone, params.survey ?? "");
  if (!found) return notFound("この調査");
  const { questionnaire, newestRelease: _, letterText: __, ...survey } = found;
  const { state, mode, threshold } = survey;
  const words = anonymityWords(mode, { threshold });
  return {
    survey: { ...survey, description: questionnaire.description },
    forFirms: stateForFirms(survey, civilDate(new Date())),
    words: state === "closed" ? words.results : words.form,
    pages: questionnaireInWords(questionnaire),
    releases: await listReleases(context.db, anyone, survey.id),
    editions: survey.edition > 1 ? await listEditions(context.db, anyone, survey.slug) : [],
  };
}

export default function SurveyPage() {
  const { survey, pages, releases, editions, words, forFirms } = useLoaderData<typeof loader>();
  const { slug, title, state, closesOn, description, contact, openedAt } = survey;
  const [newest] = releases;
  const keyingPaper = forFirms !== state;
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
          <StateTag state={forFirms} />
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
              {forFirms === "closed" && "（受付は終わりました）"}
            </dd>
          </>
        )}
        {contact && (
          <>
            <dt>問い合わせ先</dt>
            <dd className="lines">{contact}</dd>
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
      ) : keyingPaper ? (
        <p className="prose">
          ウェブの受付は終わりました。締切日までに郵便で届いた紙の回答を入力しています。締め切った後に集計し、結果をこのページで公表します。
        </p>
      ) : state === "open" ? (
        <p className="prose">
          回答を受け付けています。受付の間は、ウェブの回答の内容を、事務局を含めてだれも見られません。事務局に分かるのは、どれだけ回答があったかだけです。依頼文が届いた事業者の方は、
          <a href={href("codeEntry")}>回答コードを入力する画面</a>から回答してください。
        </p>
      ) : (
        <p>集計中です。結果は、このページで公表します。</p>
      )}
      <h2>回答の扱い</h2>
      <AnonymityList sentences={words} />
      <PaperRule />
      {editions.length > 0 && (
        <>
          <h2>調査票の版</h2>
          <p className="prose">
            受付を始めた後に、調査票を直しました。下の質問は、第{survey.edition}版のものです。
          </p>
          <EditionList editions={editions} />
        </>
      )}
      <QuestionList pages={pages} />
    </Page>
  );
}
