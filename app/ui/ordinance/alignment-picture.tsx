import type { MatchingRow, Place } from "#app/domain/draft-version/matching.ts";
import type { AlignmentStatus } from "#app/domain/ordinance/index.ts";
import { statusWords } from "./alignment-status.ts";

/** Measures of the picture in its own units: a line of text, the columns and the gap between. */
const line = 30;
const top = 44;
const widths = { left: 280, gap: 180, right: 400 };
const right = widths.left + widths.gap;
const longest = 15;

/** Which article went where: two columns of articles joined by lines. The table says the same. */
export function AlignmentPicture({
  rows,
  olds,
  labels,
}: {
  rows: readonly MatchingRow[];
  olds: readonly Place[];
  labels: { before: string; after: string };
}) {
  const news = rows.filter(({ after, status }) => after && status !== "merged");
  const oldY = new Map(olds.map(({ path }, index) => [path, top + index * line]));
  const newY = new Map(news.map(({ after }, index) => [after?.path ?? "", top + index * line]));
  const fates = new Map(
    rows
      .filter(({ status }) => status === "removed" || status === "merged")
      .map(({ before, status }) => [before?.path ?? "", statusWords[status]]),
  );
  const height = top + Math.max(olds.length, news.length) * line;
  const width = right + widths.right;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label="条の対応の図">
      <svg
        className="alignment-picture"
        role="img"
        viewBox={`0 0 ${width} ${height}`}
        aria-label={`「${labels.before}」の${olds.length}条と「${labels.after}」の${news.length}条を線で結んだ図。同じ内容は下の表にあります。`}
      >
        <text className="head" x={0} y={18}>
          {labels.before}
        </text>
        <text className="head" x={right} y={18}>
          {labels.after}
        </text>
        {rows.map(({ before, after, status }) => {
          const from = oldY.get(before?.path ?? "");
          const to = newY.get(after?.path ?? "");
          if (from === undefined || to === undefined) return null;
          return (
            <line
              key={`${before?.path}-${after?.path}`}
              className={`way ${status}`}
              x1={widths.left}
              y1={from - 5}
              x2={right - 10}
              y2={to - 5}
            />
          );
        })}
        {olds.map(({ path, name }) => (
          <text key={path} x={0} y={oldY.get(path)}>
            {short(name)}
            {fates.has(path) && `〔${fates.get(path)}〕`}
          </text>
        ))}
        {news.map(({ after, status }) => (
          <text key={after?.path} x={right} y={newY.get(after?.path ?? "")}>
            {short(after?.name ?? "")}
            {status !== "kept" && `〔${statusWords[status]}〕`}
          </text>
        ))}
      </svg>
      <ul className="alignment-legend">
        {legend.map((status) => (
          <li key={status}>
            <svg viewBox="0 0 60 12" width={60} height={12} aria-hidden="true">
              <line className={`way ${status}`} x1={0} y1={6} x2={60} y2={6} />
            </svg>{" "}
            {statusWords[status]}
          </li>
        ))}
      </ul>
    </section>
  );
}

const legend: AlignmentStatus[] = [
  "kept",
  "reworded",
  "moved",
  "moved-and-reworded",
  "split",
  "merged",
];

const short = (name: string) => (name.length > longest ? `${name.slice(0, longest)}…` : name);
