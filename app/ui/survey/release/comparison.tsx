import type {
  Base,
  ComparedQuestion,
  ComparedRow,
  ComparedVariable,
  Share,
} from "#app/domain/survey/release/compare-releases.ts";
import { hiddenMark, numberLabel, percentLabel } from "../../charts/chart-data.ts";
import { Count, HiddenNote } from "./count.tsx";
import { ResultRow, ResultTable } from "./result-table.tsx";

/** How the two releases are called in the headings of the tables. */
export interface ComparedNames {
  before: string;
  after: string;
}

/** One question in two releases, side by side. */
export function ComparedQuestionView({
  question,
  names,
  reason,
}: {
  question: ComparedQuestion;
  names: ComparedNames;
  reason: string;
}) {
  const { name, number, title, standing, changes, variables } = question;
  return (
    <section id={name} className="question-result" aria-labelledby={`title-${name}`}>
      <h3 id={`title-${name}`}>
        問{number}　{title}
      </h3>
      {standing === "added" && <p>{names.before}にはない問です。比べられません。</p>}
      {standing === "removed" && <p>{names.after}にはない問です。比べられません。</p>}
      {changes.length > 0 && (
        <div className="notice warning">
          <p>調査票を変えたため、そのまま比べられないことがあります。</p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      )}
      {standing === "both" &&
        variables.map((variable) => (
          <ComparedTable
            key={variable.id}
            variable={variable}
            title={`問${number}${variable.part ? `：${variable.part}` : ""}`}
            names={names}
            reason={reason}
          />
        ))}
    </section>
  );
}

function ComparedTable({
  variable,
  title,
  names,
  reason,
}: {
  variable: ComparedVariable;
  title: string;
  names: ComparedNames;
  reason: string;
}) {
  const { before, after, rows } = variable;
  const anyHidden =
    before?.n === null ||
    after?.n === null ||
    rows.some((row) => row.before?.count === null || row.after?.count === null);
  const means = before?.mean != null && after?.mean != null;
  return (
    <>
      <ResultTable
        caption={`${title}の比較`}
        rowHeading="答え"
        columns={[
          { key: "before", heading: names.before },
          { key: "after", heading: names.after },
          {
            key: "points",
            heading: (
              <>
                差<span className="cell-interval">（ポイント）</span>
              </>
            ),
          },
        ]}
      >
        <tbody>
          {rows.map((row) => (
            <ResultRow
              key={row.key}
              heading={row.text}
              cells={[
                { key: "before", content: <ShareCell share={row.before} /> },
                { key: "after", content: <ShareCell share={row.after} /> },
                { key: "points", content: pointsText(row) },
              ]}
            />
          ))}
        </tbody>
        <tfoot>
          <ResultRow
            heading={variable.counts === "firms" ? "n" : "n（件数）"}
            cells={[
              { key: "before", content: <BaseCell base={before} /> },
              { key: "after", content: <BaseCell base={after} /> },
              { key: "points", content: "" },
            ]}
          />
          {means && (
            <ResultRow
              heading="平均"
              cells={[
                { key: "before", content: numberLabel(before?.mean ?? null) },
                { key: "after", content: numberLabel(after?.mean ?? null) },
                {
                  key: "points",
                  content: signed((after?.mean ?? 0) - (before?.mean ?? 0), 2),
                },
              ]}
            />
          )}
        </tfoot>
      </ResultTable>
      {anyHidden && <HiddenNote reason={`${reason}伏せた数があるところは、差も示しません。`} />}
    </>
  );
}

function ShareCell({ share }: { share: Share | null }) {
  if (share === null) return <>（なし）</>;
  if (share.count === null) return <Count count={null} />;
  return (
    <>
      {share.percent === null ? "" : percentLabel(share.percent)}
      <span className="cell-interval">（{numberLabel(share.count)}）</span>
    </>
  );
}

function BaseCell({ base }: { base: Base | null }) {
  return base === null ? <>（なし）</> : <Count count={base.n} />;
}

function pointsText({ points, before, after }: ComparedRow): string {
  if (points !== null) return signed(points, 1);
  const isHidden = before?.count === null || after?.count === null;
  return before && after && isHidden ? hiddenMark : "－";
}

/** +2.1, −0.3, 0.0: with a minus sign as it is printed. */
function signed(number: number, decimals: number): string {
  const digits = Math.abs(number).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  return `${number > 0 ? "+" : "−"}${digits}`;
}
