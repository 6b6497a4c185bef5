import type { Validator } from "../questionnaire.ts";
import {
  type Element,
  elementsOf,
  fault,
  flagOf,
  localizedOf,
  numberOf,
  propertyOf,
  stringOf,
} from "./element.ts";
import { faultOfPattern } from "./patterns.ts";

/** Which values a validator can judge; on other types SurveyJS passes over or alters the value. */
export const judges: Readonly<Record<string, readonly string[]>> = {
  numeric: ["number"],
  text: ["text", "email", "tel", "url", "comment"],
  regex: ["text", "email", "tel", "url", "comment"],
  email: ["text", "email", "comment"],
  answercount: ["checkbox", "ranking"],
};

/** The validators of a question that block; `expression` hands their expressions on. */
export function validatorsOf(
  question: Element,
  expression: (element: Element, property: string, text: string) => void,
): Validator[] {
  return elementsOf(question, "validators").flatMap((element): Validator[] => {
    // Warnings and hints of SurveyJS do not keep an answer from being sent.
    if ((stringOf(element, "notificationType") ?? "error") !== "error") return [];
    const message = localizedOf(element, "text") || null;
    const type = (stringOf(element, "type") ?? "").replace(/validator$/, "");
    if (judges[type]?.includes(kindOf(question)) === false) {
      fault(element, "type", `検査「${type}」は、この種類の問には使えません。消してください。`);
      return [];
    }
    switch (type) {
      case "numeric":
        return [
          {
            type,
            message,
            min: numberOf(element, "minValue"),
            max: numberOf(element, "maxValue"),
          },
        ];
      case "text":
        return [
          {
            type,
            message,
            minLength: numberOf(element, "minLength") ?? 0,
            maxLength: numberOf(element, "maxLength") ?? 0,
            allowDigits: propertyOf(element, "allowDigits")?.value !== false,
          },
        ];
      case "answercount":
        return [
          {
            type,
            message,
            min: numberOf(element, "minCount") ?? 0,
            max: numberOf(element, "maxCount") ?? 0,
          },
        ];
      case "email":
        return [{ type, message }];
      case "regex":
        return regexOf(element, message);
      case "expression": {
        const text = stringOf(element, "expression");
        if (text === null) {
          fault(element, null, "検査の「expression」がありません。式を書いてください。");
          return [];
        }
        expression(element, "expression", text);
        return [{ type, message, expression: text }];
      }
      default:
        fault(
          element,
          "type",
          `検査の種類「${type}」は使えません。` +
            "numeric、text、answercount、email、regex、expression のどれかにしてください。",
        );
        return [];
    }
  });
}

function regexOf(element: Element, message: string | null): Validator[] {
  const regex = stringOf(element, "regex");
  if (regex === null || regex === "") {
    fault(element, null, "検査の「regex」がありません。正規表現を書いてください。");
    return [];
  }
  const caseInsensitive = flagOf(element, "caseInsensitive", "insensitive");
  // Judging a bad pattern takes time; a definition that is refused anyway needs no more of it.
  if (element.report.problems.length >= 10) return [];
  const wrong = element.report.judges ? faultOfPattern(regex, caseInsensitive) : null;
  if (wrong !== null) {
    fault(element, "regex", wrong);
    return [];
  }
  return [{ type: "regex", message, regex, caseInsensitive }];
}

/** The type of a question; of a text question or an item its inputType. */
function kindOf(question: Element): string {
  const type = stringOf(question, "type") ?? "text";
  return type === "text" ? (stringOf(question, "inputType") ?? "text") : type;
}
