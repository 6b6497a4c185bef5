import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";

/** Where a page or question stands in a definition: ["pages", 0, "elements", 3]; [] is the survey. */
export type Place = readonly (string | number)[];

/** The value at a place; undefined where there is nothing. */
export function valueAt(definition: JsonValue, place: Place): JsonValue | undefined {
  let value: JsonValue | undefined = definition;
  for (const step of place) {
    if (typeof step === "number") value = Array.isArray(value) ? value[step] : undefined;
    else value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** The object at a place; an empty one where there is none. */
export function objectAt(definition: JsonValue, place: Place): JsonObject {
  const value = valueAt(definition, place);
  return isJsonObject(value) ? value : {};
}

/** The list at a place; an empty one where there is none. */
export function listAt(definition: JsonValue, place: Place): JsonValue[] {
  const value = valueAt(definition, place);
  return Array.isArray(value) ? value : [];
}

/** A definition with another value at a place; all that stands elsewhere is the same object. */
export function withValueAt(definition: JsonObject, place: Place, value: JsonValue): JsonObject {
  const changed = change(definition, place, value);
  return isJsonObject(changed) ? changed : definition;
}

function change(whole: JsonValue | undefined, place: Place, value: JsonValue): JsonValue {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(whole) ? [...whole] : [];
    list[step] = change(list[step], rest, value);
    return list;
  }
  const object = isJsonObject(whole) ? whole : {};
  return withKey(object, step, change(object[step], rest, value));
}

/** Keys with long values; a new key stands before them. */
const long = ["validators", "choices", "rows", "columns", "rateValues", "items"];
const longest = ["templateElements", "elements", "questions", "pages"];
const leading = ["type", "name", "title", "description"];

/** An object with a key set, or with the value undefined without it. A new key finds a natural place. */
export function withKey(object: JsonObject, key: string, value: JsonValue | undefined): JsonObject {
  if (value === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([own]) => own !== key));
  }
  if (Object.hasOwn(object, key)) return { ...object, [key]: value };
  const entries = Object.entries(object);
  const after = entries.findIndex(([own]) => rankOf(own) > rankOf(key));
  entries.splice(after === -1 ? entries.length : after, 0, [key, value]);
  return Object.fromEntries(entries);
}

function rankOf(key: string): number {
  if (leading.includes(key)) return leading.indexOf(key);
  if (long.includes(key)) return 20;
  return longest.includes(key) ? 30 : 10;
}

/** The list in which a page, panel or dynamic panel holds its elements, by the name it uses. */
export function childrenKey(container: JsonObject): string {
  const names =
    container.type === "paneldynamic"
      ? ["templateElements", "questions"]
      : ["elements", "questions"];
  return names.find((name) => Array.isArray(container[name])) ?? names[0] ?? "elements";
}

/** The place without its last steps. */
export function parentOf(place: Place): { list: Place; index: number; container: Place } {
  const index = place.at(-1);
  return {
    list: place.slice(0, -1),
    index: typeof index === "number" ? index : 0,
    container: place.slice(0, -2),
  };
}

/** Whether two places are the same, step by step. */
export function samePlace(a: Place, b: Place): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** Whether a place is another, or inside it. */
export function isWithin(inner: Place, outer: Place): boolean {
  return samePlace(inner.slice(0, outer.length), outer);
}
