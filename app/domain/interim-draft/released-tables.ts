import { cellsOf, figureOf, type Table, type Tabulation } from "../survey/index.ts";
import type { ReleasedTable } from "./parts.ts";

/** The tables of a release as an interim draft cites them; `pathOf` leads to a question's table. */
export function releasedTablesOf(
  tabulation: Tabulation,
  pathOf: (question: string) => string,
): ReleasedTable[] {
  return tabulation.tables.map((table) => ({
    question: table.question,
    title: `問${table.number}　${table.title}`,
    n: table.n,
    noAnswer: table.noAnswer,
    ...summaryOf(tabulation, table),
    rows: cellsOf(table).map(({ cell, text, count, n, percent }) => ({
      value: cell,
      label: text,
      count,
      n,
      percent: percent ?? 0,
    })),
    path: pathOf(table.question),
  }));
}

/** Numbers and scales say most by their mean and median, which no row holds. */
function summaryOf(tabulation: Tabulation, table: Table): Pick<ReleasedTable, "summary"> {
  if (table.n === 0 || (table.kind !== "number" && table.kind !== "rating")) return {};
  const sentence = figureOf(tabulation, table.question)?.sentence;
  return sentence === undefined ? {} : { summary: sentence };
}
