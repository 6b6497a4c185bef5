import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { href } from "#app/routes.ts";
import { AnonymityList } from "../anonymity-words.tsx";
import { type ReleaseEntry, ReleaseList } from "../release-list.tsx";
import { ResponseRateView } from "../response-rate.tsx";
import type { BearsOn } from "./bearing-articles.tsx";
import { Protection } from "./protection.tsx";
import { QuestionSection } from "./question-section.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { ReleaseFacts } from "./release-facts.tsx";
import { ReleaseFiles } from "./release-files.tsx";
import { StratumFilter } from "./stratum-filter.tsx";
import { WeightingWords } from "./weighting-words.tsx";

/** All that a release's page shows below its title. */
export interface ReleaseViewProps {
  release: PublishedRelease;
  releasedAt: Date | string;
  sha256: string;
  /** Other releases of the survey, the newest first. */
  others: ReleaseEntry[];
  /** Provisions of the newest draft by the question they are linked with. */
  provisions: ReadonlyMap<string, readonly BearsOn[]>;
  by: string | undefined;
  context: ReleaseContext;
  /** How answers are treated, in sentences. */
  words: string[];
}

/** The results of a survey for everybody: facts, every question, and how to check them. */
export function ReleaseView(props: ReleaseViewProps) {
  const { release, releasedAt, others, provisions, by, context } = props;
  const { slug, number } = context;
  const address = href("release", { survey: slug, release: number });
  const crossed = new Set(release.crossings.flatMap(({ rows, columns }) => [rows, columns]));
  return (
    <>
      <ReleaseFacts release={release} releasedAt={releasedAt} />
      <div className="no-print">
        <h2 id="files">ファイル</h2>
        <ReleaseFiles slug={slug} number={number} />
      </div>
      <ReleaseContents release={release} others={others} context={context} />
      <h2 id="response-rate">回収の状況</h2>
      <ResponseRateView rate={release.responseRate} />
      <h2 id="questions">設問ごとの結果</h2>
      <p className="prose">
        n は、その問に答えた数で、割合はすべて n
        に対するものです。無回答は、問が示されて答えなかった数、非該当は、ほかの問の答えによって、または問が加わる前に答えたために、問が示されなかった数です。割合は小数第2位を四捨五入しているため、合計が100%にならないことがあります。
      </p>
      <p className="prose">{context.reason}</p>
      <StratumFilter action={address} axes={release.axes} by={by} />
      {release.questions.map((question) => (
        <QuestionSection
          key={question.name}
          question={question}
          provisions={provisions.get(question.name) ?? []}
          by={by}
          crossed={question.variables.find(({ id }) => crossed.has(id))?.id}
          context={context}
        />
      ))}
      <h2 id="weighting">参考の値について</h2>
      <WeightingWords weighting={release.weighting} />
      <h2 id="protection">伏せた数について</h2>
      <Protection release={release} />
      <h2 id="treatment">回答の扱い</h2>
      <AnonymityList sentences={props.words} />
      <h2 id="proof">この集計版の確かめ方</h2>
      <p className="prose">
        公表した集計版は変わりません。内容が同じであることは、次の値で確かめられます（公表した内容を正規化したJSONのSHA-256）。
      </p>
      <p>
        <code>{props.sha256}</code>
      </p>
      {others.length > 0 && (
        <>
          <h2 id="others">ほかの集計版</h2>
          <ReleaseList slug={slug} releases={others} />
        </>
      )}
    </>
  );
}

function ReleaseContents({
  release,
  others,
  context: { slug, number },
}: {
  release: PublishedRelease;
  others: readonly ReleaseEntry[];
  context: ReleaseContext;
}) {
  const params = { survey: slug, release: number };
  return (
    <nav aria-labelledby="contents" className="no-print">
      <h2 id="contents">目次</h2>
      <ul className="release-contents">
        <li>
          <a href="#response-rate">回収の状況</a>
        </li>
        <li>
          <a href="#questions">設問ごとの結果</a>
          <ul>
            {release.questions.map(({ name, number: printed, title }) => (
              <li key={name}>
                <a href={`#${name}`}>
                  問{printed}　{title}
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <a href={href("releaseCrossing", params)}>二つの問を掛け合わせた表</a>
        </li>
        {others.length > 0 && (
          <li>
            <a href={href("releaseComparison", params)}>ほかの集計版との比較</a>
          </li>
        )}
        <li>
          <a href="#weighting">参考の値について</a>
        </li>
        <li>
          <a href="#protection">伏せた数について</a>
        </li>
        <li>
          <a href="#proof">この集計版の確かめ方</a>
        </li>
      </ul>
    </nav>
  );
}
