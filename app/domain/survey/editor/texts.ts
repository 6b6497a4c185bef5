import { readDefinition } from "../definition/read-definition.ts";
import { startReport } from "../definition/report.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { homeLocale, textIn } from "../locales.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { withKey } from "./places.ts";

/** The first of the names of a property that is set; the first name where none is. */
export function nameSet(json: JsonObject, names: readonly string[]): string {
  const isSet = (name: string) => Object.hasOwn(json, name) && json[name] !== null;
  return names.find(isSet) ?? names[0] ?? "";
}

/** A text as it is to be edited in one language: what is written for it, and no other's text. */
export function textOf(json: JsonObject, names: readonly string[], locale: string): string {
  const value = json[nameSet(json, names)] ?? "";
  if (locale === homeLocale) return textIn(value, homeLocale);
  const own = isJsonObject(value) ? value[locale] : undefined;
  return typeof own === "string" || typeof own === "number" ? String(own) : "";
}

/** An object with a text set in one language; an empty text is taken away. */
export function withText(
  json: JsonObject,
  names: readonly string[],
  locale: string,
  text: string,
): JsonObject {
  const name = nameSet(json, names);
  const value = json[name];
  if (!isJsonObject(value)) {
    if (locale === homeLocale) return withKey(json, name, text === "" ? undefined : text);
    if (text === "") return json;
    // Where a language has no text, SurveyJS falls back on the default alone.
    const before: JsonObject = value === undefined || value === null ? {} : { default: value };
    return withKey(json, name, { ...before, [locale]: text });
  }
  const key = locale !== homeLocale || Object.hasOwn(value, homeLocale) ? locale : "default";
  return withKey(json, name, plain(withKey(value, key, text === "" ? undefined : text)));
}

/** A text in Japanese alone needs no languages. */
function plain(value: JsonObject): JsonValue | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  const [only = ""] = keys;
  return keys.length === 1 && (only === "default" || only === homeLocale) ? value[only] : value;
}

const read = new WeakMap<JsonObject, Questionnaire>();

/**
 * What can be read of a definition, sound or not: its questions, their choices and languages. It is
 * asked for many times while nothing changes: a definition is read once.
 */
export function readLeniently(definition: JsonObject): Questionnaire {
  const known = read.get(definition);
  if (known) return known;
  const report = startReport(() => undefined, false);
  const { questionnaire } = readDefinition(definition, report, homeLocale);
  read.set(definition, questionnaire);
  return questionnaire;
}
