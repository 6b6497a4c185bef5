import { supportedTypes } from "../definition/question.ts";
import { isJsonObject, type JsonObject } from "../json.ts";
import { homeLocale, textIn } from "../locales.ts";
import { childrenKey, listAt, objectAt, type Place } from "./places.ts";

/** A page, panel or question of a definition as lists show it. */
export interface OutlineEntry {
  place: Place;
  kind: "page" | "panel" | "question" | "unknown";
  /** The SurveyJS type; "page" of a page. */
  type: string;
  name: string;
  /** 1, 2, … as contractors see it; 0 for what has none (pages, texts, inside a dynamic panel). */
  number: number;
  /** The Japanese title; of a text its first words; "" where there is none. */
  title: string;
  children: OutlineEntry[];
}

/** The pages of a definition with all that stands in them; never fails. */
export function outlineOf(definition: JsonObject): OutlineEntry[] {
  let number = 0;
  const entriesIn = (container: Place, inPanel: boolean): OutlineEntry[] => {
    const list = [...container, childrenKey(objectAt(definition, container))];
    return listAt(definition, list).flatMap((json, index) => {
      if (!isJsonObject(json)) return [];
      const place = [...list, index];
      const type = typeof json.type === "string" ? json.type : "";
      const kind = kindOf(type);
      const numbered = kind === "question" && type !== "html" && !inPanel;
      const entry = { ...headOf(json), place, kind, type, number: numbered ? ++number : 0 };
      const holds = type === "panel" || type === "paneldynamic";
      return [{ ...entry, children: holds ? entriesIn(place, inPanel || type !== "panel") : [] }];
    });
  };
  return pagePlaces(definition).map((place) => ({
    ...headOf(objectAt(definition, place)),
    ...{ place, kind: "page", type: "page", number: 0 },
    children: entriesIn(place, false),
  }));
}

/** The places of the pages; the survey itself where its questions stand outside pages. */
export function pagePlaces(definition: JsonObject): Place[] {
  const pages = listAt(definition, ["pages"]);
  const places = pages.flatMap((page, index) => (isJsonObject(page) ? [["pages", index]] : []));
  return places.length > 0 ? places : [[]];
}

/** Every entry of an outline, in the order in which it is read. */
export function flattened(outline: readonly OutlineEntry[]): OutlineEntry[] {
  return outline.flatMap((entry) => [entry, ...flattened(entry.children)]);
}

/** How an entry is called: 問3, ページ2, 説明の文, 問（trade）. */
export function labelOf(entry: OutlineEntry, outline: readonly OutlineEntry[]): string {
  if (entry.kind === "page") return `ページ${outline.indexOf(entry) + 1}`;
  if (entry.number > 0) return `問${entry.number}`;
  if (entry.type === "html") return "説明の文";
  return entry.kind === "panel" ? "問のまとまり" : `問（${entry.name}）`;
}

function kindOf(type: string): OutlineEntry["kind"] {
  if (type === "panel") return "panel";
  return supportedTypes.some((supported) => supported === type) ? "question" : "unknown";
}

function headOf(json: JsonObject): { name: string; title: string } {
  const text = textIn(json.title ?? "", homeLocale) || textIn(json.html ?? "", homeLocale);
  const title = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { name: typeof json.name === "string" ? json.name : "", title };
}
