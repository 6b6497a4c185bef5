import type { DraftHistory } from "#app/domain/interim-draft/document.ts";
import { percentText } from "#app/domain/interim-draft/figure.ts";
import { Day } from "../date.tsx";

/** How a draft came about: meetings, versions, surveys. */
export function History({ history: { meetings, surveys, versions } }: { history: DraftHistory }) {
  return (
    <div className="draft-history">
      <h3>審議会の会議</h3>
      {meetings.length === 0 && <p>会議の記録はまだありません。</p>}
      <ol className="plain-list meetings">
        {meetings.map(({ number, title, heldOn, path }) => (
          <li key={number}>
            <Day date={heldOn} />
            {"　"}
            <a href={path}>{title}</a>
          </li>
        ))}
      </ol>
      <h3>条例案の版</h3>
      <dl className="draft-versions">
        {versions.map(({ number, label, publishedOn, note, path }) => (
          <div key={number}>
            <dt>
              <a href={path}>{label}</a>
            </dt>
            <dd>
              <Day date={publishedOn} />
              {"　公表"}
              <p>{note}</p>
            </dd>
          </div>
        ))}
      </dl>
      <h3>事業者への調査</h3>
      {surveys.length === 0 ? (
        <p>集計を公表した調査はありません。</p>
      ) : (
        <Surveys surveys={surveys} />
      )}
    </div>
  );
}

function Surveys({ surveys }: Pick<DraftHistory, "surveys">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <section className="table-scroll" tabIndex={0} aria-label="調査の一覧">
      <table>
        <caption className="visually-hidden">調査ごとの依頼数、回答数、回収率</caption>
        <thead>
          <tr>
            <th scope="col">調査</th>
            <th scope="col">集計</th>
            <th scope="col">公表日</th>
            <th scope="col">依頼数</th>
            <th scope="col">回答数（n）</th>
            <th scope="col">回収率</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map((survey) => (
            <tr key={survey.path}>
              <th scope="row">
                <a href={survey.path}>{survey.title}</a>{" "}
                {survey.simulated && <span className="tag warning">模擬回答</span>}
              </th>
              <td>{survey.releaseLabel}</td>
              <td>
                <Day date={survey.releasedOn} />
              </td>
              <td className="number">{survey.invited}</td>
              <td className="number">{survey.n}</td>
              <td className="number">{percentText(survey.responseRatePercent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
