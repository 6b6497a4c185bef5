import type { PublishedQuestion } from "#app/domain/survey/release/published.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { href } from "#app/routes.ts";
import { BearingArticles, type BearsOn } from "./bearing-articles.tsx";
import { QuestionFigures } from "./question-figures.tsx";
import type { ReleaseContext } from "./release-context.ts";
import { ReleasedTexts } from "./released-texts.tsx";
import { StrataOfQuestion } from "./strata-of-question.tsx";

/** What a release says of one question: sentences, chart and table, texts, what it bears on. */
export function QuestionSection({
  question,
  provisions,
  by,
  crossed,
  context,
}: {
  question: PublishedQuestion;
  /** Provisions of the newest draft that the question is linked with. */
  provisions: readonly BearsOn[];
  /** The axis by which the tables are shown; undefined: the whole. */
  by: string | undefined;
  /** A variable of the question that has tables with others; undefined where there is none. */
  crossed: string | undefined;
  context: ReleaseContext;
}) {
  const { name, number, title, variables, texts } = question;
  return (
    <section id={name} className="question-result" aria-labelledby={`title-${number}`}>
      <h3 id={`title-${number}`}>
        問{number}　{title}
      </h3>
      <p className="prose result-sentence">{questionSentences(question).join("")}</p>
      {variables.length > 0 &&
        (by === undefined ? (
          <QuestionFigures question={question} context={context} />
        ) : (
          <StrataOfQuestion question={question} by={by} context={context} />
        ))}
      {texts && (
        <ReleasedTexts
          texts={texts}
          told={variables.some(({ kind }) => kind === "written")}
          context={context}
        />
      )}
      <BearingArticles question={question} provisions={provisions} />
      {crossed !== undefined && (
        <p className="no-print">
          <a href={crossingAddress(context, crossed)}>
            問{number}への答えごとに、ほかの問の答えを見る
          </a>
        </p>
      )}
    </section>
  );
}

function crossingAddress({ slug, number }: ReleaseContext, columns: string): string {
  const address = href("releaseCrossing", { survey: slug, release: number });
  return `${address}?${new URLSearchParams({ columns })}`;
}
