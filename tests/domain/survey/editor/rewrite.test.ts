import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copyAt,
  flattened,
  moveByOne,
  moveInto,
  objectAt,
  outlineOf,
  type Place,
  pagePlaces,
  removeAt,
  rewriteJson,
  withText,
  withValueAt,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject, JsonValue } from "#app/domain/survey/json.ts";
import { everyType } from "../every-type.ts";

const sample = readFileSync("content/survey/questionnaire.json", "utf8");
const asJson = JSON.stringify(everyType, null, 2);

/** The definitions as texts of several layouts. */
const texts = {
  "the sample": sample,
  "every type": asJson,
  "every type on one line": JSON.stringify(everyType),
  "every type with tabs and a BOM": `\uFEFF${JSON.stringify(everyType, null, "\t")}\n`,
  "the sample with strange blanks": sample.replaceAll(": ", " :\t").replaceAll(",\n", " ,\n\n"),
};

const parsed = (text: string): JsonObject => JSON.parse(text.replace(/^\uFEFF/, ""));
const placesIn = (definition: JsonObject) =>
  flattened(outlineOf(definition)).map(({ place }) => place);

describe.each(Object.entries(texts))("rewriting %s", (_, text) => {
  const definition = parsed(text);
  const places = placesIn(definition);

  it("gives the same bytes where nothing has changed", () => {
    expect(rewriteJson(text, structuredClone(definition))).toBe(text);
  });

  it("changes a title and nothing else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ unit: "grapheme" }), (place, title) => {
        const json = withText(objectAt(definition, place), ["title"], "ja", title);
        const changed = rewriteJson(text, withValueAt(definition, place, json));
        expect(parsed(changed)).toEqual(withValueAt(definition, place, json));
        const before = objectAt(definition, place).title;
        if (typeof before !== "string" || title === "" || title === before) return;
        // The one piece that is another lies within the title.
        expect(JSON.stringify(before)).toContain(differingPart(text, changed));
        const restored = withValueAt(parsed(changed), [...place, "title"], before);
        expect(rewriteJson(changed, restored)).toBe(text);
      }),
    );
  });

  it("says what was asked for after any steps, and goes back to the same value", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const changed = steps.reduce((now, act) => act(now), definition);
        const written = rewriteJson(text, changed);
        expect(parsed(written)).toEqual(changed);
        expect(parsed(rewriteJson(written, definition))).toEqual(definition);
      }),
    );
  });

  it("keeps every line of a question that has only moved", () => {
    const to = pagePlaces(definition).at(-1) ?? [];
    for (const place of places.filter((each) => each.length === 4).slice(0, 8)) {
      const moved = moveInto(definition, place, to);
      const written = rewriteJson(text, moved.definition);
      const title = JSON.stringify(objectAt(definition, place));
      expect(JSON.stringify(objectAt(parsed(written), moved.place))).toBe(title);
      expect(sortedLines(written)).toEqual(sortedLines(text));
    }
  });
});

/** What stands in the first text between what both begin and end with. */
function differingPart(a: string, b: string): string {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return a.slice(start, a.length - tail);
}

/** The lines without blanks around them and without the commas between entries. */
const sortedLines = (text: string) =>
  text
    .split(text.trim().includes("\n") ? "\n" : /(?=[{}[\],])/)
    .map((line) => line.replaceAll(/[\s,]+$|^[\s,]+/g, ""))
    .filter((line) => line !== "")
    .sort();

const anyValue: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)));

/** A step of an editor who presses anything anywhere. */
const step: fc.Arbitrary<(definition: JsonObject) => JsonObject> = fc
  .tuple(fc.nat(), fc.nat(7), fc.string({ minLength: 1 }), anyValue)
  .map(([which, kind, key, value]) => (definition) => {
    const places = placesIn(definition);
    const place: Place = places[which % places.length] ?? [];
    if (place.length === 0) return definition;
    switch (kind) {
      case 0:
        return removeAt(definition, place);
      case 1:
        return copyAt(definition, place, []).definition;
      case 2:
        return moveByOne(definition, place, 1)?.definition ?? definition;
      case 3:
        return moveByOne(definition, place, -1)?.definition ?? definition;
      case 4: {
        const page = pagePlaces(definition)[0] ?? [];
        return place.length === 4 ? moveInto(definition, place, page).definition : definition;
      }
      default:
        return withValueAt(definition, [...place, key], value);
    }
  });
