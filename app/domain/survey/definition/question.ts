import { limits } from "../limits.ts";
import { builtInText } from "../locales.ts";
import type { Choice, PanelQuestion } from "../questionnaire.ts";
import { choicesOf, listOf } from "./choices.ts";
import type { QuestionBase, Reading, Surroundings } from "./context.ts";
import {
  type Element,
  elementsOf,
  fault,
  flagOf,
  localizedOf,
  numberOf,
  propertyOf,
  wholeNumberOf,
} from "./element.ts";
import { fieldOf, maxLengthOf } from "./fields.ts";
import { baseOf, isReserved, nameOf } from "./question-base.ts";
import { ratingOf } from "./rating.ts";
import { checkProperties } from "./unsupported.ts";

/** Types of SurveyJS that can be answered and checked here. */
export const supportedTypes = [
  "text",
  "comment",
  "boolean",
  "radiogroup",
  "checkbox",
  "dropdown",
  "rating",
  "ranking",
  "matrix",
  "multipletext",
  "paneldynamic",
  "html",
] as const;

/** A question of any type but a dynamic panel; none (reported) when it cannot be read. */
export function questionOf(
  element: Element,
  type: Exclude<(typeof supportedTypes)[number], "paneldynamic">,
  base: QuestionBase,
  reading: Reading,
): PanelQuestion[] {
  switch (type) {
    case "text":
      return fieldOf(element, base, reading);
    case "comment": {
      const maxLength = maxLengthOf(element, reading);
      return [{ ...base, type, maxLength, rows: wholeNumberOf(element, "rows", 1, 4) }];
    }
    case "boolean": {
      const item = (valueName: string, textName: string, value: boolean) => ({
        value: booleanValueOf(element, valueName, value),
        text: localizedOf(element, textName) || builtInText(value ? "yes" : "no", element.locale),
      });
      const whenTrue = item("valueTrue", "labelTrue", true);
      const whenFalse = item("valueFalse", "labelFalse", false);
      if (whenTrue.value === whenFalse.value) {
        fault(element, "valueTrue", "「valueTrue」と「valueFalse」を別の値にしてください。");
      }
      return [{ ...base, type, whenTrue, whenFalse }];
    }
    case "radiogroup":
    case "dropdown":
      return [{ ...base, type, choices: choicesOf(element) }];
    case "checkbox": {
      const choices = choicesOf(element);
      return [{ ...base, type, choices, ...selectionOf(element, choices) }];
    }
    case "rating":
      return [ratingOf(element, base)];
    case "ranking": {
      const choices = choicesOf(element);
      if (choices.some(({ kind }) => kind !== "offered")) {
        fault(element, null, "順位の問に「その他」や「なし」は使えません。消してください。");
      }
      const selectToRank = flagOf(element, "selectToRankEnabled");
      return [{ ...base, type, choices, selectToRank, ...selectionOf(element, choices) }];
    }
    case "matrix": {
      const rows = listOf(element, "rows");
      const columns = listOf(element, "columns");
      if (rows.length * columns.length > limits.matrixCells) {
        fault(element, "rows", `表が大きすぎます。${limits.matrixCells}マスまでにしてください。`);
      }
      checkRowNames(element, rows);
      const eachRowRequired = flagOf(element, "eachRowRequired", "isAllRowRequired");
      const eachRowUnique = flagOf(element, "eachRowUnique");
      return [{ ...base, type, rows, columns, eachRowRequired, eachRowUnique }];
    }
    case "multipletext":
      return [{ ...base, type, items: itemsOf(element, reading) }];
    case "html":
      return [{ ...base, type, html: localizedOf(element, "html") }];
  }
}

function booleanValueOf(element: Element, name: string, otherwise: boolean) {
  const value = propertyOf(element, name)?.value ?? otherwise;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  fault(element, name, `「${name}」は文字、数、true、false のどれかで書いてください。`);
  return otherwise;
}

function selectionOf(element: Element, choices: readonly Choice[]) {
  const minSelected = wholeNumberOf(element, "minSelectedChoices", 0, 0);
  const maxSelected = wholeNumberOf(element, "maxSelectedChoices", 0, 0) || null;
  if (minSelected > choices.length || (maxSelected !== null && minSelected > maxSelected)) {
    fault(
      element,
      "minSelectedChoices",
      "「minSelectedChoices」が、選べる数より大きくなっています。小さくしてください。",
    );
  }
  return { minSelected, maxSelected };
}

/** Rows are keys of the answer object, so they take part in expressions: q11.r1. */
function checkRowNames(element: Element, rows: readonly Choice[]): void {
  for (const { value } of rows) {
    if (/[.[\]{}]/.test(String(value)) || isReserved(String(value))) {
      fault(element, "rows", `行の値「${value}」は使えません。r1 のような値にしてください。`);
    }
  }
}

function itemsOf(element: Element, reading: Reading) {
  const items = elementsOf(element, "items");
  if (items.length === 0) {
    fault(element, "items", "入力欄がありません。「items」に1つ以上書いてください。");
  }
  const alone: Surroundings = { visibleIf: [], enableIf: [], panel: null };
  const seen = new Set<string>();
  return items.flatMap((item) => {
    checkProperties(item, "multipletextitem");
    const name = nameOf(item, "入力欄");
    if (name === null) return [];
    if (seen.has(name.toLowerCase())) {
      fault(item, "name", `入力欄の名前「${name}」が2回あります。別の名前にしてください。`);
    }
    seen.add(name.toLowerCase());
    // Items of SurveyJS know neither min nor max; limits come from validators.
    if (numberOf(item, "min") !== null || numberOf(item, "max") !== null) {
      fault(
        item,
        null,
        "入力欄に「min」「max」は使えません。「validators」の numeric にしてください。",
      );
    }
    return fieldOf(item, baseOf(item, name, alone, reading), reading);
  });
}
