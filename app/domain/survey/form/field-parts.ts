import type { AnswerValue } from "../answers.ts";
import type { Choice, FieldQuestion } from "../questionnaire.ts";
import type { FormChoice, FormLine } from "./model.ts";
import type { Pipe } from "./piping.ts";

/** Choices as they are posted, with those that were made. */
export function choicesOf(
  choices: readonly Choice[],
  value: AnswerValue | undefined,
): FormChoice[] {
  const chosen = Array.isArray(value) ? value : [value];
  return choices.map((choice) => ({
    value: String(choice.value),
    text: choice.text,
    kind: choice.kind,
    chosen: chosen.includes(choice.value),
  }));
}

/** One line of input with what was typed. */
export function lineOf(
  question: FieldQuestion,
  control: string,
  value: AnswerValue | undefined,
  pipe: Pipe,
): FormLine {
  const { title, required } = question;
  const parts = { control, title: pipe(title), required, value: shown(value) };
  switch (question.type) {
    case "text": {
      const { type, inputType, maxLength } = question;
      return { ...parts, type, inputType, maxLength };
    }
    case "number": {
      const { type, min, max, step } = question;
      return { ...parts, type, min, max, step };
    }
    case "date": {
      const { type, min, max } = question;
      return { ...parts, type, min, max };
    }
  }
}

/** A text, or none. */
export const textIn = (value: AnswerValue | undefined) => (typeof value === "string" ? value : "");

/** A stored value as its control shows it. */
export function shown(value: AnswerValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
