import { readWareki } from "../../japan/read-wareki.ts";
import type { AnswerValue } from "../answers.ts";
import type { BooleanQuestion, Choice, FieldQuestion } from "../questionnaire.ts";

/** The fields of a posted form; `URLSearchParams` and `FormData` both are such. */
export interface PostedFields {
  has(name: string): boolean;
  getAll(name: string): unknown[];
  keys(): Iterable<string>;
}

/** The text of a field; "" when it is absent. */
export function textOf(fields: PostedFields, name: string): string {
  const [first] = fields.getAll(name);
  return typeof first === "string" ? first : "";
}

/** Lines end with \n, as in a browser's own text areas, though forms are posted with \r\n. */
export function linesOf(fields: PostedFields, name: string): string {
  return textOf(fields, name).replace(/\r\n?/g, "\n");
}

/** One line of input as SurveyJS would store it; what is no number or date stays as typed. */
export function lineValue(question: FieldQuestion, typed: string): AnswerValue | undefined {
  if (typed === "") return undefined;
  switch (question.type) {
    case "text":
      return typed;
    case "number":
      return numberIn(typed) ?? (typed.trim() === "" ? undefined : typed);
    case "date":
      return dateIn(typed) ?? (typed.trim() === "" ? undefined : typed);
  }
}

/**
 * A number as people type it: full width, with commas between thousands, with spaces around.
 * Undefined for anything else, also for 1e5 and 0x10, which people do not type.
 */
export function numberIn(typed: string): number | undefined {
  const plain = typed
    .normalize("NFKC")
    .replace(/^[\s]+|[\s]+$/gu, "")
    .replace(/^[−‐–—ー]/u, "-");
  const joined = /^[+-]?\d{1,3}([,、]\d{3})+(\.\d*)?$/.test(plain)
    ? plain.replace(/[,、]/g, "")
    : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(joined)) return undefined;
  const number = Number(joined);
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** A date as people type it where the browser has no calendar: 2026-04-01, 令和8年4月1日, R8.4.1 */
function dateIn(typed: string): string | undefined {
  const read = readWareki(typed);
  return read.ok ? read.value : undefined;
}

/** The value of the choice that was posted; what is not offered stays as posted and is refused. */
export function choiceValue(choices: readonly Choice[], posted: string): AnswerValue | undefined {
  if (posted === "") return undefined;
  return choices.find(({ value }) => String(value) === posted)?.value ?? posted;
}

/** A boolean's two choices are posted as "true" and "false", whatever they store. */
export function booleanValue(question: BooleanQuestion, posted: string): AnswerValue | undefined {
  if (posted === "true") return question.whenTrue.value;
  if (posted === "false") return question.whenFalse.value;
  return posted === "" ? undefined : posted;
}
