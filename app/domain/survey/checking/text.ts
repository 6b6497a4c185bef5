import { EmailValidator } from "survey-core";
import { isCivilDate } from "../definition/fields.ts";
import type {
  CommentQuestion,
  DateQuestion,
  NumberQuestion,
  TextQuestion,
} from "../questionnaire.ts";
import type { Fault } from "./fault.ts";

/** Control codes that no field lets in (tab and line ends may be pasted) and half emoji. */
const unstorable = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** Whether a text could have been typed into a field: length in UTF-16 units, no control codes. */
export function faultOfText(value: unknown, maxLength: number, lines: "one" | "many"): Fault {
  if (typeof value !== "string") return "文字で答えてください。";
  if (value === "") return "答えが空です。入力するか、消してください。";
  if (value.length > maxLength) {
    const most = maxLength.toLocaleString("ja-JP");
    return `${most}字までにしてください（今は${value.length.toLocaleString("ja-JP")}字です）。`;
  }
  if (unstorable.test(value)) {
    return "使えない文字（制御文字など）が入っています。入力し直してください。";
  }
  if (lines === "one" && /[\r\n]/.test(value)) return "改行を入れずに1行で入力してください。";
  return null;
}

/** A text of one line, of at most `maxLength` UTF-16 units. */
export function faultOfLine(question: TextQuestion, value: unknown): Fault {
  return faultOfText(value, question.maxLength, "one");
}

/** A text of any number of lines, of at most `maxLength` UTF-16 units. */
export function faultOfComment(question: CommentQuestion, value: unknown): Fault {
  return faultOfText(value, question.maxLength, "many");
}

/** A finite number from `min` to `max` that is a multiple of `step`, as SurveyJS counts steps: from 0. */
export function faultOfNumber({ min, max, step }: NumberQuestion, value: unknown): Fault {
  if (typeof value !== "number" || !Number.isFinite(value)) return "数字で入力してください。";
  if (min !== null && value < min) return `${min}以上の数を入力してください。`;
  if (max !== null && value > max) return `${max}以下の数を入力してください。`;
  if (step !== null && !isMultiple(value, step)) {
    return step === 1 ? "整数で入力してください。" : `${step}刻みの数を入力してください。`;
  }
  return null;
}

/** SurveyJS's own rule: value and step are scaled to whole numbers, at most a million times. */
function isMultiple(value: number, step: number): boolean {
  let scale = 1;
  const whole = (number: number) => Math.round(number * scale) / scale === number;
  while ((!whole(step) || !whole(value)) && scale < 1_000_000) scale *= 10;
  const divisor = Math.round(step * scale);
  return divisor <= 0 || Math.round(value * scale) % divisor === 0;
}

/** A date of the calendar as YYYY-MM-DD, from `min` to `max`. */
export function faultOfDate({ min, max }: DateQuestion, value: unknown): Fault {
  if (typeof value !== "string" || !isCivilDate(value)) {
    return "実際にある日付を、2026-04-01 のように入力してください。";
  }
  if (min !== null && value < min) return `${min}以降の日付を入力してください。`;
  if (max !== null && value > max) return `${max}以前の日付を入力してください。`;
  return null;
}

const email = new EmailValidator();

/** Whether SurveyJS takes a text for an e-mail address. */
export function isEmail(value: string): boolean {
  return email.validate(value) === null;
}
