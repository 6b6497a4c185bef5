import { type AnswerValue, commentKey, partOf } from "../answers.ts";
import type { Values } from "../conditions.ts";
import { otherChoice } from "../questionnaire.ts";
import type { FormQuestion } from "./compiled.ts";
import { commentControl, otherControl, partControl } from "./controls.ts";
import { choicesOf, lineOf, shown, textIn } from "./field-parts.ts";
import { escaped, safeHtml } from "./html-text.ts";
import type { FormChoice, FormField, FormText } from "./model.ts";
import type { Pipe } from "./piping.ts";
import { placesOf } from "./ranking.ts";

/** Where a field stands: the answers beside it, what logic sees, the beginning of its name. */
export interface FieldPlace {
  entry: AnswerValue;
  values: Values;
  prefix: string;
  pipe: Pipe;
}

/** The field of a question that holds no panels, with what was answered so far. */
export function fieldOf(
  { question, enabled, required }: FormQuestion,
  { entry, values, prefix, pipe }: FieldPlace,
): Exclude<FormField, { type: "paneldynamic" }> | undefined {
  const { name, number } = question;
  const control = prefix + name;
  const value = partOf(entry, name);
  const comment = textIn(partOf(entry, commentKey(name)));
  const maxLength = question.commentMaxLength;
  const takesOther = otherChoice(question) !== undefined;
  const besides = (inControl: string): FormText => ({
    control: inControl,
    value: comment,
    maxLength,
  });
  const base = {
    name,
    control,
    number,
    title: pipe(question.title),
    description: pipe(question.description),
    required: required(values),
    enabled: enabled(values),
    comment: question.commentArea && !takesOther ? besides(commentControl(control)) : null,
  };
  const other = takesOther ? besides(otherControl(control)) : null;
  switch (question.type) {
    case "text":
    case "number":
    case "date":
      return { ...base, ...lineOf(question, control, value, pipe) };
    case "comment": {
      const { type, rows } = question;
      return { ...base, type, rows, maxLength: question.maxLength, value: textIn(value) };
    }
    case "boolean": {
      const { whenTrue, whenFalse } = question;
      const choice = (posted: string, item: typeof whenTrue): FormChoice => ({
        value: posted,
        text: item.text,
        kind: "offered",
        chosen: value === item.value,
      });
      return {
        ...base,
        type: "boolean",
        choices: [choice("true", whenTrue), choice("false", whenFalse)],
      };
    }
    case "radiogroup":
      return { ...base, type: "radiogroup", choices: choicesOf(question.choices, value), other };
    case "dropdown":
      return { ...base, type: "dropdown", choices: choicesOf(question.choices, value), other };
    case "rating": {
      const { type, choices, minText, maxText } = question;
      return { ...base, type, choices: choicesOf(choices, value), minText, maxText };
    }
    case "checkbox": {
      const { type, choices, minSelected, maxSelected } = question;
      return { ...base, type, choices: choicesOf(choices, value), other, minSelected, maxSelected };
    }
    case "ranking": {
      const { type, choices, selectToRank, maxSelected } = question;
      const place = placesOf(question, value);
      const items = choices.map((choice) => ({
        control: partControl(control, choice.value),
        text: choice.text,
        place: place(choice),
      }));
      const places = Math.min(choices.length, (selectToRank && maxSelected) || choices.length);
      return { ...base, type, items, places, selectToRank };
    }
    case "matrix": {
      const columns = question.columns.map((each) => ({
        value: String(each.value),
        text: each.text,
      }));
      const rows = question.rows.map((row) => ({
        control: partControl(control, row.value),
        text: row.text,
        chosen: shown(partOf(value, String(row.value))),
      }));
      return { ...base, type: "matrix", columns, rows };
    }
    case "multipletext":
      return {
        ...base,
        type: "multipletext",
        items: question.items.map((item) =>
          lineOf(item, partControl(control, item.name), partOf(value, item.name), pipe),
        ),
      };
    case "html":
      return { ...base, type: "html", html: safeHtml(question.html.replace(piped, pipeIn(pipe))) };
    case "paneldynamic":
      return undefined;
  }
}

const piped = /\{[^{}\n]+\}/g;
/** What was answered is text, whatever the html around it. */
const pipeIn = (pipe: Pipe) => (written: string) => {
  const filled = pipe(written);
  return filled === written ? written : escaped(filled);
};
