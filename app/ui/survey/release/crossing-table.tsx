import {
  type CrossingView,
  type NamedVariable,
  variableName,
} from "#app/domain/survey/release/crossing-view.ts";
import { GroupedBars } from "../../charts/GroupedBars.tsx";
import { StackedBar } from "../../charts/StackedBar.tsx";
import { Count, CountWithShare, HiddenNote } from "./count.tsx";
import { notesOf } from "./question-figures.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { ResultRow, ResultTable } from "./result-table.tsx";

const mostParts = 7;

/** One question by another: a chart by column and the table with percentages of each column. */
export function CrossingTable({
  view,
  rows,
  columns,
  context,
}: {
  view: CrossingView;
  rows: NamedVariable;
  columns: NamedVariable;
  context: ReleaseContext;
}) {
  const short = `問${rows.question.number}と問${columns.question.number}の掛け合わせ`;
  const anyHidden = view.cells.some((cells) => cells.some(({ count }) => count === null));
  const withoutBase = view.columns.some(({ n }) => n === null);
  const facts = {
    id: "crossing",
    title: `${short}（横に並べた問の答えごとの割合）`,
    n: undefined,
    notes: notesOf(rows.variable, context),
  };
  const isParted = rows.variable.answers === "one" && view.rows.length <= mostParts;
  return (
    <>
      <p className="prose">
        「{variableName(columns)}」への答えごとに、「{variableName(rows)}
        」にどう答えたかを数えています。両方の問に答えた事業者だけを数え、割合は、縦の列の n
        に対するものです。
      </p>
      {isParted ? (
        <StackedBar
          {...facts}
          columns={view.rows.map(({ text }) => text)}
          rows={view.columns.map(({ text, n }, column) => ({
            label: text,
            n,
            parts: view.rows.map((_, row) => cellAt(view, row, column)),
          }))}
        />
      ) : (
        <GroupedBars
          {...facts}
          groups={view.rows.map(({ text }, row) => ({
            label: text,
            bars: view.columns.map((column, index) => ({
              label: column.text,
              ...cellAt(view, row, index),
            })),
          }))}
        />
      )}
      <ResultTable
        caption={`${short}（表）`}
        rowHeading={`問${rows.question.number}の答え`}
        columns={view.columns.map(({ key, text }) => ({ key, heading: text }))}
      >
        <tbody>
          {view.rows.map(({ key, text }, row) => (
            <ResultRow
              key={key}
              heading={text}
              cells={view.columns.map((column, index) => ({
                key: column.key,
                content: <CountWithShare {...cellAt(view, row, index)} />,
              }))}
            />
          ))}
        </tbody>
        <tfoot>
          <ResultRow
            heading="n（両方に答えた事業者）"
            cells={view.columns.map(({ key, n }) => ({ key, content: <Count count={n} /> }))}
          />
        </tfoot>
      </ResultTable>
      {(anyHidden || withoutBase) && <HiddenNote reason={context.reason} />}
      {withoutBase && (
        <p className="table-note">
          n
          が「x」の列は、割合のもとになる数を示せないため、割合もありません。縦と横を入れ替えると、割合が見られることがあります。
        </p>
      )}
    </>
  );
}

const cellAt = ({ cells }: CrossingView, row: number, column: number) =>
  cells[row]?.[column] ?? { count: null, percent: null };
