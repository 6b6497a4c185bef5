import { noTexts } from "../free-text/published-texts.ts";
import { type TextsToTell, textsWithin } from "../free-text/texts-within.ts";
import {
  answerableQuestions,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";
import type { PanelRelease } from "./panel-release.ts";
import { type Publishing, publishVariable } from "./publish-variable.ts";
import type { PublishedQuestion, PublishedTexts, PublishedVariable } from "./published.ts";
import type { FramedVariable } from "./release-counts.ts";

/** The questions of a release in the order of the questionnaire. */
export function publishQuestions(
  publishing: Publishing,
  framed: readonly FramedVariable[],
  panels: readonly PanelRelease[],
  questionnaire: Questionnaire,
  texts: Readonly<Record<string, TextsToTell>>,
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
    if (question.type === "paneldynamic") {
      const panel = panels.find((one) => one.question === name);
      if (panel) variables.push(...publishEntries(publishing, question, panel));
    }
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

/** The variables of a panel's entries; all hidden where nothing of them can be shown. */
function publishEntries(
  publishing: Publishing,
  { questions }: PanelDynamicQuestion,
  { counted, framed, safe, before }: PanelRelease,
): PublishedVariable[] {
  const nothing = { release: "", responses: 0, axes: [], questions: [], byStratum: [] };
  const entries: Publishing = {
    ...publishing,
    stored: counted,
    counts: safe?.counts ?? { ...nothing, byQuestion: [] },
    hidden: safe?.hidden ?? new Set(),
    unit: "entries",
    before,
    weights: { ...publishing.weights, axes: [], byPlace: undefined },
  };
  return framed.flatMap((one): PublishedVariable[] => {
    const inner = questions.find(({ name }) => name === one.variable.question);
    if (!inner) return [];
    const { part, ...published } = publishVariable(entries, one);
    const place = part ? `${inner.name}/${part.value}` : inner.name;
    const text = part ? `${inner.title}：${part.text}` : inner.title;
    return [{ ...published, part: { value: place, text }, ends: endsOf(inner) }];
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
  released: TextsToTell | undefined,
  threshold: number,
): PublishedTexts | null {
  const { type } = question;
  if (!released && type !== "text" && type !== "comment") return null;
  return textsWithin(released ?? noTexts, { type, variables: [...variables] }, threshold);
}
