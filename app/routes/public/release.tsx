import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { percentText } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { Moment } from "#app/ui/date.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { AnonymityList } from "#app/ui/survey/anonymity-words.tsx";
import { QuestionResult } from "#app/ui/survey/question-result.tsx";
import { releaseName } from "#app/ui/survey/release-list.tsx";
import { ResponseRateView } from "#app/ui/survey/response-rate.tsx";
import { findRelease, findSurvey, provisionsByQuestion } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { title: string } | undefined }) =>
  pageTitle(data?.title ?? "集計版");

export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const number = numberParam(params.release, "この集計版");
  const survey = await findSurvey(db, anyone, params.survey ?? "");
  if (!survey) return notFound("この調査");
  const release = await findRelease(db, anyone, survey.id, number);
  if (!release) return notFound("この集計版");
  const { slug, isSample, isSimulated, newestRelease, mode, threshold } = survey;
  return {
    words: anonymityWords(mode, { threshold }).results,
    title: `${survey.title}　${releaseName(release)}`,
    survey: { slug, title: survey.title, isSample, isSimulated },
    newest: newestRelease?.number ?? number,
    release,
    provisions: await provisionsByQuestion(db, survey.id),
  };
}

export default function ReleasePage() {
  const { survey, newest, release, provisions, words } = useLoaderData<typeof loader>();
  const { number, tabulation, responseRate, releasedAt, sha256 } = release;
  const { overall } = responseRate;
  return (
    <Page
      title={
        <>
          {survey.title}
          <br />
          {releaseName(release)}
        </>
      }
      crumbs={[
        { to: href("surveys"), label: "調査結果" },
        { to: href("survey", { survey: survey.slug }), label: survey.title },
      ]}
      sample={survey.isSample}
      simulated={survey.isSimulated}
    >
      {newest !== number && (
        <Notice tone="warning">
          これより新しい集計版があります。
          <a href={href("release", { survey: survey.slug, release: newest })}>
            集計版{newest}を見る
          </a>
        </Notice>
      )}
      <dl className="facts">
        <dt>公表</dt>
        <dd>
          <Moment at={releasedAt} />
        </dd>
        <dt>集計した回答</dt>
        <dd>n={tabulation.responses}</dd>
        <dt>回収率（AAPOR RR1）</dt>
        <dd>
          {percentText(overall.percent)}（対象{overall.eligible}者のうち回答{overall.complete}者）
        </dd>
        <dt>ファイル</dt>
        <dd>
          <a href={href("releaseCsv", { survey: survey.slug, release: number })}>
            集計表（CSV、UTF-8）
          </a>
        </dd>
      </dl>
      <nav aria-labelledby="contents" className="no-print">
        <h2 id="contents">目次</h2>
        <ul className="release-contents">
          <li>
            <a href="#response-rate">回収の状況</a>
          </li>
          {tabulation.tables.map((table) => (
            <li key={table.question}>
              <a href={`#${table.question}`}>
                問{table.number}　{table.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="response-rate">回収の状況</h2>
      <ResponseRateView rate={responseRate} />
      <h2>設問ごとの結果</h2>
      <p className="prose">
        n は、その問に答えた事業者の数で、割合はすべて n
        に対するものです。無回答は問が示されて答えなかった数、非該当は問が示されなかった数です。割合は小数第2位を四捨五入しているため、合計が100%にならないことがあります。
      </p>
      {tabulation.tables.map((table) => (
        <QuestionResult
          key={table.question}
          table={table}
          tabulation={tabulation}
          provisions={provisions.get(table.question) ?? []}
          simulated={survey.isSimulated}
        />
      ))}
      <h2>回答の扱い</h2>
      <AnonymityList sentences={words} />
      <h2>この集計版の確かめ方</h2>
      <p className="prose">
        公表した集計版は変わりません。内容が同じであることは、次の値で確かめられます（集計表と回収率を正規化したJSONのSHA-256）。
      </p>
      <p>
        <code>{sha256}</code>
      </p>
    </Page>
  );
}
