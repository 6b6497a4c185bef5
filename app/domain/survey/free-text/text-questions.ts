import { type AnswerValue, commentKey } from "../answers.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  type PanelDynamicQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";

/** A question at which firms can write words of their own. */
export type TextQuestionOf = Exclude<Question, HtmlQuestion>;

/**
 * The questions that take free text: text, comment, items of a multipletext, what "other" stands
 * for, comments beside an answer, and all of these inside a dynamic panel. Fields for mail
 * addresses, telephone numbers and web addresses are none: they are never published.
 */
export function textQuestions(questionnaire: Questionnaire): TextQuestionOf[] {
  return answerableQuestions(questionnaire).filter(takesText);
}

/** Whether a question takes free text. */
export function takesText(question: Question): boolean {
  if (question.type === "html") return false;
  if (question.type === "paneldynamic") {
    return question.commentArea || question.questions.some(takesText);
  }
  return takesOwnText(question) || takesBeside(question);
}

/** The texts that one firm's answer to a question holds, as written: its value and its comment. */
export function textsIn(
  question: TextQuestionOf,
  value: AnswerValue | undefined,
  comment: AnswerValue | undefined,
): string[] {
  if (question.type !== "paneldynamic") return ownTexts(question, value, comment);
  const entries = Array.isArray(value) ? value : [];
  const inner = question.questions.filter((each) => each.type !== "html");
  return [
    ...entries.flatMap((entry) =>
      inner.flatMap((each) =>
        ownTexts(each, inside(entry, each.name), inside(entry, commentKey(each.name))),
      ),
    ),
    ...(question.commentArea ? written(comment) : []),
  ];
}

type Plain = Exclude<TextQuestionOf, PanelDynamicQuestion>;

function takesOwnText(question: Plain): boolean {
  if (question.type === "text") return question.inputType === "text";
  if (question.type === "multipletext") {
    return question.items.some((item) => item.type === "text" && item.inputType === "text");
  }
  return question.type === "comment";
}

function takesBeside(question: Plain): boolean {
  const other = "choices" in question && question.choices.some(({ kind }) => kind === "other");
  return other || question.commentArea;
}

function ownTexts(
  question: Plain,
  value: AnswerValue | undefined,
  comment: AnswerValue | undefined,
): string[] {
  const own = !takesOwnText(question)
    ? []
    : question.type === "multipletext"
      ? question.items.flatMap((item) =>
          item.type === "text" && item.inputType === "text"
            ? written(inside(value, item.name))
            : [],
        )
      : written(value);
  return takesBeside(question) ? [...own, ...written(comment)] : own;
}

function inside(value: AnswerValue | undefined, key: string): AnswerValue | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function written(value: AnswerValue | undefined): string[] {
  return typeof value === "string" && value.trim() !== "" ? [value] : [];
}
