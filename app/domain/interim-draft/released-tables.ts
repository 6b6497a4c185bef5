import { cellsOf } from "../survey/release/cells.ts";
import type { PublishedQuestion, PublishedRelease } from "../survey/release/published.ts";
import { questionSentences } from "../survey/release/sentence.ts";
import type { ReleasedTable } from "./parts.ts";

/** The tables of a release as an interim draft cites them; `pathOf` leads to a question's table. */
export function releasedTablesOf(
  { questions }: PublishedRelease,
  pathOf: (question: string) => string,
): ReleasedTable[] {
  return questions.map((question) => ({
    question: question.name,
    number: question.number,
    title: question.title,
    ...baseOf(question),
    summary: `「${question.title}」の結果：${questionSentences(question).join("")}`,
    rows: cellsOf(question).map(({ cell, text, counts, count, n, percent }) => ({
      value: cell,
      label: text,
      counts,
      count,
      n,
      percent,
    })),
    path: pathOf(question.name),
  }));
}

/**
 * How many firms answered, and how many left it out. Of a question in parts: those of the part that
 * most answered among the parts whose numbers are shown. The entries of a panel are no firms.
 */
export function baseOf({ variables }: PublishedQuestion): {
  n: number | null;
  noAnswer: number | null;
} {
  const shown = variables.flatMap(({ counts, n, noAnswer }) =>
    counts === "firms" && n !== null ? [{ n, noAnswer }] : [],
  );
  const [most] = shown.sort((a, b) => b.n - a.n);
  return most ?? { n: null, noAnswer: null };
}
