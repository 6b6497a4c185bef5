import { Serializer } from "survey-core";
import { describe, expect, it } from "vitest";
import { supportedTypes } from "#app/domain/survey/definition/question.ts";
import {
  keysLeftAlone,
  kindLabel,
  newQuestion,
  questionKinds,
  rewriteJson,
  settingsOf,
  withText,
  withValueAt,
} from "#app/domain/survey/editor/index.ts";

describe("the settings of a question", () => {
  it.each(questionKinds.map((kind) => [kind.label, kind] as const))(
    "「%s」 are properties that SurveyJS knows",
    (_, kind) => {
      const question = newQuestion(kind, "q1");
      expect(kindLabel(question)).toBe(kind.label);
      expect(keysLeftAlone(question)).toEqual([]);
      for (const setting of settingsOf(question)) {
        if (setting.kind === "fields" || setting.kind === "checks") continue;
        const names = setting.kind === "items" ? [setting.property] : setting.names;
        const [name = ""] = names;
        expect(Serializer.findProperty(kind.type, name)?.name, name).toBe(name);
      }
    },
  );

  it("are there for every type that can be answered", () => {
    for (const type of supportedTypes) expect(kindLabel({ type }), type).toBeDefined();
    expect(kindLabel({ type: "imagepicker" })).toBeUndefined();
    expect(settingsOf({ type: "imagepicker" })).toEqual([]);
  });
});

describe("what the editor does not understand", () => {
  const text = `{ "pages": [ {
      "name": "p1",   "someFutureKey": { "deep": [1,2,  3.0] },
      "elements": [
        { "type": "imagepicker", "name": "q1",
          "choices": [ "a","b" ], "title": "絵" },
        { "type": "text", "name": "q2", "title": "文", "validators": [
            { "type":"regex","regex":"^\\\\d+$" } ], "startWithNewLine":false }
      ] } ],
    "logo": 1e2 }`;

  it("is named, and keeps its very characters when something beside it is edited", () => {
    const definition = JSON.parse(text);
    const [imagepicker, question] = definition.pages[0].elements;
    expect(keysLeftAlone(question)).toEqual(["startWithNewLine"]);
    const place = ["pages", 0, "elements", 1];
    const changed = withValueAt(definition, place, withText(question, ["title"], "ja", "別の文"));
    expect(rewriteJson(text, changed)).toBe(text.replace('"文"', '"別の文"'));
    const swapped = withValueAt(definition, ["pages", 0, "elements"], [question, imagepicker]);
    const written = rewriteJson(text, swapped);
    expect(JSON.parse(written)).toEqual(swapped);
    expect(written).toContain('"choices": [ "a","b" ], "title": "絵" }');
    expect(written).toContain(
      '{ "type":"regex","regex":"^\\\\d+$" } ], "startWithNewLine":false }',
    );
    expect(written).toContain('"someFutureKey": { "deep": [1,2,  3.0] }');
  });
});
