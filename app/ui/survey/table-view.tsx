import type { Table } from "#app/domain/survey/index.ts";
import { BarChart } from "../charts/BarChart.tsx";
import { type FigureFacts, numberLabel } from "../charts/chart-data.ts";
import { Histogram } from "../charts/Histogram.tsx";
import { StackedBar } from "../charts/StackedBar.tsx";
import { RankingView } from "./ranking-view.tsx";

/** The released table of one question: chart and table, or what can be told of free text. */
export function TableView({
  table,
  id,
  simulated,
}: {
  table: Table;
  /** Unique on the page. */
  id: string;
  simulated: boolean;
}) {
  const facts: FigureFacts = {
    id,
    title: table.number > 0 ? `問${table.number}の回答` : `「${table.title}」の回答`,
    n: table.n,
    noAnswer: table.noAnswer,
    notApplicable: table.notApplicable,
    notes: [...(table.kind === "multiple" ? ["複数回答"] : []), ...(simulated ? ["模擬回答"] : [])],
  };
  switch (table.kind) {
    case "single":
    case "multiple":
      return (
        <>
          <BarChart {...facts} rows={labelled(table.rows)} />
          {table.otherTexts > 0 && (
            <p className="soft">
              「その他」に内容を書いた事業者は{table.otherTexts}者です。内容は公表していません。
            </p>
          )}
        </>
      );
    case "boolean":
      return <BarChart {...facts} rows={labelled(table.rows)} />;
    case "rating":
      return (
        <>
          <BarChart {...facts} rows={labelled(table.rows)} />
          {table.minText && (
            <p className="soft">
              最も小さい段階が「{table.minText}」、最も大きい段階が「{table.maxText}」です。
            </p>
          )}
        </>
      );
    case "matrix":
      return (
        <StackedBar
          {...facts}
          columns={table.columns.map(({ text }) => text)}
          rows={table.rows.map(({ text, n, cells }) => ({ label: text, n, parts: cells }))}
        />
      );
    case "number":
      return table.summary === null ? (
        <Counted facts={facts} />
      ) : (
        <Histogram
          {...facts}
          bins={table.histogram}
          summary={[
            `下から4分の1の値 ${numberLabel(table.summary.lowerQuartile)}`,
            `上から4分の1の値 ${numberLabel(table.summary.upperQuartile)}`,
          ].join("、")}
        />
      );
    case "ranking":
      return <RankingView table={table} facts={facts} />;
    case "date":
    case "text":
      return <Counted facts={facts} />;
    case "items":
      return table.items.map((item, index) => (
        <TableView
          key={item.question}
          table={{ ...item, number: 0 }}
          id={`${id}-${index}`}
          simulated={simulated}
        />
      ));
    case "entries":
      return (
        <>
          <p>
            答えた{table.n}者が、合わせて{table.entries}件を書きました。次の n は件数です。
          </p>
          {table.tables.map((inner, index) => (
            <TableView
              key={inner.question}
              table={inner}
              id={`${id}-${index}`}
              simulated={simulated}
            />
          ))}
        </>
      );
  }
}

const labelled = (rows: readonly { text: string; count: number; percent: number | null }[]) =>
  rows.map(({ text, count, percent }) => ({ label: text, count, percent }));

/** Of free text and dates only the counts are told. */
function Counted({ facts }: { facts: FigureFacts }) {
  const { title, n, noAnswer, notApplicable = 0, notes = [] } = facts;
  return (
    <table className="counted">
      <caption>{[title, ...notes].join("　")}</caption>
      <tbody>
        <tr>
          <th scope="row">n（回答した事業者）</th>
          <td className="number">{numberLabel(n)}</td>
        </tr>
        <tr>
          <th scope="row">無回答</th>
          <td className="number">{numberLabel(noAnswer)}</td>
        </tr>
        <tr>
          <th scope="row">非該当</th>
          <td className="number">{numberLabel(notApplicable)}</td>
        </tr>
      </tbody>
    </table>
  );
}
