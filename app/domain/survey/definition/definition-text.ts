import { isJsonObject, type JsonValue } from "../json.ts";

/** Keys that people look for first, and those whose values are long. The database keeps no order. */
const first = ["locale", "type", "name", "value", "title", "text", "description"];
const last = ["choices", "rows", "columns", "templateElements", "elements", "questions", "pages"];

/** A definition as JSON text to be read and edited: indented, its keys in a natural order. */
export function definitionText(definition: JsonValue): string {
  return JSON.stringify(inOrder(definition), null, 2);
}

function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => placeOf(a) - placeOf(b)));
}

function placeOf(key: string): number {
  if (first.includes(key)) return first.indexOf(key) - first.length;
  return last.indexOf(key) + 1;
}
