import type {
  BooleanQuestion,
  CheckboxQuestion,
  Choice,
  RankingQuestion,
  RatingQuestion,
  SingleChoiceQuestion,
} from "../questionnaire.ts";
import type { Fault } from "./fault.ts";

const notOffered = "選択肢にない答えです。表示されている中から選び直してください。";

/** Values are compared strictly: the text "1" is not the number 1. */
export function faultOfSingleChoice({ choices }: SingleChoiceQuestion | RatingQuestion) {
  const offered = valuesOf(choices);
  return (value: unknown): Fault => (offered.has(value) ? null : notOffered);
}

/** One of the two values of the question: true and false, unless the definition sets others. */
export function faultOfBoolean({ whenTrue, whenFalse }: BooleanQuestion) {
  return (value: unknown): Fault =>
    value === whenTrue.value || value === whenFalse.value ? null : notOffered;
}

/** A list of different offered values; "none" and its like stand alone; not more than allowed. */
export function faultOfCheckbox({ choices, maxSelected }: CheckboxQuestion) {
  const offered = valuesOf(choices);
  const alone = new Map(
    choices.filter(standsAlone).map(({ value, text }) => [value as unknown, text]),
  );
  return (value: unknown): Fault => {
    const fault = faultOfList(value, offered);
    if (fault !== null || !Array.isArray(value)) return fault;
    const exclusive = value.find((item) => alone.has(item));
    if (exclusive !== undefined && value.length > 1) {
      return `「${alone.get(exclusive)}」を選ぶときは、ほかを選ばないでください。`;
    }
    if (maxSelected !== null && value.length > maxSelected) {
      return `${maxSelected}つまで選んでください（今は${value.length}つです）。`;
    }
    return null;
  };
}

/** Every choice once in some order; with `selectToRank` the chosen ones. */
export function faultOfRanking({ choices, selectToRank, maxSelected }: RankingQuestion) {
  const offered = valuesOf(choices);
  return (value: unknown): Fault => {
    const fault = faultOfList(value, offered);
    if (fault !== null || !Array.isArray(value)) return fault;
    if (!selectToRank && value.length !== offered.size) {
      return "すべての項目に順位を付けてください。";
    }
    if (selectToRank && maxSelected !== null && value.length > maxSelected) {
      return `${maxSelected}つまで選んでください（今は${value.length}つです）。`;
    }
    return null;
  };
}

/** Too few selected; an item that stands alone is enough. */
export function faultOfTooFew(
  { choices, minSelected }: CheckboxQuestion | RankingQuestion,
  value: unknown,
): Fault {
  const selected = Array.isArray(value) ? value : [];
  if (selected.length >= minSelected) return null;
  if (choices.some((choice) => standsAlone(choice) && selected[0] === choice.value)) return null;
  return `${minSelected}つ以上選んでください。`;
}

function faultOfList(value: unknown, offered: ReadonlySet<unknown>): Fault {
  if (!Array.isArray(value)) return notOffered;
  if (value.length === 0) return "答えが空です。1つ以上選んでください。";
  if (!value.every((item) => offered.has(item))) return notOffered;
  return new Set(value).size === value.length
    ? null
    : "同じ選択肢が2回入っています。選び直してください。";
}

function standsAlone({ kind }: Choice): boolean {
  return kind === "none" || kind === "refused" || kind === "dontknow";
}

/** The values that choices stand for; a number and a text of the same digits are two. */
export function valuesOf(choices: readonly Choice[]): ReadonlySet<unknown> {
  return new Set(choices.map(({ value }) => value));
}
