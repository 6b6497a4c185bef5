import { numberText } from "../../japan/number-text.ts";
import type { ComparedQuestion } from "./compare-releases.ts";
import type { PublishedRelease } from "./published.ts";

/** In sentences, what a reader would look for question by question: where the releases differ at all. */
export function comparisonWords(
  before: PublishedRelease,
  after: PublishedRelease,
  questions: readonly ComparedQuestion[],
): string[] {
  const differing = questions.filter((question) => !sameFigures(question));
  const figures =
    differing.length === 0
      ? "どの問の数も、二つの集計版で同じです。"
      : `数の違う問は、${numberText(questions.length)}問のうち${numberText(differing.length)}問です。`;
  const [earlier, later] = [textsIn(before), textsIn(after)];
  if (earlier === later) return [figures];
  return [
    figures,
    `公表した文章の回答は、${numberText(earlier)}個から${numberText(later)}個になりました。`,
  ];
}

function sameFigures({ standing, changes, variables }: ComparedQuestion): boolean {
  return (
    standing === "both" &&
    changes.length === 0 &&
    variables.every(
      ({ before, after, rows }) =>
        before?.n === after?.n &&
        before?.mean === after?.mean &&
        rows.every(
          ({ before, after }) =>
            before?.count === after?.count && before?.percent === after?.percent,
        ),
    )
  );
}

const textsIn = ({ questions }: PublishedRelease): number =>
  questions.reduce((sum, { texts }) => sum + (texts?.published.length ?? 0), 0);
