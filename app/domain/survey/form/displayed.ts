import { type AnswerValue, isEmptyAnswer, partOf } from "../answers.ts";
import type { Choice, Question } from "../questionnaire.ts";

/** An answer as a title quotes it, worded as SurveyJS does: texts of choices, "other" as written. */
export function displayed(
  question: Question,
  value: AnswerValue | undefined,
  comment: AnswerValue | undefined,
): string {
  if (value === undefined || isEmptyAnswer(value)) return "";
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating":
      return choiceText(question.choices, value, comment);
    case "checkbox":
    case "ranking":
      if (!Array.isArray(value)) return "";
      return value.map((item) => choiceText(question.choices, item, comment)).join(", ");
    case "boolean":
      if (value === question.whenTrue.value) return question.whenTrue.text;
      return value === question.whenFalse.value ? question.whenFalse.text : "";
    case "text":
    case "number":
    case "date":
    case "comment":
      return plain(value);
    case "matrix":
    case "multipletext":
    case "paneldynamic":
    case "html":
      return "";
  }
}

/** One part of an answer: {state.r1}, {wages.lowest}, {subs[0].trade}. Undefined: no such part. */
export function displayedPart(
  question: Question,
  value: AnswerValue | undefined,
  part: string,
): string | undefined {
  switch (question.type) {
    case "matrix": {
      if (!question.rows.some((row) => String(row.value) === part)) return undefined;
      const column = partOf(value, part);
      return column === undefined ? "" : choiceText(question.columns, column, undefined);
    }
    case "multipletext":
      if (!question.items.some(({ name }) => name === part)) return undefined;
      return plain(partOf(value, part));
    case "paneldynamic": {
      const [, index, name] = /^(\d+)\.(.+)$/.exec(part) ?? [];
      const inner = question.questions.find((candidate) => candidate.name === name);
      if (inner === undefined || name === undefined) return undefined;
      const entry = Array.isArray(value) ? value[Number(index)] : undefined;
      return displayed(inner, partOf(entry, name), partOf(entry, `${name}-Comment`));
    }
    default:
      return undefined;
  }
}

function choiceText(
  choices: readonly Choice[],
  value: AnswerValue,
  comment: AnswerValue | undefined,
): string {
  const choice = choices.find((candidate) => candidate.value === value);
  if (choice?.kind === "other" && typeof comment === "string" && comment !== "") return comment;
  return choice?.text ?? plain(value);
}

function plain(value: AnswerValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
