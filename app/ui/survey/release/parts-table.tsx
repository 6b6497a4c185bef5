import type { PublishedQuestion, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { numberLabel } from "../../charts/chart-data.ts";
import { Count, CountWithShare, HiddenNote } from "./count.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { ResultRow, ResultTable } from "./result-table.tsx";
import { Weighted } from "./variable-table.tsx";

/** The table of a matrix or ranking: its rows or items down, their categories across. */
export function PartsTable({
  question: { type, variables },
  title,
  context,
}: {
  question: PublishedQuestion;
  title: string;
  context: ReleaseContext;
}) {
  const categories = variables[0]?.rows ?? [];
  const withMeans = variables.some(({ summary }) => summary?.mean != null);
  const anyHidden = variables.some((variable) =>
    [variable.n, variable.noAnswer, variable.notApplicable]
      .concat(variable.rows.map(({ count }) => count))
      .includes(null),
  );
  const withWeights = variables.some(({ rows }) => rows.some(({ weighted }) => weighted !== null));
  const heading = type === "ranking" ? "選択肢" : "項目";
  const meanHeading = type === "ranking" ? "順位の平均" : "平均";
  const columns = categories.map(({ key, text }) => ({ key, heading: text }));
  return (
    <>
      <ResultTable
        caption={`${title}（表）`}
        rowHeading={heading}
        columns={[
          ...columns,
          ...(withMeans ? [{ key: "#mean", heading: meanHeading }] : []),
          { key: "#n", heading: "n" },
          { key: "#none", heading: "無回答" },
          { key: "#not", heading: "非該当" },
        ]}
      >
        <tbody>
          {variables.map((variable) => (
            <ResultRow
              key={variable.id}
              heading={variable.part?.text ?? ""}
              cells={[
                ...variable.rows.map(({ key, count, percent }) => ({
                  key,
                  content: <CountWithShare count={count} percent={percent} />,
                })),
                ...(withMeans ? [{ key: "#mean", content: meanText(variable) }] : []),
                { key: "#n", content: <Count count={variable.n} /> },
                { key: "#none", content: <Count count={variable.noAnswer} /> },
                { key: "#not", content: <Count count={variable.notApplicable} /> },
              ]}
            />
          ))}
        </tbody>
      </ResultTable>
      {anyHidden && <HiddenNote reason={context.reason} />}
      {withWeights && (
        <details className="fold">
          <summary>参考：名簿に合わせた割合（95%区間）の表を見る</summary>
          <ResultTable
            caption={`${title}（参考：名簿に合わせた割合と95%区間）`}
            rowHeading={heading}
            columns={columns}
          >
            <tbody>
              {variables.map(({ id, part, rows }) => (
                <ResultRow
                  key={id}
                  heading={part?.text ?? ""}
                  cells={rows.map(({ key, weighted }) => ({
                    key,
                    content: <Weighted share={weighted} />,
                  }))}
                />
              ))}
            </tbody>
          </ResultTable>
          <p className="table-note">
            値の意味と仮定は、<a href="#weighting">「参考の値について」</a>にあります。
          </p>
        </details>
      )}
    </>
  );
}

const meanText = ({ summary }: PublishedVariable) =>
  summary?.mean == null ? "－" : numberLabel(summary.mean);
