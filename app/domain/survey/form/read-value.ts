import { type AnswerValue, commentKey, partOf } from "../answers.ts";
import {
  type Choice,
  type HtmlQuestion,
  otherChoice,
  type PanelDynamicQuestion,
  type Question,
} from "../questionnaire.ts";
import { commentControl, otherControl, partControl } from "./controls.ts";
import {
  booleanValue,
  choiceValue,
  linesOf,
  lineValue,
  type PostedFields,
  textOf,
} from "./posted.ts";
import { rankingValue } from "./ranking.ts";

/** What a form said to one question: its answer and the text beside it; undefined for none. */
export interface ReadAnswer {
  value: AnswerValue | undefined;
  comment: AnswerValue | undefined;
}

type Plain = Exclude<Question, HtmlQuestion | PanelDynamicQuestion>;

/**
 * Reads the controls of one question. What cannot be an answer is kept as it was typed, so that
 * the form can show it again; the checker refuses it.
 *
 * @param before what the form showed when it was given out
 */
export function readAnswer(
  question: Plain,
  prefix: string,
  fields: PostedFields,
  before: AnswerValue,
): ReadAnswer {
  const control = prefix + question.name;
  const value = readValue(question, control, fields);
  const other = otherChoice(question);
  if (other !== undefined) {
    const typed = linesOf(fields, otherControl(control));
    const shown = partOf(before, commentKey(question.name));
    return withOther(question.type === "checkbox", other, value, typed, typed === shown);
  }
  const typed = question.commentArea ? linesOf(fields, commentControl(control)) : "";
  return { value, comment: typed === "" ? undefined : typed };
}

/**
 * Who writes a text to "other" means it, ticked or not, unless another choice of a radio group
 * was made: that is told. A text left over from before goes when "other" is taken away.
 */
function withOther(
  several: boolean,
  other: Choice,
  value: AnswerValue | undefined,
  typed: string,
  leftOver: boolean,
): ReadAnswer {
  const chosen = Array.isArray(value) ? value.includes(other.value) : value === other.value;
  if (typed === "") return { value, comment: undefined };
  if (chosen) return { value, comment: typed };
  if (leftOver) return { value, comment: undefined };
  if (several) {
    return { value: [...(Array.isArray(value) ? value : []), other.value], comment: typed };
  }
  return { value: value ?? other.value, comment: typed };
}

function readValue(
  question: Plain,
  control: string,
  fields: PostedFields,
): AnswerValue | undefined {
  switch (question.type) {
    case "text":
    case "number":
    case "date":
      return lineValue(question, textOf(fields, control));
    case "comment":
      return linesOf(fields, control) || undefined;
    case "boolean":
      return booleanValue(question, textOf(fields, control));
    case "radiogroup":
    case "dropdown":
    case "rating":
      return choiceValue(question.choices, textOf(fields, control));
    case "checkbox": {
      const posted = fields.getAll(control).filter((each) => typeof each === "string");
      const values = posted.flatMap((each) => choiceValue(question.choices, each) ?? []);
      return values.length === 0 ? undefined : values;
    }
    case "ranking":
      return rankingValue(question, control, fields);
    case "matrix":
      return parts(
        question.rows.map(({ value }) => {
          const posted = textOf(fields, partControl(control, value));
          return [String(value), choiceValue(question.columns, posted)];
        }),
      );
    case "multipletext":
      return parts(
        question.items.map((item) => {
          const typed = textOf(fields, partControl(control, item.name));
          return [item.name, lineValue(item, typed)];
        }),
      );
  }
}

function parts(entries: [string, AnswerValue | undefined][]): AnswerValue | undefined {
  const given: Record<string, AnswerValue> = {};
  for (const [key, value] of entries) if (value !== undefined) given[key] = value;
  return Object.keys(given).length === 0 ? undefined : given;
}
