import { cellsOf, figureOf, type Tabulation } from "../survey/index.ts";
import type { ReleasedTable } from "./parts.ts";

/** The tables of a release as an interim draft cites them; `pathOf` leads to a question's table. */
export function releasedTablesOf(
  tabulation: Tabulation,
  pathOf: (question: string) => string,
): ReleasedTable[] {
  return tabulation.tables.map((table) => {
    const whole = figureOf(tabulation, table.question);
    return {
      question: table.question,
      number: table.number,
      title: table.title,
      n: table.n,
      noAnswer: table.noAnswer,
      ...(whole === undefined ? {} : { summary: whole.sentence }),
      rows: cellsOf(table).map(({ cell, text, count, n, percent }) => ({
        value: cell,
        label: text,
        count,
        n,
        percent: percent ?? 0,
      })),
      path: pathOf(table.question),
    };
  });
}
