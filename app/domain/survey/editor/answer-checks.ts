import { judges } from "../definition/validators.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { homeLocale } from "../locales.ts";
import { withKey } from "./places.ts";
import { textOf, withText } from "./texts.ts";

/** SurveyJS validators that the editor has a form for. */
export type AnswerCheck = "numeric" | "text" | "answercount" | "regex" | "email";

/** What the checks are called. */
export const checkLabels: Readonly<Record<AnswerCheck, string>> = {
  numeric: "数の範囲",
  text: "字数",
  answercount: "選ぶ数",
  regex: "文字の形",
  email: "メールアドレスの形",
};
const checks: readonly AnswerCheck[] = ["numeric", "text", "answercount", "regex", "email"];

/** The checks that can be added to a question, or to a field of one (which has no type). */
export function checksOf(json: JsonObject): AnswerCheck[] {
  const type = json.type ?? "text";
  const kind = type === "text" ? (json.inputType ?? "text") : type;
  return checks.filter((check) => judges[check]?.some((judged) => judged === kind));
}

/**
 * Which check stands there; null for what is kept as it is: an expression, a type that is not
 * known, and hints that do not keep an answer from being sent.
 */
export function checkAt(validator: JsonValue): AnswerCheck | null {
  if (!isJsonObject(validator)) return null;
  if ((validator.notificationType ?? "error") !== "error") return null;
  const type = String(validator.type ?? "").replace(/validator$/, "");
  return checks.find((check) => check === type) ?? null;
}

/** A form of text in plain words, its regular expression, and what to say of other answers. */
export interface TextForm {
  label: string;
  regex: string;
  text: string;
}

/** Forms that clerks ask for; every other is written as a regular expression. */
export const textForms: readonly TextForm[] = [
  {
    label: "半角の数字だけ",
    regex: "^[0-9]+$",
    text: "半角の数字だけで入力してください。",
  },
  {
    label: "郵便番号（1234567 または 123-4567）",
    regex: "^[0-9]{3}-?[0-9]{4}$",
    text: "郵便番号を、半角の数字7桁で入力してください。",
  },
  {
    label: "法人番号（半角の数字13桁）",
    regex: "^[0-9]{13}$",
    text: "法人番号を、半角の数字13桁で入力してください。",
  },
  {
    label: "半角の英字と数字だけ",
    regex: "^[0-9A-Za-z]+$",
    text: "半角の英字と数字だけで入力してください。",
  },
  {
    label: "全角のカタカナだけ",
    regex: "^[ァ-ヶー・　]+$",
    text: "全角のカタカナだけで入力してください。",
  },
];

/** The form in plain words that a check's regular expression means; undefined for any other. */
export function textFormOf(validator: JsonObject): TextForm | undefined {
  return textForms.find(({ regex }) => regex === validator.regex);
}

/** A check with the expression of a form; words of the clerk's own stay. */
export function withTextForm(validator: JsonObject, form: TextForm): JsonObject {
  const shaped = withKey(validator, "regex", form.regex);
  const said = textOf(validator, ["text"], homeLocale);
  const isOwn = said !== "" && textForms.every(({ text }) => text !== said);
  return isOwn ? shaped : withText(shaped, ["text"], homeLocale, form.text);
}

/** A new check; one of a form begins with the first form. */
export function newCheck(check: AnswerCheck): JsonObject {
  const [first] = textForms;
  return check === "regex" && first ? withTextForm({ type: check }, first) : { type: check };
}

/** A question, or a field of one, with other checks; without any the key goes. */
export function withChecks(json: JsonObject, validators: readonly JsonValue[]): JsonObject {
  return withKey(json, "validators", validators.length > 0 ? [...validators] : undefined);
}
