import { isJsonObject, type JsonValue } from "../json.ts";
import { limits } from "../limits.ts";
import { builtInText } from "../locales.ts";
import type { Choice } from "../questionnaire.ts";
import { type Element, fault, flagOf, localizedOf, propertyOf } from "./element.ts";

/** The special items in SurveyJS's order. */
const specialItems = [
  { kind: "none", flags: ["showNoneItem", "hasNone"], text: "noneText" },
  { kind: "other", flags: ["showOtherItem", "hasOther"], text: "otherText" },
  { kind: "refused", flags: ["showRefuseItem"], text: "refuseText" },
  { kind: "dontknow", flags: ["showDontKnowItem"], text: "dontKnowText" },
] as const;

/** The choices of a question, with "other" and "none" where the definition shows them. */
export function choicesOf(question: Element): Choice[] {
  const special = specialItems
    .filter(({ flags }) => flagOf(question, ...flags))
    .map(({ kind, text }): Choice => {
      const own = localizedOf(question, text);
      return { value: kind, text: own || builtInText(kind, question.locale), kind };
    });
  return unrepeated(question, "choices", [...itemsOf(question, "choices"), ...special]);
}

/** The rows or columns of a matrix, the values of a rating: at least one, all different. */
export function listOf(question: Element, property: string): Choice[] {
  return unrepeated(question, property, itemsOf(question, property));
}

const names: Record<string, string> = {
  choices: "選択肢",
  rows: "行",
  columns: "列",
  rateValues: "段階",
};

function itemsOf(question: Element, property: string): Choice[] {
  const list = propertyOf(question, property)?.value ?? [];
  const name = names[property] ?? property;
  if (!Array.isArray(list) || list.length === 0) {
    fault(question, property, `${name}がありません。「${property}」に1つ以上書いてください。`);
    return [];
  }
  if (list.length > limits.choices) {
    fault(question, property, `${name}が多すぎます。${limits.choices}個までにしてください。`);
    return [];
  }
  return list.flatMap((json, index) => itemOf(question, [property, index], name, json));
}

function itemOf(
  question: Element,
  [property, index]: [string, number],
  name: string,
  json: JsonValue,
): Choice[] {
  const path = [...question.path, property, index];
  const refuse = (message: string) => {
    question.report.fault(path, `${name}の${index + 1}番目${message}`, question.field);
    return [];
  };
  if (typeof json === "string" || typeof json === "number") return shortForm(json);
  if (!isJsonObject(json)) return refuse('は { "value": …, "text": … } で書いてください。');
  for (const condition of ["visibleIf", "enableIf", "elements", "showCommentArea"]) {
    if (json[condition] !== undefined) {
      return refuse(
        `に「${condition}」は使えません。条件は問ごとの「visibleIf」に書いてください。`,
      );
    }
  }
  const { value } = json;
  if ((typeof value !== "string" && typeof value !== "number") || value === "") {
    return refuse("に「value」がありません。文字か数で書いてください。");
  }
  if (String(value).length > limits.nameCharacters) {
    return refuse(`の「value」が長すぎます。${limits.nameCharacters}字までにしてください。`);
  }
  const text = localizedOf({ ...question, json, path }, "text");
  return [{ value, text: text || String(value), kind: "offered" }];
}

/** "a" or 3 stands for value and text; SurveyJS also reads "a1|工事" as value and text. */
function shortForm(json: string | number): Choice[] {
  const [value = "", text = ""] = typeof json === "string" ? json.split("|") : [];
  if (text === "" || value === "") return [{ value: json, text: String(json), kind: "offered" }];
  return [{ value, text, kind: "offered" }];
}

function unrepeated(question: Element, property: string, choices: Choice[]): Choice[] {
  const seen = new Set<string>();
  for (const { value } of choices) {
    // SurveyJS compares values without regard to case and outer spaces.
    const key = String(value).trim().toLowerCase();
    if (seen.has(key)) {
      const message = `${names[property] ?? property}の値「${value}」が2回あります。別の値にしてください。`;
      fault(question, property, message);
    }
    seen.add(key);
  }
  return choices;
}
