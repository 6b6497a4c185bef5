import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { namesIn, newName, withMentions } from "./names.ts";
import { pagePlaces } from "./outline.ts";
import {
  childrenKey,
  listAt,
  objectAt,
  type Place,
  parentOf,
  samePlace,
  valueAt,
  withKey,
  withValueAt,
} from "./places.ts";
import { newQuestion, type QuestionKind } from "./question-kinds.ts";
import { isInPanel } from "./uses.ts";

/** A definition after a step, and where the thing that was dealt with now stands. */
export interface Arranged {
  definition: JsonObject;
  place: Place;
}

/** The list of a page, panel or dynamic panel; of none yet, where it will be. */
const childrenOf = (definition: JsonObject, container: Place): Place => [
  ...container,
  childrenKey(objectAt(definition, container)),
];

function inserted(definition: JsonObject, list: Place, index: number, json: JsonValue): Arranged {
  const items = [...listAt(definition, list)];
  items.splice(index, 0, json);
  return { definition: withValueAt(definition, list, items), place: [...list, index] };
}

/**
 * Adds a question of a kind: after another, or at the end of a page or panel.
 *
 * @param taken names that must not come back, beside those of the definition
 */
export function addQuestion(
  definition: JsonObject,
  where: { after: Place } | { into: Place },
  kind: QuestionKind,
  taken: readonly string[],
): Arranged {
  const after = "after" in where ? parentOf(where.after) : undefined;
  const container = "into" in where ? where.into : parentOf(where.after).container;
  const list = after?.list ?? childrenOf(definition, container);
  const inPanel = isInPanel(definition, [...container, childrenKey({}), 0]);
  const names = [...namesIn(definition), ...taken];
  const question = newQuestion(kind, newName(inPanel ? "t" : "q", names));
  const index = after ? after.index + 1 : listAt(definition, list).length;
  return inserted(definition, list, index, question);
}

/** Adds an empty page at the end. Questions outside pages get a page of their own first. */
export function addPage(definition: JsonObject, title: string, taken: readonly string[]): Arranged {
  const paged = withPages(definition);
  const name = newName("p", [...namesIn(paged), ...taken]);
  const count = listAt(paged, ["pages"]).length;
  return inserted(paged, ["pages"], count, { name, title, elements: [] });
}

/** The definition with its questions on pages. */
export function withPages(definition: JsonObject): JsonObject {
  if (listAt(definition, ["pages"]).length > 0) return definition;
  const key = childrenKey(definition);
  const page = { name: "page1", elements: listAt(definition, [key]) };
  return withKey(withKey(definition, key, undefined), "pages", [page]);
}

/** Takes a page or question out. */
export function removeAt(definition: JsonObject, place: Place): JsonObject {
  const { list, index } = parentOf(place);
  return withValueAt(
    definition,
    list,
    listAt(definition, list).filter((_, at) => at !== index),
  );
}

/** Copies a page or question behind itself; copies get names of their own and refer to each other. */
export function copyAt(definition: JsonObject, place: Place, taken: readonly string[]): Arranged {
  const { list, index } = parentOf(place);
  const inPanel = isInPanel(definition, place);
  const names = [...namesIn(definition), ...taken];
  const renamed = new Map<string, string>();
  const isPage = samePlace(list, ["pages"]);
  const copy = withNewNames(valueAt(definition, place) ?? {}, isPage ? "p" : inPanel ? "t" : "q");
  return inserted(definition, list, index + 1, withMentions(copy, renamed, inPanel));

  function withNewNames(json: JsonValue, prefix: string): JsonValue {
    if (!isJsonObject(json)) return json;
    const name = newName(prefix, names);
    names.push(name);
    if (typeof json.name === "string" && prefix !== "p") renamed.set(json.name.toLowerCase(), name);
    const copy = withKey(json, "name", name);
    if (json.type !== undefined && json.type !== "panel") return copy;
    const key = childrenKey(json);
    const children = json[key];
    if (!Array.isArray(children)) return copy;
    return withKey(
      copy,
      key,
      children.map((child) => withNewNames(child, "q")),
    );
  }
}

/** One step up (-1) or down (1), also over the border of a page; undefined at the end of the way. */
export function moveByOne(
  definition: JsonObject,
  place: Place,
  step: -1 | 1,
): Arranged | undefined {
  const { list, index, container } = parentOf(place);
  const items = [...listAt(definition, list)];
  const neighbour = items[index + step];
  const own = items[index];
  if (own !== undefined && neighbour !== undefined) {
    items[index] = neighbour;
    items[index + step] = own;
    return { definition: withValueAt(definition, list, items), place: [...list, index + step] };
  }
  const pages = pagePlaces(definition);
  const page = pages.findIndex((each) => samePlace(each, container));
  const next = page === -1 ? undefined : pages[page + step];
  return next && moveInto(definition, place, next, step === 1 ? 0 : undefined);
}

/** Moves a question to a page: to its end, or to an index. */
export function moveInto(
  definition: JsonObject,
  place: Place,
  page: Place,
  index?: number,
): Arranged {
  const json = valueAt(definition, place) ?? {};
  const without = removeAt(definition, place);
  const list = childrenOf(without, page);
  return inserted(without, list, index ?? listAt(without, list).length, json);
}

/** Gives a question another name, also where conditions and texts ask for its answer. */
export function rename(definition: JsonObject, place: Place, name: string): JsonObject {
  const before = objectAt(definition, place).name;
  const renamed = withValueAt(definition, [...place, "name"], name);
  if (typeof before !== "string" || before === "") return renamed;
  const names = new Map([[before.toLowerCase(), name]]);
  if (!isInPanel(definition, place)) return withMentions(renamed, names);
  const { container } = parentOf(place);
  const panel = withMentions(objectAt(renamed, container), names, true);
  const keyed = panel.keyName === before ? withKey(panel, "keyName", name) : panel;
  return withValueAt(renamed, container, keyed);
}
