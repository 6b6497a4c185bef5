import {
  answerableQuestions,
  type HtmlQuestion,
  type PanelDynamicQuestion,
  type PanelQuestion,
  type Questionnaire,
} from "../questionnaire.ts";
import { type CountedVariable, variablesOf } from "./variables.ts";

/**
 * What is counted of the entries of a dynamic panel (`q12`): the variables of the questions in it
 * (`q12/trade`, `q12/burden/r1`). Their `question` is the name within the panel.
 */
export interface CountedPanel {
  question: string;
  /** Entries that one answer can hold. */
  most: number;
  questions: Exclude<PanelQuestion, HtmlQuestion>[];
  variables: CountedVariable[];
}

/** The dynamic panels of a questionnaire; `edgesOf` gives the classes of numbers by variable. */
export function countedPanels(
  questionnaire: Questionnaire,
  edgesOf: Readonly<Record<string, readonly number[]>>,
): CountedPanel[] {
  return answerableQuestions(questionnaire)
    .filter((question): question is PanelDynamicQuestion => question.type === "paneldynamic")
    .map(({ name, maxPanels, questions }) => {
      const within = `${name}/`;
      const own = Object.fromEntries(
        Object.entries(edgesOf)
          .filter(([id]) => id.startsWith(within))
          .map(([id, edges]) => [id.slice(within.length), edges]),
      );
      const asked = questions.filter(
        (question): question is Exclude<PanelQuestion, HtmlQuestion> => question.type !== "html",
      );
      const variables = asked
        .flatMap((question) => variablesOf(question, own))
        .map((variable) => ({ ...variable, id: `${within}${variable.id}` }));
      return { question: name, most: maxPanels, questions: asked, variables };
    });
}
