import type {
  PublishedQuestion,
  PublishedRow,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import type { Bin, CountedRow, FigureFacts } from "../../charts/chart-data.ts";
import { Histogram } from "../../charts/Histogram.tsx";
import { StackedBar } from "../../charts/StackedBar.tsx";

/** The chart of one variable: bars, or a histogram of classes; none of texts. */
export function VariableChart({
  variable: { kind, rows },
  facts,
}: {
  variable: PublishedVariable;
  facts: FigureFacts;
}) {
  switch (kind) {
    case "choice":
    case "rating":
    case "place":
      return <BarChart {...facts} rows={rows.map(barOf)} />;
    case "class":
      return <Histogram {...facts} bins={rows.map(binOf)} />;
    case "written":
      return null;
  }
}

/** The rows of a matrix as bars parted by its columns. */
export function MatrixChart({
  question: { variables },
  facts,
}: {
  question: PublishedQuestion;
  facts: Omit<FigureFacts, "n">;
}) {
  const columns = variables[0]?.rows.map(({ text }) => text) ?? [];
  // The question has no n of its own: each row says its n.
  const n = variables.every((variable) => variable.n === 0) ? 0 : undefined;
  return (
    <StackedBar
      {...facts}
      n={n}
      columns={columns}
      rows={variables.map((variable) => ({
        label: variable.part?.text ?? "",
        n: variable.n,
        parts: variable.rows.map(({ count, percent }) => ({ count, percent })),
      }))}
    />
  );
}

/** How often each item of a ranking came first. */
export function RankingChart({
  question: { variables },
  facts,
}: {
  question: PublishedQuestion;
  facts: FigureFacts;
}) {
  const rows = variables.flatMap(({ part, rows: places }) => {
    const first = places.find(({ key }) => key === "1");
    return first && part ? [{ ...barOf(first), label: part.text }] : [];
  });
  return <BarChart {...facts} rows={rows} />;
}

const barOf = ({ text, count, percent }: PublishedRow): CountedRow => ({
  label: text,
  count,
  percent,
});

const binOf = ({ text, from = null, to = null, count, percent }: PublishedRow): Bin => ({
  label: text,
  from,
  to,
  count,
  percent,
});
