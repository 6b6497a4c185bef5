import { noTexts } from "../free-text/published-texts.ts";
import { textsWithin } from "../free-text/texts-within.ts";
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
      texts: textsOf(question, variables, texts[name], publishing.threshold),
    };
  });
}

function endsOf(question: Question): PublishedVariable["ends"] {
  if (question.type !== "rating" || (question.minText === "" && question.maxText === ""))
    return null;
  return { least: question.minText, greatest: question.maxText };
}

/** The released texts, with no number that tells what the tables hide. */
function textsOf(
  question: Question,
  variables: readonly PublishedVariable[],
  released: PublishedTexts | undefined,
  threshold: number,
): PublishedTexts | null {
  const { type } = question;
  if (!released && type !== "text" && type !== "comment") return null;
  return textsWithin(released ?? noTexts, { type, variables: [...variables] }, threshold);
}
