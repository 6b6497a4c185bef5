import type { CitedUtterance, Figure, FigureRow } from "#app/domain/interim-draft/document.ts";
import { unitOf } from "#app/domain/survey/release/share-words.ts";

/** A count, or 「x」 where it is hidden. */
const countText = (count: number | null) => (count === null ? "x" : String(count));

/** A percentage with one decimal; a dash where its count is hidden. */
const percentText = (percent: number | null) =>
  percent === null ? "－" : `${percent.toFixed(1)}%`;

/** A released figure beside the clause it bears on: in words, with n, release and what it is worth. */
export function FigureEvidence({ figure, label }: { figure: Figure; label: string }) {
  const { choiceText, count, n, percent, noAnswer, rows = [], simulated } = figure;
  const { questionNumber, questionTitle, counts = "firms" } = figure;
  const unit = unitOf({ counts });
  const name = questionNumber === undefined ? `「${questionTitle}」` : `問${questionNumber}`;
  return (
    <figure className="evidence-figure">
      {figure.note && <p className="evidence-note">{figure.note}</p>}
      {choiceText !== undefined && (
        <p className="evidence-number" aria-hidden="true">
          <strong>{percentText(percent)}</strong>
          <span>
            {countText(n)}
            {unit}のうち{countText(count)}
            {unit}
          </span>
        </p>
      )}
      <p>{figure.sentence}</p>
      {rows.length > 0 && <FigureRows figure={figure} rows={rows} label={label} />}
      <figcaption>
        {simulated && <span className="tag warning">模擬回答</span>} {figure.surveyTitle}（
        {figure.releaseLabel}）　n＝{countText(n)}
        {noAnswer !== undefined && `、無回答 ${countText(noAnswer)}`}
        {"　"}
        <a href={figure.path}>{name}の集計を見る</a>
        <FigureDigests figure={figure} />
      </figcaption>
    </figure>
  );
}

/** The digests of a figure and of its release; drafts from before figures had them show none. */
function FigureDigests({ figure: { sha256, releaseSha256, release } }: { figure: Figure }) {
  if (sha256 === undefined || releaseSha256 === undefined) return null;
  return (
    <span className="evidence-digests">
      <span>
        この数値のSHA-256 <code>{sha256}</code>
      </span>
      <span>
        集計版{release}のSHA-256 <code>{releaseSha256}</code>
      </span>
    </span>
  );
}

function FigureRows({
  figure: { questionTitle, n, hiddenReason },
  rows,
  label,
}: {
  figure: Figure;
  rows: readonly FigureRow[];
  label: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <section className="table-scroll" tabIndex={0} aria-label={`${label}の根拠：${questionTitle}`}>
      <table className="evidence-rows">
        <caption className="visually-hidden">
          {questionTitle}（n＝{countText(n)}）
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">選択肢</th>
            <th scope="col">回答数</th>
            <th scope="col">割合</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td className="number">
                {countText(row.count)}
                {row.counts === "entries" && row.count !== null && "件"}
              </td>
              <td className="number">
                {percentText(row.percent)}
                <RowBar percent={row.percent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ count }) => count === null) && (
        <p className="soft">
          {hiddenReason ?? "x は、回答した事業者が推測されないように伏せた数です。"}
        </p>
      )}
    </section>
  );
}

function RowBar({ percent }: { percent: number | null }) {
  if (percent === null) return null;
  return (
    <svg className="evidence-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.min(100, percent)} height={6} />
    </svg>
  );
}

/** What was said in a meeting, with the way to the minutes. */
export function UtteranceEvidence({ utterance }: { utterance: CitedUtterance }) {
  const { speaker, text, note, meetingTitle, number, path } = utterance;
  return (
    <figure className="evidence-utterance">
      {note && <p className="evidence-note">{note}</p>}
      <blockquote cite={path}>
        {text.split("\n").map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
      <figcaption>
        {`${speaker}　`}
        <a href={path}>
          {meetingTitle} 発言{number}
        </a>
      </figcaption>
    </figure>
  );
}
