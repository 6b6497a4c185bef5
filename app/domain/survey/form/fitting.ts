import { type Answers, type AnswerValue, commentKey } from "../answers.ts";
import type { PanelQuestion, Question } from "../questionnaire.ts";

/**
 * Answers of a draft that have the shape of an answer to their question. Their values may be as
 * wrong as people type them; what no form has ever written (a script can write anything under its
 * own code) goes, and so do answers to questions that there are no more.
 */
export function fittingShape(
  questions: readonly Question[],
  answers: { readonly [name: string]: unknown },
): Answers {
  const kept: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const { name } = question;
    const value: unknown = own(answers, name);
    const shaped = value === undefined ? undefined : shapedAnswer(question, value);
    if (shaped !== undefined) kept[name] = shaped;
    const comment: unknown = own(answers, commentKey(name));
    if (typeof comment === "string" && comment !== "") kept[commentKey(name)] = comment;
  }
  return kept;
}

type Primitive = string | number | boolean;

function shapedAnswer(question: Question, value: unknown): AnswerValue | undefined {
  switch (question.type) {
    case "html":
      return undefined;
    case "checkbox":
      return listOf(value);
    case "ranking":
      return listOf(value) ?? partsOf(value);
    case "matrix":
    case "multipletext":
      return partsOf(value);
    case "paneldynamic":
      return entriesOf(question.questions, value);
    default:
      return isPrimitive(value) && value !== "" ? value : undefined;
  }
}

function listOf(value: unknown): AnswerValue[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every(isPrimitive) ? value : undefined;
}

function partsOf(value: unknown): AnswerValue | undefined {
  if (!isRecord(value)) return undefined;
  const parts = Object.entries(value).filter((part): part is [string, Primitive] =>
    isPrimitive(part[1]),
  );
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function entriesOf(questions: readonly PanelQuestion[], value: unknown): AnswerValue | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter(isRecord).map((entry) => fittingShape(questions, entry));
}

function isPrimitive(value: unknown): value is Primitive {
  return ["string", "number", "boolean"].includes(typeof value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(answers: { readonly [name: string]: unknown }, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}
