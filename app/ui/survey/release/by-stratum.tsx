import type {
  PublishedByStratum,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";
import type { CountedRow, FigureFacts } from "../../charts/chart-data.ts";
import { numberLabel } from "../../charts/chart-data.ts";
import { GroupedBars } from "../../charts/GroupedBars.tsx";
import { StackedBar } from "../../charts/StackedBar.tsx";
import { Count, CountWithShare, HiddenNote } from "./count.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { ResultRow, ResultTable } from "./result-table.tsx";
import { headingOf } from "./variable-table.tsx";

/** So many columns beside the whole fit half the page. */
const fewStrata = 3;

/** As many fills as are told apart in black and white. */
const mostParts = 7;

/** A variable by the strata of one axis: chart, and the table with the whole beside the strata. */
export function ByStratum({
  variable,
  table,
  facts,
  context,
}: {
  variable: PublishedVariable;
  table: PublishedByStratum;
  facts: FigureFacts;
  context: ReleaseContext;
}) {
  return (
    <div className={table.strata.length <= fewStrata ? "figure-pair" : undefined}>
      <StratumChart variable={variable} table={table} facts={facts} />
      <div>
        <StratumTable variable={variable} table={table} title={facts.title} context={context} />
      </div>
    </div>
  );
}

/** Percentage of a cell; null where it or its base is hidden. */
function cellOf({ strata, cells }: PublishedByStratum, row: number, column: number) {
  const count = cells[row]?.[column] ?? null;
  const n = strata[column]?.n ?? null;
  return { count, percent: count === null || n === null ? null : percentOf(count, n) };
}

function StratumChart({
  variable: { answers, rows },
  table,
  facts,
}: {
  variable: PublishedVariable;
  table: PublishedByStratum;
  facts: FigureFacts;
}) {
  if (answers === "one" && rows.length <= mostParts) {
    return (
      <StackedBar
        {...facts}
        columns={rows.map(({ text }) => text)}
        rows={table.strata.map(({ stratum, n }, column) => ({
          label: stratum,
          n,
          parts: rows.map((_, row) => cellOf(table, row, column)),
        }))}
      />
    );
  }
  return (
    <GroupedBars
      {...facts}
      groups={rows.map(({ text }, row) => ({
        label: text,
        bars: table.strata.map(
          ({ stratum }, column): CountedRow => ({ label: stratum, ...cellOf(table, row, column) }),
        ),
      }))}
    />
  );
}

function StratumTable({
  variable,
  table,
  title,
  context,
}: {
  variable: PublishedVariable;
  table: PublishedByStratum;
  title: string;
  context: ReleaseContext;
}) {
  const { strata, cells } = table;
  const anyHidden =
    cells.flat().includes(null) ||
    strata.some(({ n, noAnswer, notApplicable }) => [n, noAnswer, notApplicable].includes(null));
  const withMeans = variable.summary?.mean != null || strata.some(({ mean }) => mean !== null);
  const foot = (
    label: string,
    whole: React.ReactNode,
    part: (column: number) => React.ReactNode,
  ) => (
    <ResultRow
      heading={label}
      cells={[
        { key: "#all", content: whole },
        ...strata.map(({ stratum }, column) => ({ key: stratum, content: part(column) })),
      ]}
    />
  );
  const mean = (value: number | null | undefined) => (value == null ? "－" : numberLabel(value));
  return (
    <>
      <ResultTable
        caption={`${title}（表）`}
        rowHeading={headingOf(variable.kind)}
        columns={[
          { key: "#all", heading: "全体" },
          ...strata.map(({ stratum }) => ({ key: stratum, heading: stratum })),
        ]}
      >
        <tbody>
          {variable.rows.map(({ key, text, count, percent }, row) => (
            <ResultRow
              key={key}
              heading={text}
              cells={[
                { key: "#all", content: <CountWithShare count={count} percent={percent} /> },
                ...strata.map(({ stratum }, column) => ({
                  key: stratum,
                  content: <CountWithShare {...cellOf(table, row, column)} />,
                })),
              ]}
            />
          ))}
        </tbody>
        <tfoot>
          {foot(
            variable.counts === "firms" ? "n" : "n（件数）",
            <Count count={variable.n} />,
            (column) => (
              <Count count={strata[column]?.n ?? null} />
            ),
          )}
          {foot("無回答", <Count count={variable.noAnswer} />, (column) => (
            <Count count={strata[column]?.noAnswer ?? null} />
          ))}
          {foot("非該当", <Count count={variable.notApplicable} />, (column) => (
            <Count count={strata[column]?.notApplicable ?? null} />
          ))}
          {withMeans &&
            foot("平均", mean(variable.summary?.mean), (column) => mean(strata[column]?.mean))}
        </tfoot>
      </ResultTable>
      {anyHidden && <HiddenNote reason={context.reason} />}
    </>
  );
}
