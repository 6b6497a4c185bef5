import { answerableQuestions, type Question, type Questionnaire } from "../questionnaire.ts";
import { type Publishing, publishVariable } from "./publish-variable.ts";
import type { PublishedQuestion, PublishedTexts, PublishedVariable } from "./published.ts";
import type { FramedVariable } from "./release-counts.ts";

/** The questions of a release in the order of the questionnaire. */
export function publishQuestions(
  publishing: Publishing,
  framed: readonly FramedVariable[],
  questionnaire: Questionnaire,
  texts: Readonly<Record<string, PublishedTexts>>,
): PublishedQuestion[] {
  return answerableQuestions(questionnaire).map((question) => {
    const { name, number, title, type, articles } = question;
    const variables = framed
      .filter(({ variable }) => variable.question === name)
      .map(
        (one): PublishedVariable => ({
          ...publishVariable(publishing, one),
          ends: endsOf(question),
        }),
      );
    return {
      name,
      number,
      title,
      type,
      articles,
      variables,
      texts: textsOf(question, variables, texts[name]),
    };
  });
}

function endsOf(question: Question): PublishedVariable["ends"] {
  if (question.type !== "rating" || (question.minText === "" && question.maxText === ""))
    return null;
  return { least: question.minText, greatest: question.maxText };
}

/** How many wrote is told where the whole question is a text. */
function textsOf(
  question: Question,
  [first]: readonly PublishedVariable[],
  released: PublishedTexts | undefined,
): PublishedTexts | null {
  const whole = question.type === "text" || question.type === "comment";
  if (!released && !whole) return null;
  const written = whole ? (first?.n ?? null) : null;
  return { published: [], keywords: [], ...released, written };
}
