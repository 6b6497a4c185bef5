import { type AnswerValue, isEmptyAnswer, partOf } from "../answers.ts";
import type { Choice, RankingQuestion } from "../questionnaire.ts";
import { partControl } from "./controls.ts";
import { numberIn, type PostedFields, textOf } from "./posted.ts";

/**
 * Reads the places given to the choices. Places that are whole and all different give SurveyJS's
 * list in their order (a gap does not matter); anything else stays as typed, choice → place, so
 * that it can be shown again.
 */
export function rankingValue(
  { choices, selectToRank }: RankingQuestion,
  control: string,
  fields: PostedFields,
): AnswerValue | undefined {
  const placed = choices.flatMap((choice) => {
    const typed = textOf(fields, partControl(control, choice.value)).trim();
    return typed === "" ? [] : [{ choice, typed, place: numberIn(typed) ?? Number.NaN }];
  });
  if (placed.length === 0) return undefined;
  const places = new Set(placed.map(({ place }) => place));
  const whole = placed.every(({ place }) => Number.isInteger(place) && place >= 1);
  if (whole && places.size === placed.length && (selectToRank || places.size === choices.length)) {
    return placed.sort((a, b) => a.place - b.place).map(({ choice }) => choice.value);
  }
  return Object.fromEntries(placed.map(({ choice, typed }) => [String(choice.value), typed]));
}

/** The place of each choice, as its control shows it. */
export function placesOf(
  _question: RankingQuestion,
  value: AnswerValue | undefined,
): (choice: Choice) => string {
  return (choice) => {
    if (Array.isArray(value)) {
      const index = value.indexOf(choice.value);
      return index < 0 ? "" : String(index + 1);
    }
    const typed = partOf(value, String(choice.value));
    return typeof typed === "string" ? typed : "";
  };
}

/** What is wrong with places that make no list; null when they make one, or nothing was placed. */
export function faultOfPlaces(
  { choices, selectToRank }: RankingQuestion,
  value: AnswerValue | undefined,
): string | null {
  if (value === undefined || Array.isArray(value) || isEmptyAnswer(value)) return null;
  const typed = choices.map((choice) => partOf(value, String(choice.value)));
  const given = typed.filter((place) => place !== undefined);
  const twice = given.find((place, index) => given.indexOf(place) !== index);
  if (twice !== undefined) {
    return `${String(twice)}位が2つ以上あります。順位が重ならないように選び直してください。`;
  }
  return selectToRank
    ? "順位を選び直してください。"
    : "すべての項目に順位を付けてください。順位を付けないときは、すべて空欄にしてください。";
}
