import { Serializer } from "survey-core";
import { limits } from "../limits.ts";
import type { QuestionBase, Reading, Surroundings } from "./context.ts";
import { type Element, fault, flagOf, localizedOf, propertyOf, stringOf } from "./element.ts";
import { validatorsOf } from "./validators.ts";

/** Names that expressions and plain objects give a meaning of their own. */
const reserved = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "panel",
  "parentpanel",
  "panelindex",
  "row",
  "rowindex",
  "item",
  "self",
  "survey",
  "page",
  "tostring",
  "valueof",
  "hasownproperty",
]);

/** Whether a key of an answer would be taken for something else. */
export function isReserved(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/** The name of a question or item, or null (reported) when it has none that can be used. */
export function nameOf(element: Element, what: string): string | null {
  const name = stringOf(element, "name")?.trim() ?? "";
  if (name === "") {
    fault(element, null, `${what}に「name」がありません。q1 のような名前を付けてください。`);
    return null;
  }
  const usable =
    name.length <= limits.nameCharacters &&
    /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(name) &&
    !/-comment$/i.test(name) &&
    !isReserved(name);
  if (usable && name === element.json.name) return name;
  fault(
    element,
    "name",
    `${what}の名前「${name}」は使えません。q1 のように、文字と数字で${limits.nameCharacters}字までにしてください。`,
  );
  return null;
}

/** Everything a question has whatever its type. `element.field` is already its name. */
export function baseOf(
  element: Element,
  name: string,
  around: Surroundings,
  reading: Reading,
): QuestionBase {
  const expression = (property: string) => keepExpression(element, property, around, reading);
  const visibleIf = expression("visibleIf");
  const enableIf = expression("enableIf");
  return {
    name,
    number: 0,
    title: localizedOf(element, "title") || name,
    description: localizedOf(element, "description"),
    articles: articlesOf(element),
    required: flagOf(element, "isRequired"),
    requiredIf: expression("requiredIf"),
    visibleIf: visibleIf === null ? around.visibleIf : [...around.visibleIf, visibleIf],
    enableIf: enableIf === null ? around.enableIf : [...around.enableIf, enableIf],
    validators: validatorsOf(element, (validator, property, text) => {
      reading.expressions.push({
        property,
        expression: text,
        path: [...validator.path, property],
        field: element.field,
        panel: around.panel,
      });
    }),
    commentArea: takesComment(element) && flagOf(element, "showCommentArea", "hasComment"),
    commentMaxLength: reading.maxCommentLength || limits.defaultText,
  };
}

/** SurveyJS shows no comment area beside a text, a text of several lines or several fields. */
function takesComment(element: Element): boolean {
  const type = stringOf(element, "type") ?? "text";
  return Serializer.findProperty(type, "showCommentArea")?.visible === true;
}

/** Reads one expression property and keeps it to be checked at the end. */
export function keepExpression(
  element: Element,
  property: string,
  around: Surroundings,
  reading: Reading,
): string | null {
  const expression = stringOf(element, property);
  if (expression === null || expression.trim() === "") return null;
  reading.expressions.push({
    property,
    expression,
    path: [...element.path, property],
    field: element.field,
    panel: around.panel,
  });
  return expression;
}

function articlesOf(element: Element): string[] {
  const articles = propertyOf(element, "articles")?.value ?? [];
  const right =
    Array.isArray(articles) &&
    articles.every((label) => typeof label === "string" && /^第\d+条(の\d+)*$/.test(label));
  if (!right) {
    fault(element, "articles", '「articles」は ["第8条", "第9条の2"] のように書いてください。');
    return [];
  }
  return articles.filter((label) => typeof label === "string");
}
