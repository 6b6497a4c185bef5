import fc from "fast-check";
import { Serializer } from "survey-core";
import { describe, expect, it } from "vitest";
import { judges } from "#app/domain/survey/definition/validators.ts";
import {
  checkAt,
  checkLabels,
  checksOf,
  newCheck,
  problemInWords,
  rewriteJson,
  settingsOf,
  textFormOf,
  textForms,
  withChecks,
  withKey,
  withStoredValue,
  withText,
  withTextForm,
  withValueAt,
} from "#app/domain/survey/editor/index.ts";
import { checkDefinition, compileQuestionnaire } from "#app/domain/survey/index.ts";
import type { JsonObject, JsonValue } from "#app/domain/survey/json.ts";

const asked = (question: JsonObject): JsonObject => ({
  title: "調査",
  pages: [{ name: "p1", elements: [{ name: "q1", title: "問", ...question }] }],
});

/** Whether the survey takes an answer, or what it says at the question. */
function verdict(question: JsonObject, answer: unknown): string | null {
  const checked = checkDefinition(JSON.stringify(asked(question)));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const outcome = compileQuestionnaire(checked.value)({ q1: answer });
  return outcome.ok ? null : (outcome.problems[0]?.message ?? "");
}

describe("checks of answers in the editor", () => {
  it("are offered for the questions whose answers they can judge, and are sound when new", () => {
    for (const check of Object.keys(checkLabels)) {
      for (const kind of judges[check] ?? []) {
        const isInput = ["number", "text", "email", "tel", "url"].includes(kind);
        const question: JsonObject = isInput
          ? { type: "text", inputType: kind }
          : { type: kind, ...(kind === "comment" ? {} : { choices: ["a", "b"] }) };
        const found = checksOf(question).find((each) => each === check);
        if (found === undefined) throw new Error(`${check} of ${kind}`);
        expect(settingsOf(question).at(-1)).toEqual({ kind: "checks", label: "答えの検査" });
        const checked = checkDefinition(
          JSON.stringify(asked(withChecks(question, [newCheck(found)]))),
        );
        expect(checked.ok, `${check} of ${kind}`).toBe(true);
      }
    }
    expect(checksOf({ type: "radiogroup" })).toEqual([]);
    expect(checksOf({ type: "text", inputType: "date" })).toEqual([]);
    expect(checksOf({ name: "i1", inputType: "number" })).toEqual(["numeric"]);
  });

  it("write properties that SurveyJS knows", () => {
    const written: Record<string, string[]> = {
      numeric: ["minValue", "maxValue"],
      text: ["minLength", "maxLength"],
      answercount: ["minCount", "maxCount"],
      regex: ["regex", "caseInsensitive"],
      email: [],
    };
    for (const [check, names] of Object.entries(written)) {
      for (const name of [...names, "text"]) {
        expect(Serializer.findProperty(`${check}validator`, name)?.name, name).toBe(name);
      }
    }
  });

  it.each([
    ["半角の数字だけ", "0123", "12a"],
    ["郵便番号（1234567 または 123-4567）", "100-0001", "100-001"],
    ["法人番号（半角の数字13桁）", "7000012050002", "700001205000"],
    ["半角の英字と数字だけ", "aZ9", "ａ9"],
    ["全角のカタカナだけ", "サンプル・ケンセツー", "サンプル建設"],
  ])("「%s」 takes what it says and refuses the rest in its words", (label, good, bad) => {
    const form = textForms.find((each) => each.label === label);
    if (!form) throw new Error(label);
    const question = { type: "text", validators: [withTextForm({ type: "regex" }, form)] };
    expect(verdict(question, good)).toBeNull();
    expect(verdict(question, bad)).toContain(form.text);
  });

  it("keep a clerk's own words when the form is changed, and change those of the form", () => {
    const [digits, postal] = textForms;
    if (!digits || !postal) throw new Error("two forms");
    const first = withTextForm({ type: "regex" }, digits);
    expect(withTextForm(first, postal)).toEqual({
      ...{ type: "regex", regex: postal.regex, text: postal.text },
    });
    const own = { ...first, text: "数字でお願いします。" };
    expect(withTextForm(own, postal).text).toBe("数字でお願いします。");
    expect(textFormOf(own)).toBe(digits);
    expect(textFormOf({ type: "regex", regex: "^x$" })).toBeUndefined();
  });

  it("refuse in the editor's words", () => {
    const problems = (question: JsonObject) => {
      const checked = checkDefinition(JSON.stringify(asked(question)));
      return checked.ok ? [] : checked.problems.map((problem) => problemInWords(problem).message);
    };
    const check = { type: "text", minLength: 2 };
    expect(problems({ type: "text", inputType: "number", validators: [check] })).toEqual([
      expect.stringContaining("検査「字数」は、この種類の問には使えません。"),
    ]);
    const numeric = { type: "numeric", minValue: "二" };
    expect(problems({ type: "text", inputType: "number", validators: [numeric] })).toEqual([
      expect.stringContaining("「いくつ以上」は数で書いてください。"),
    ]);
    expect(problems({ type: "text", validators: [{ type: "regex", regex: "" }] })).toEqual([
      expect.stringContaining("「正規表現」"),
    ]);
  });
});

/** Validators that the editor has no form for, among them what SurveyJS does not know either. */
const strange: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.record({ type: fc.constant("expression"), expression: fc.string() }),
  fc.record({
    type: fc.constantFrom("regex", "numeric"),
    notificationType: fc.constantFrom("warning", "info"),
    regex: fc.string(),
  }),
  fc.record({ type: fc.constant("future"), deep: fc.array(fc.integer()) }),
);
const own: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject>(
  { type: "numeric", minValue: 1, futureKey: { a: [1] } },
  { type: "textvalidator", minLength: 3, allowDigits: false },
  { type: "regex", regex: "^a$", insensitive: true },
  { type: "answercount", minCount: 1, text: { default: "一", en: "one" } },
);

/** JSON with blanks that no writer would set. */
function laidOut(value: JsonValue): string {
  if (Array.isArray(value)) return `[ ${value.map(laidOut).join(" ,")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)} :  ${laidOut(each)}`,
  );
  return `{${members.join(",  ")}}`;
}

describe("what the editor does not understand of checks, fields and stored values", () => {
  it("is told from what it has a form for", () => {
    fc.assert(fc.property(strange, (validator) => checkAt(validator) === null));
    fc.assert(fc.property(own, (validator) => checkAt(validator) !== null));
  });

  it("keeps its very characters while a check beside it is edited, added or removed", () => {
    const pieces = fc.array(fc.oneof(strange, own), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(3), (validators, which, act) => {
        const item = { name: "i1", validators, unknown: [1] };
        const definition = asked({ type: "multipletext", items: [item, { name: "i2" }] });
        const text = laidOut(definition);
        const at = which % validators.length;
        const validator = validators[at];
        const place = ["pages", 0, "elements", 0, "items", 0];
        const edited = (changed: JsonValue[]) =>
          withValueAt(definition, place, withChecks(item, changed));
        const next = (): JsonObject => {
          if (act === 0) return edited([...validators, newCheck("text")]);
          if (act === 1) return edited(validators.filter((_, index) => index !== at));
          if (checkAt(validator ?? null) === null) return definition;
          const object = validator as JsonObject;
          const key = act === 2 ? "maxValue" : "maxLength";
          return edited(validators.with(at, withKey(object, key, 77)));
        };
        const changed = next();
        const written = rewriteJson(text, changed);
        expect(JSON.parse(written)).toEqual(changed);
        for (const [index, each] of validators.entries()) {
          if (index === at && act > 0) continue;
          expect(written).toContain(laidOut(each));
        }
        expect(written).toContain('"unknown" :  [ 1]');
      }),
    );
  });

  it("keeps the bytes around a stored value, and goes back to the same text", () => {
    const values = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(values, fc.string(), (value, typed) => {
        const question = { type: "boolean", name: "q1", valueTrue: value, future: { a: 1.5 } };
        const definition = { pages: [{ elements: [question] }] };
        const text = JSON.stringify(definition, null, 3);
        const place = ["pages", 0, "elements", 0];
        const changed = withStoredValue(question, "valueTrue", typed);
        const written = rewriteJson(text, withValueAt(definition, place, changed));
        expect(JSON.parse(written).pages[0].elements[0]).toEqual(changed);
        expect(sorted(written, "valueTrue")).toEqual(sorted(text, "valueTrue"));
        expect(rewriteJson(written, definition).split("\n").sort()).toEqual(
          text.split("\n").sort(),
        );
      }),
    );
  });

  it("changes the limit of a field and nothing else", () => {
    const text =
      '{"pages":[{"elements":[{"type":"multipletext","name":"q1","items":[ {"name":"i1", "maxLength":  9 ,"size":3} ]}]}]}';
    const definition: JsonObject = JSON.parse(text);
    const place = ["pages", 0, "elements", 0, "items", 0];
    const item = { name: "i1", maxLength: 12, size: 3 };
    expect(rewriteJson(text, withValueAt(definition, place, item))).toBe(text.replace("9", "12"));
    const titled = withText({ name: "i1", maxLength: 9, size: 3 }, ["title"], "ja", "欄");
    const written = rewriteJson(text, withValueAt(definition, place, titled));
    expect(written).toContain('"maxLength":  9 ,"size":3}');
  });
});

/** The lines but for commas at their ends and for the line of a key. */
const sorted = (text: string, key: string) =>
  text
    .split("\n")
    .filter((line) => !line.includes(`"${key}"`))
    .map((line) => line.replace(/,$/, ""))
    .sort();

describe("the value stored for an answer", () => {
  it("stays what it was typed as: true and false, a number where one stood, else a text", () => {
    const question = { type: "boolean", name: "q1" };
    expect(withStoredValue(question, "valueTrue", "ok")).toEqual({ ...question, valueTrue: "ok" });
    expect(withStoredValue(question, "valueTrue", "1")).toEqual({ ...question, valueTrue: "1" });
    const one = { ...question, valueTrue: 1 };
    expect(withStoredValue(one, "valueTrue", "2")).toEqual({ ...question, valueTrue: 2 });
    expect(withStoredValue(one, "valueTrue", "true")).toEqual({ ...question, valueTrue: true });
    expect(withStoredValue(one, "valueTrue", " ")).toEqual(question);
  });
});
