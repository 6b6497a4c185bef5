import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { homeLocale } from "../locales.ts";
import { newName } from "./names.ts";
import { withKey } from "./places.ts";
import { textOf, withText } from "./texts.ts";

/** A choice, row or column as an object, whichever of SurveyJS's short forms it is written in. */
export function itemAsObject(item: JsonValue): JsonObject {
  if (isJsonObject(item)) return item;
  if (typeof item === "number") return { value: item };
  if (typeof item !== "string") return {};
  const [value = "", text = ""] = item.split("|");
  return text !== "" && value !== "" ? { value, text } : { value: item };
}

/** The value an item stores; undefined where it has none. */
export function valueOfItem(item: JsonValue): string | number | undefined {
  const { value } = itemAsObject(item);
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** What stands at an item in a language; in Japanese its value where it has no text. */
export function textOfItem(item: JsonValue, locale: string): string {
  const object = itemAsObject(item);
  const text = textOf(object, ["text"], locale);
  return text === "" && locale === homeLocale && !Object.hasOwn(object, "text")
    ? String(valueOfItem(item) ?? "")
    : text;
}

/** An item with another text; its value stays, so that answers keep their meaning. */
export function withItemText(item: JsonValue, locale: string, text: string): JsonValue {
  const object = itemAsObject(item);
  if (locale === homeLocale && text === "" && !isJsonObject(object.text)) {
    return withKey(object, "text", "");
  }
  const before = isJsonObject(object.text) || object.text !== undefined || locale === homeLocale;
  // A value that is its own text: the other languages need a text to fall back on.
  const written = before ? object : withKey(object, "text", String(object.value ?? ""));
  return withText(written, ["text"], locale, text);
}

/** A new item at the end, with a value that the list and `taken` do not have. */
export function addItem(
  items: readonly JsonValue[],
  prefix: string,
  text: string,
  taken: readonly string[] = [],
): JsonValue[] {
  return [...items, { value: newValue(items, prefix, taken), text }];
}

function newValue(items: readonly JsonValue[], prefix: string, taken: readonly string[]): string {
  return newName(prefix, [...items.map((item) => String(valueOfItem(item) ?? "")), ...taken]);
}

/** Items in another order: the one at an index goes one place up or down. */
export function moveItem(items: readonly JsonValue[], index: number, step: -1 | 1): JsonValue[] {
  const moved = [...items];
  const [own, other] = [moved[index], moved[index + step]];
  if (own === undefined || other === undefined) return moved;
  moved[index] = other;
  moved[index + step] = own;
  return moved;
}

/**
 * Items from the cells of a spreadsheet: a text a line, or a value, a tab and a text. A line whose
 * text or value the list has already keeps its item; others get values of their own.
 */
export function pastedItems(
  pasted: string,
  before: readonly JsonValue[],
  prefix: string,
  taken: readonly string[] = [],
): JsonValue[] {
  const found: JsonValue[] = [];
  for (const line of pasted.split(/\r\n|\r|\n/)) {
    const cells = line.split("\t").map((cell) => unquoted(cell).trim());
    const [first = "", ...rest] = cells;
    const text = rest.find((cell) => cell !== "");
    if (first === "" && text === undefined) continue;
    const value = text === undefined || first === "" ? undefined : first;
    const label = text ?? first;
    const known = before.find((item) =>
      value === undefined
        ? textOfItem(item, homeLocale) === label
        : String(valueOfItem(item)) === value,
    );
    if (known !== undefined && !found.includes(known)) {
      found.push(value === undefined ? known : withItemText(known, homeLocale, label));
      continue;
    }
    const own = value ?? newValue([...before, ...found], prefix, taken);
    found.push({ value: own, text: label });
  }
  return found;
}

/** Spreadsheets put cells with quotation marks or line ends in quotation marks. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
