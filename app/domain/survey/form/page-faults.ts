import type { Problem } from "../../problem.ts";
import { type Answers, type AnswerValue, commentKey, partOf } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { FormQuestion } from "./compiled.ts";
import { panelPrefix, topPrefix } from "./controls.ts";
import { entriesOf, panelValues } from "./panels.ts";
import { faultOfPlaces } from "./ranking.ts";

/** A problem at a question: `field` is the question's name, `control` where it stands in the form. */
export interface PageProblem extends Problem {
  field: string;
  control: string;
}

/** What is wrong at the questions shown: strict on values, and on what is still missing. */
export function faultsOfPage(questions: readonly FormQuestion[], answers: Answers): PageProblem[] {
  return questions
    .filter(({ shown }) => shown(answers))
    .flatMap((question) => {
      const inner = panelFaults(question, answers);
      return inner.length > 0 ? inner : faultsOf(question, answers, answers, topPrefix);
    });
}

function panelFaults(compiled: FormQuestion, answers: Answers): PageProblem[] {
  const { question, inner } = compiled;
  if (question.type !== "paneldynamic" || !compiled.enabled(answers)) return [];
  const control = topPrefix + question.name;
  // An optional dynamic panel that was not begun has no panels, and nothing to find fault with.
  return entriesOf(question, answers[question.name]).flatMap((entry, index) => {
    const values = panelValues(answers, entry);
    return inner
      .filter(({ shown }) => shown(values))
      .flatMap((each) => faultsOf(each, entry, values, panelPrefix(control, index)))
      .map((problem) => {
        const title = inner.find((each) => each.question.name === problem.field)?.question.title;
        const message = `${index + 1}件目の「${title ?? problem.field}」：${problem.message}`;
        return { ...problem, field: question.name, message };
      });
  });
}

function faultsOf(
  { question, check }: FormQuestion,
  entry: AnswerValue,
  values: Values,
  prefix: string,
): PageProblem[] {
  if (check === null) return [];
  const value = partOf(entry, question.name);
  const comment = partOf(entry, commentKey(question.name));
  const message =
    (question.type === "ranking" ? faultOfPlaces(question, value) : null) ??
    (value === undefined ? null : check.faultOfValue(value)) ??
    (comment === undefined ? null : check.faultOfComment(comment, value)) ??
    (check.enabled(values) ? check.faultOfFinished(value, comment, values) : null);
  if (message === null) return [];
  return [{ field: question.name, control: prefix + question.name, message }];
}
