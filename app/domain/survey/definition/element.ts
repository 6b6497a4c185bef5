import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { limits } from "../limits.ts";
import { textIn } from "../locales.ts";
import type { Path, Report } from "./report.ts";

/** One object of a definition (survey, page, question, choice) with its place and its question. */
export interface Element {
  json: JsonObject;
  path: Path;
  /** Name of the question the object belongs to. */
  field: string | undefined;
  report: Report;
  /** The language whose texts are read. */
  locale: string;
}

/** Reports a fault at one property of an element. */
export function fault(element: Element, property: string | null, message: string): void {
  const path = property === null ? element.path : [...element.path, property];
  element.report.fault(path, message, element.field);
}

/** The first of the names that is set; SurveyJS keeps old names of properties beside new ones. */
export function propertyOf(
  { json }: Element,
  ...names: string[]
): { name: string; value: JsonValue } | undefined {
  for (const name of names) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value !== undefined && value !== null) return { name, value };
  }
  return undefined;
}

/** A text, by the first of the names that is set. null: there is none, or a fault was reported. */
export function stringOf(element: Element, ...names: string[]): string | null {
  const property = propertyOf(element, ...names);
  if (property === undefined) return null;
  if (typeof property.value === "string") return property.value;
  fault(element, property.name, `「${property.name}」は文字で書いてください。`);
  return null;
}

/** True or false, by the first of the names that is set; what is neither is reported and false. */
export function flagOf(element: Element, ...names: string[]): boolean {
  const property = propertyOf(element, ...names);
  if (property === undefined) return false;
  if (typeof property.value === "boolean") return property.value;
  fault(element, property.name, `「${property.name}」は true か false で書いてください。`);
  return false;
}

/**
 * A number, also one written as text (as SurveyJS's own editor does), by the first of the names
 * that is set. null: there is none, or a fault was reported.
 */
export function numberOf(element: Element, ...names: string[]): number | null {
  const property = propertyOf(element, ...names);
  if (property === undefined || property.value === "") return null;
  const number = typeof property.value === "string" ? Number(property.value) : property.value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  fault(element, property.name, `「${property.name}」は数で書いてください。`);
  return null;
}

/** A whole number of at least `least`; `otherwise` when it is absent or wrong. */
export function wholeNumberOf(
  element: Element,
  name: string,
  least: number,
  otherwise: number,
): number {
  const number = numberOf(element, name);
  if (number === null) return otherwise;
  if (Number.isInteger(number) && number >= least) return number;
  fault(element, name, `「${name}」は${least}以上の整数で書いてください。`);
  return otherwise;
}

/** A text that SurveyJS can hold in several languages, in the language that is read. */
export function localizedOf(element: Element, ...names: string[]): string {
  const property = propertyOf(element, ...names);
  if (property === undefined) return "";
  const { name, value } = property;
  const path = [...element.path, name];
  element.report.text({ path, field: element.field, name, value });
  const texts = isJsonObject(value) ? Object.values(value) : [value];
  if (!texts.every((text) => typeof text === "string" || typeof text === "number")) {
    fault(element, name, `「${name}」は文字で書いてください。`);
    return "";
  }
  if (texts.some((text) => String(text).length > limits.titleCharacters)) {
    fault(
      element,
      name,
      `「${name}」が長すぎます。${limits.titleCharacters}字までにしてください。`,
    );
  }
  return textIn(value, element.locale);
}

/** The objects of an array property; anything else in it is reported. */
export function elementsOf(element: Element, ...names: string[]): Element[] {
  const property = propertyOf(element, ...names);
  if (property === undefined) return [];
  const { name, value } = property;
  if (!Array.isArray(value)) {
    fault(element, name, `「${name}」は [ ] で囲んだ並びで書いてください。`);
    return [];
  }
  return value.flatMap((json, index) => {
    const path = [...element.path, name, index];
    if (isJsonObject(json)) return [{ ...element, json, path }];
    element.report.fault(
      path,
      `「${name}」の${index + 1}番目は { } で書いてください。`,
      element.field,
    );
    return [];
  });
}
