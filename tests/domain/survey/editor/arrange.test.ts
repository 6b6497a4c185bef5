import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  addPage,
  addQuestion,
  copyAt,
  emptyDefinition,
  flattened,
  moveByOne,
  moveInto,
  newName,
  newQuestion,
  objectAt,
  outlineOf,
  questionKinds,
  removeAt,
  rename,
  usesInWords,
  usesOf,
} from "#app/domain/survey/editor/index.ts";
import { checkDefinition } from "#app/domain/survey/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { everyType } from "../every-type.ts";

const sample: JsonObject = JSON.parse(readFileSync("content/survey/questionnaire.json", "utf8"));
const names = (definition: JsonObject) => flattened(outlineOf(definition)).map(({ name }) => name);
const placeOf = (definition: JsonObject, name: string) =>
  flattened(outlineOf(definition)).find((entry) => entry.name === name)?.place ?? [];
const sound = (definition: JsonObject) => {
  const checked = checkDefinition(definition);
  return checked.ok ? [] : checked.problems;
};

describe("adding", () => {
  it("makes every kind of question sound as it is, each with a name of its own", () => {
    let definition = emptyDefinition;
    for (const kind of questionKinds) {
      definition = addQuestion(definition, { into: ["pages", 0] }, kind, []).definition;
    }
    definition = addPage(definition, "新しいページ", []).definition;
    expect(sound(definition)).toEqual([]);
    expect(new Set(names(definition)).size).toBe(names(definition).length);
    expect(names(definition)).toContain(`q${questionKinds.length + 1}`);
  });

  it("never gives a name again that has been in use", () => {
    const [kind] = questionKinds;
    if (!kind) throw new Error("no kinds");
    const after = placeOf(sample, "q24");
    const added = addQuestion(sample, { after }, kind, []);
    expect(objectAt(added.definition, added.place).name).toBe("q25");
    const again = addQuestion(removeAt(added.definition, added.place), { after }, kind, ["q25"]);
    expect(objectAt(again.definition, again.place).name).toBe("q26");
    expect(newName("q", ["Q7", "q007", "qx", "q99999999999999"])).toBe("q8");
  });

  it("adds behind a question, and inside a dynamic panel with names of the panel", () => {
    const every = everyType as unknown as JsonObject;
    const text = questionKinds.find((each) => each.kind === "number");
    if (!text) throw new Error("no kind");
    const inside = addQuestion(every, { into: placeOf(every, "subs") }, text, []);
    expect(objectAt(inside.definition, inside.place).name).toBe("t1");
    expect(inside.place.slice(-2)).toEqual(["templateElements", 3]);
    expect(sound(inside.definition)).toEqual([]);
    expect(newQuestion(text, "q1")).toMatchObject({ type: "text", inputType: "number" });
  });
});

describe("copying", () => {
  it("gives copies new names and lets them refer to each other", () => {
    const { definition, place } = copyAt(sample, ["pages", 1], []);
    expect(sound(definition)).toEqual([]);
    const copies = flattened(outlineOf(definition)).filter((entry) =>
      place.every((step, at) => entry.place[at] === step),
    );
    const [page, , raised, share] = copies;
    expect(page?.name).toBe("p5");
    expect(raised?.name).toBe("q26");
    expect(objectAt(definition, share?.place ?? []).visibleIf).toBe("{q26} = 'a1'");
    expect(objectAt(definition, placeOf(definition, "q7")).visibleIf).toBe("{q6} = 'a1'");
  });
});

describe("moving", () => {
  it("goes up and down, over the border of a page too, and stops at the ends", () => {
    const first = placeOf(sample, "q1");
    expect(moveByOne(sample, first, -1)).toBeUndefined();
    const down = moveByOne(sample, first, 1);
    expect(down && names(down.definition).slice(1, 3)).toEqual(["q2", "q1"]);
    const over = moveByOne(sample, placeOf(sample, "q4"), 1);
    expect(over?.place).toEqual(["pages", 1, "elements", 0]);
    expect(over && names(over.definition).filter((name) => name.startsWith("q"))).toEqual(
      names(sample).filter((name) => name.startsWith("q")),
    );
    expect(moveByOne(sample, ["pages", 3], 1)).toBeUndefined();
  });

  it("goes to the end of another page", () => {
    const { definition, place } = moveInto(sample, placeOf(sample, "q1"), ["pages", 2]);
    expect(place).toEqual(["pages", 2, "elements", 6]);
    expect(objectAt(definition, place)).toBe(objectAt(sample, placeOf(sample, "q1")));
    expect(sound(definition)).toEqual([]);
  });
});

describe("names and their uses", () => {
  it("tells which conditions and texts ask for an answer", () => {
    expect(usesInWords(usesOf(sample, placeOf(sample, "q6")))).toBe(
      "問7の表示する条件、問8の表示する条件、問9の表示する条件",
    );
    expect(usesOf(sample, placeOf(sample, "q24"))).toEqual([]);
    expect(usesInWords(usesOf(sample, ["pages", 2]))).toBe("");
    const every = everyType as unknown as JsonObject;
    expect(usesInWords(usesOf(every, placeOf(every, "staff")))).toContain("ページ2の表示する条件");
    expect(usesInWords(usesOf(every, placeOf(every, "insured")))).toBe("問（count）の表示する条件");
  });

  it("renames what asks for it too", () => {
    const renamed = rename(sample, placeOf(sample, "q6"), "raise");
    expect(sound(renamed)).toEqual([]);
    expect(objectAt(renamed, placeOf(renamed, "q9")).visibleIf).toBe("{raise} anyof ['a2', 'a3']");
    const every = everyType as unknown as JsonObject;
    const inner = rename(every, placeOf(every, "trade"), "work");
    expect(sound(inner)).toEqual([]);
    expect(objectAt(inner, placeOf(inner, "subs")).keyName).toBe("work");
  });
});
