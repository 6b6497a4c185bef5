import { limits } from "../limits.ts";
import type { FieldQuestion } from "../questionnaire.ts";
import type { QuestionBase, Reading } from "./context.ts";
import { type Element, fault, numberOf, propertyOf, stringOf } from "./element.ts";

/** The question types behind SurveyJS `text`, told apart by inputType. */
export function fieldOf(element: Element, base: QuestionBase, reading: Reading): FieldQuestion[] {
  const inputType = stringOf(element, "inputType") ?? "text";
  switch (inputType) {
    case "text":
    case "email":
    case "tel":
    case "url":
      return [{ ...base, type: "text", inputType, maxLength: maxLengthOf(element, reading) }];
    case "number": {
      const [min, max] = [numberOf(element, "min"), numberOf(element, "max")];
      const step = numberOf(element, "step");
      if (min !== null && max !== null && min > max) fault(element, "max", crossed);
      if (step !== null && step <= 0) {
        fault(element, "step", "「step」は0より大きい数で書いてください。");
      }
      return [{ ...base, type: "number", min, max, step }];
    }
    case "date": {
      const [min, max] = [dateOf(element, "min"), dateOf(element, "max")];
      if (min !== null && max !== null && min > max) fault(element, "max", crossed);
      return [{ ...base, type: "date", min, max }];
    }
    default:
      fault(
        element,
        "inputType",
        `「inputType」の「${inputType}」は使えません。` +
          "text、number、date、email、tel、url のどれかにしてください。",
      );
      return [];
  }
}

const crossed = "「min」が「max」より大きくなっています。大きさを入れ替えてください。";

/** The longest text a text or comment question takes, in UTF-16 units. */
export function maxLengthOf(element: Element, reading: Reading): number {
  const own = numberOf(element, "maxLength") ?? -1;
  const length = own >= 0 ? own : reading.maxTextLength;
  if (length > limits.longestText) {
    fault(
      element,
      "maxLength",
      `「maxLength」は${limits.longestText.toLocaleString("ja-JP")}までにしてください。`,
    );
  }
  return length > 0 ? length : limits.defaultText;
}

function dateOf(element: Element, name: string): string | null {
  const property = propertyOf(element, name);
  if (property === undefined || property.value === "") return null;
  if (typeof property.value === "string" && isCivilDate(property.value)) return property.value;
  fault(element, name, `「${name}」は 2026-04-01 のように、実際にある日付で書いてください。`);
  return null;
}

/** Whether a text is YYYY-MM-DD and a day of the calendar. */
export function isCivilDate(text: string): boolean {
  const [, years, months, days] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  return (
    day <= 28 || day <= new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate()
  );
}
