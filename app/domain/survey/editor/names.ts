import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";

/** Every name written in a definition, of pages, questions and items alike. */
export function namesIn(definition: JsonValue): string[] {
  if (Array.isArray(definition)) return definition.flatMap(namesIn);
  if (!isJsonObject(definition)) return [];
  const own = typeof definition.name === "string" ? [definition.name] : [];
  return [...own, ...Object.values(definition).flatMap(namesIn)];
}

/**
 * A name that nothing bears or has borne: q12, after the greatest number so far.
 *
 * @param taken names in use and names of before, which must not come back with another meaning
 */
export function newName(prefix: string, taken: Iterable<string>): string {
  let greatest = 0;
  for (const name of taken) {
    if (!name.toLowerCase().startsWith(prefix)) continue;
    const digits = name.slice(prefix.length);
    if (/^\d{1,9}$/.test(digits)) greatest = Math.max(greatest, Number(digits));
  }
  return `${prefix}${greatest + 1}`;
}

/** Names as they stand in braces: {q6}, {q6.r1}, {#q6}, {q6-Comment}, {panel.trade}. */
const braces = /\{(#?)(panel\.)?([^{}.[\n]+?)(-Comment)?((?:[.[][^{}]*)?)\}/gi;

/** Whether a text asks for the answer to a question; of one in a dynamic panel with `panel.`. */
export function mentions(text: string, name: string, inPanel = false): boolean {
  const wanted = name.toLowerCase();
  return [...text.matchAll(braces)].some(
    ([, , panel, found = ""]) =>
      (panel !== undefined) === inPanel && found.trim().toLowerCase() === wanted,
  );
}

/** A part of a definition in which names in braces are exchanged; `renamed` has lower-case keys. */
export function withMentions<Json extends JsonValue>(
  json: Json,
  renamed: ReadonlyMap<string, string>,
  inPanel?: boolean,
): Json;
export function withMentions(
  json: JsonValue,
  renamed: ReadonlyMap<string, string>,
  inPanel = false,
): JsonValue {
  if (typeof json === "string") {
    return json.replace(
      braces,
      (whole, hash = "", panel = "", name = "", comment = "", rest = "") => {
        const to = renamed.get(name.trim().toLowerCase());
        if (to === undefined || (panel !== "") !== inPanel) return whole;
        return `{${hash}${panel}${to}${comment}${rest}}`;
      },
    );
  }
  if (Array.isArray(json)) return json.map((item) => withMentions(item, renamed, inPanel));
  if (!isJsonObject(json)) return json;
  const entries = Object.entries(json as JsonObject).map(
    ([key, value]) => [key, withMentions(value, renamed, inPanel)] as const,
  );
  return Object.fromEntries(entries);
}
