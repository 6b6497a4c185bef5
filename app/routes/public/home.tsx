import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roadmap } from "#app/domain/calendar/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { publicationKind, publicationPath } from "#app/http/publication-link.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { pageTitle } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { publishedFacts } from "#db/queries/progress.ts";
import { listPublications } from "#db/queries/publications.ts";

export const meta = () => [
  ...pageTitle("公契約条例をつくる議論のすべて"),
  {
    name: "description",
    content: "伊賀市の公契約条例の案が、どの会議・どの調査結果から生まれたかを公開しています。",
  },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const [facts, publications] = await Promise.all([
    publishedFacts(context.db),
    listPublications(context.db, anyone, 10),
  ]);
  return {
    milestones: roadmap(facts, facts.today),
    hasSamples: facts.hasSamples,
    news: publications.map((publication) => ({
      id: publication.id,
      at: publication.at,
      kind: publicationKind(publication),
      to: publicationPath(publication),
      title: publication.title,
      summary: publication.summary,
      isSample: publication.isSample,
    })),
  };
}

const doors = [
  {
    to: href("meetings"),
    title: "会議と会議録",
    text: "審議会の次第・資料・発言を読めます。発言の一つひとつにリンクがあります。",
  },
  {
    to: href("ordinance"),
    title: "条例案",
    text: "いちばん新しい案と、これまでの案との違い（新旧対照表）を見られます。",
  },
  {
    to: href("surveys"),
    title: "調査結果",
    text: "事業者への調査の結果を、設問ごとの表と図で見られます。",
  },
  {
    to: href("interimDrafts"),
    title: "条例中間案",
    text: "条文ごとに、根拠になった発言と数値、委員の意見への対応を並べています。",
  },
];

export default function Home() {
  const { milestones, hasSamples, news } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="page-head">
        <h1>公契約条例をつくる議論を、だれでも確かめられます</h1>
        <p className="lead">
          伊賀市の公共調達のあり方審議会は、市の工事や委託で働く人と地元の事業者のためのきまり（公契約条例）を話し合っています。どの会議とどの調査結果が、どの条文につながったかを公開します。
        </p>
        <p className="buttons">
          <ButtonLink href={href("ordinance")}>条例案を読む</ButtonLink>
          <ButtonLink href={href("codeEntry")} look="secondary">
            調査に回答する（事業者の方）
          </ButtonLink>
        </p>
      </div>
      <ul className="cards">
        {doors.map(({ to, title, text }) => (
          <li key={to}>
            <div className="card">
              <h2>
                <a href={to}>{title}</a>
              </h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="columns even">
        <section aria-labelledby="news">
          <h2 id="news">新しく公表したもの</h2>
          {news.length === 0 && <p>まだありません。</p>}
          <ul className="entries">
            {news.map(({ id, at, kind, to, title, summary, isSample }) => (
              <li key={id}>
                <p className="soft">
                  <Moment at={at} />　<span className="tag">{kind}</span>
                  {isSample && (
                    <>
                      {" "}
                      <span className="tag warning">サンプル</span>
                    </>
                  )}
                </p>
                <p>
                  <a href={to}>{title}</a>
                </p>
                {summary && <p className="soft">{summary}</p>}
              </li>
            ))}
          </ul>
          <p>
            <a href={href("feed")}>更新情報（Atom）を受け取る</a>
          </p>
        </section>
        <section aria-labelledby="road">
          <h2 id="road">令和9年2月までの道のり</h2>
          {hasSamples && (
            <p className="soft">
              <span className="tag warning">サンプル</span>{" "}
              「済み」と「今ここ」は、しくみを試すための見本から判断したものを含みます。
            </p>
          )}
          <Timeline milestones={milestones} />
          <p>
            <a href={href("goals")}>部局の目標シートを見る</a>
          </p>
        </section>
      </div>
    </>
  );
}
