import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { mentions } from "./names.ts";
import { flattened, labelOf, outlineOf } from "./outline.ts";
import { isWithin, objectAt, type Place } from "./places.ts";

/** A condition or text that asks for the answer to a question. */
export interface Use {
  place: Place;
  /** Where: 問7の表示する条件, ページ2の題. */
  where: string;
}

/** What uses the answer to any question at a place (a question, or a page with its questions). */
export function usesOf(definition: JsonObject, place: Place): Use[] {
  const outline = outlineOf(definition);
  const entries = flattened(outline);
  const gone = entries.filter((entry) => isWithin(entry.place, place) && entry.kind !== "page");
  const inPanel = isInPanel(definition, place);
  return entries
    .filter((entry) => !isWithin(entry.place, place))
    .flatMap((entry) => {
      const own = withoutChildren(objectAt(definition, entry.place));
      const keys = new Set(gone.flatMap(({ name }) => keysMentioning(own, name, inPanel, "")));
      const label = labelOf(entry, outline);
      return [...keys].map((key) => ({ place: entry.place, where: `${label}の${wordOf(key)}` }));
    });
}

/** Whether a place lies inside a dynamic panel. */
export function isInPanel(definition: JsonObject, place: Place): boolean {
  return place.some(
    (_, index) =>
      index > 0 &&
      index < place.length &&
      objectAt(definition, place.slice(0, index)).type === "paneldynamic",
  );
}

/** 「問7の表示する条件、問9の題」; "" for none. */
export function usesInWords(uses: readonly Use[]): string {
  return [...new Set(uses.map(({ where }) => where))].join("、");
}

function withoutChildren(json: JsonObject): JsonObject {
  const { elements: _, templateElements: __, pages: ___, ...own } = json;
  return Array.isArray(own.questions) ? { ...own, questions: [] } : own;
}

function keysMentioning(json: JsonValue, name: string, inPanel: boolean, key: string): string[] {
  if (typeof json === "string") return mentions(json, name, inPanel) ? [key] : [];
  if (Array.isArray(json)) return json.flatMap((item) => keysMentioning(item, name, inPanel, key));
  if (!isJsonObject(json)) return [];
  return Object.entries(json).flatMap(([own, value]) =>
    keysMentioning(value, name, inPanel, key || own),
  );
}

const words: Record<string, string> = {
  visibleIf: "表示する条件",
  enableIf: "入力できる条件",
  requiredIf: "必須にする条件",
  title: "題",
  description: "説明",
  html: "文",
  choices: "選択肢",
  rows: "行",
  columns: "列",
  validators: "検査",
};

function wordOf(key: string): string {
  return words[key] ?? "設定";
}
