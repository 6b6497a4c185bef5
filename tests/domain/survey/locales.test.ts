import "survey-core/i18n/japanese";
import fc from "fast-check";
import {
  type ItemValue,
  Model,
  type Question as SurveyQuestion,
  surveyLocalization,
} from "survey-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDefinition, inLocale, type Question } from "#app/domain/survey/index.ts";
import { languageName } from "#app/domain/survey/locales.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleQuestionnaire } from "./sample.ts";

/** A text in some of the languages; the default stands in for those that lack. */
const texts = fc.record(
  {
    default: fc.constant("既定"),
    ja: fc.constant("日本語"),
    en: fc.constant("English"),
    zh: fc.constant("中文"),
    "zh-tw": fc.constant("中文（台灣）"),
  },
  { requiredKeys: ["default"] },
);

/** A definition whose every text is drawn. */
const definitions = fc.infiniteStream(texts).map((stream) => {
  const next = () => stream.next().value;
  return {
    title: next(),
    description: next(),
    pages: [
      {
        name: "one",
        title: next(),
        description: next(),
        elements: [
          {
            type: "checkbox",
            name: "q1",
            title: next(),
            description: next(),
            choices: [{ value: "a", text: next() }, "b"],
            showOtherItem: true,
            otherText: next(),
            showNoneItem: true,
            noneText: next(),
          },
          {
            type: "matrix",
            name: "q2",
            rows: [{ value: "r", text: next() }],
            columns: [{ value: "c", text: next() }],
          },
          { type: "rating", name: "q3", minRateDescription: next(), maxRateDescription: next() },
          { type: "boolean", name: "q4", labelTrue: next(), labelFalse: next() },
          { type: "html", name: "h", html: next() },
          { type: "multipletext", name: "q5", items: [{ name: "i", title: next() }] },
          {
            type: "paneldynamic",
            name: "q6",
            panelCount: 1,
            templateElements: [{ type: "text", name: "x", title: next() }],
          },
          {
            type: "text",
            name: "q7",
            validators: [{ type: "regex", regex: "^a$", text: next() }],
          },
        ],
      },
    ],
  };
});

/** The texts of a question as it reads. */
function ours(question: Question): unknown {
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
  const own = { title: question.title, description: question.description };
  switch (question.type) {
    case "checkbox":
      return { ...own, choices: texts(question.choices) };
    case "matrix":
      return { ...own, rows: texts(question.rows), columns: texts(question.columns) };
    case "rating":
      return { ...own, ends: [question.minText, question.maxText] };
    case "boolean":
      return { ...own, labels: [question.whenTrue.text, question.whenFalse.text] };
    case "html":
      return question.html;
    case "multipletext":
      return { ...own, items: question.items.map(({ title }) => title) };
    case "paneldynamic":
      return { ...own, inner: question.questions.map(({ title }) => title) };
    default:
      return { ...own, messages: question.validators.map(({ message }) => message ?? "") };
  }
}

/** The same of SurveyJS's question. */
function theirs(question: SurveyQuestion): unknown {
  const texts = (list: ItemValue[]) => list.map(({ text }) => text);
  const own = { title: question.title, description: question.description };
  switch (question.getType()) {
    case "checkbox":
      return { ...own, choices: texts(question.visibleChoices) };
    case "matrix":
      return { ...own, rows: texts(question.rows), columns: texts(question.columns) };
    case "rating":
      return { ...own, ends: [question.minRateDescription, question.maxRateDescription] };
    case "boolean":
      return { ...own, labels: [question.labelTrue, question.labelFalse] };
    case "html":
      return question.html;
    case "multipletext":
      return { ...own, items: question.items.map(({ title }: { title: string }) => title) };
    case "paneldynamic":
      return {
        ...own,
        inner: question.panels[0].elements.map(({ title }: { title: string }) => title),
      };
    default:
      return { ...own, messages: question.validators.map(({ text }: { text: string }) => text) };
  }
}

describe("the languages of a definition", () => {
  // What the client does too, so that "en" is English and not the default.
  beforeAll(() => {
    surveyLocalization.currentLocale = "ja";
  });
  afterAll(() => {
    surveyLocalization.currentLocale = "";
  });

  it("read as SurveyJS reads them, whatever is translated", () => {
    fc.assert(
      fc.property(definitions, fc.constantFrom("ja", "en", "zh", "zh-tw"), (definition, locale) => {
        const questionnaire = inLocale(questionnaireOf(structuredClone(definition)), locale);
        const model = new Model(structuredClone(definition));
        // A language that is not offered cannot be chosen.
        const offered = questionnaire.locales.includes(locale) ? locale : "ja";
        model.locale = offered;
        expect(questionnaire.title).toBe(model.title);
        expect(questionnaire.description).toBe(model.description);
        const [page] = questionnaire.pages;
        const [shown] = model.pages;
        expect([page?.title, page?.description]).toEqual([shown?.title, shown?.description]);
        expect(page?.questions.map(ours)).toEqual(model.getAllQuestions().map(theirs));
        model.dispose();
      }),
      { numRuns: 25 },
    );
  });

  it("are Japanese alone where nothing is translated", () => {
    const questionnaire = sampleQuestionnaire();
    expect(questionnaire.locales).toEqual(["ja"]);
    expect(inLocale(questionnaire, "en")).toBe(questionnaire);
  });

  it("change texts alone: names, values, limits and numbers stay", () => {
    const english = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(english);
      if (typeof value !== "object" || value === null) return value;
      const translated = Object.entries(value).map(([key, inner]) => [
        key,
        ["title", "text", "labelTrue", "labelFalse"].includes(key)
          ? { default: inner, en: `E ${inner}` }
          : english(inner),
      ]);
      return Object.fromEntries(translated);
    };
    const questionnaire = questionnaireOf(english(everyType));
    const plain = questionnaireOf(everyType);
    expect(questionnaire.locales).toEqual(["ja", "en"]);
    expect(questionnaire.pages).toEqual(plain.pages);
    const { pages, title } = inLocale(questionnaire, "en");
    expect(title).toBe("E すべての種類の問");
    const withoutTexts = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (key, inner) => (["title", "text"].includes(key) ? "" : inner)),
      );
    expect(withoutTexts(pages)).toEqual(withoutTexts(plain.pages));
  });

  it("warn of a text missing in a language that is offered, at its line", () => {
    const checked = checkDefinition(
      JSON.stringify(
        {
          title: { default: "調査", en: "Survey" },
          elements: [
            { type: "radiogroup", name: "q1", title: "規模", choices: ["10", "50"] },
            {
              type: "radiogroup",
              name: "q2",
              title: { default: "賃金", en: "Wages" },
              choices: [{ value: 1, text: "上げた" }],
            },
          ],
        },
        null,
        1,
      ),
    );
    expect(checked.ok && checked.warnings).toMatchObject([
      {
        field: "q1",
        line: 10,
        message:
          "問「q1」：「title」の「規模」にEnglish（en）の文がありません。この言語で答える人にも日本語で表示します。",
      },
      {
        field: "q2",
        message: expect.stringContaining("「上げた」にEnglish（en）の文がありません"),
      },
    ]);
  });

  it("are refused where Japanese is missing or no one knows the language", () => {
    const problems = (title: unknown) => {
      const checked = checkDefinition({ elements: [{ type: "text", name: "q1", title }] });
      return checked.ok ? [] : checked.problems.map(({ message }) => message);
    };
    expect(problems({ en: "Wages" })).toEqual([
      "問「q1」：「title」に日本語の文がありません。「ja」に書いてください。",
    ]);
    expect(problems({ default: "賃金", jp: "賃金" })[0]).toContain("言語「jp」は使えません");
    expect(problems({ default: "賃金", "zh-tw": "工資", "pt-br": "Salários" })).toEqual([]);
    expect(problems({ ja: "賃金", "zh-tw": "工資" })).toEqual([]);
    const lacking = checkDefinition({
      title: { ja: "調査" },
      elements: [{ type: "text", name: "q1", title: { ja: "賃金", en: "Wages" } }],
    });
    expect(lacking.ok || lacking.problems[0]?.message).toContain("「ja」を「default」に変えて");
    expect(problems({ default: "賃金", en: "" })[0]).toContain("「en」が空です");
    expect(problems({ default: "賃金", en: ["Wages"] })[0]).toContain("文字で書いてください");
  });

  it("have names that those who read them know", () => {
    expect(["ja", "en", "ko"].map(languageName)).toEqual(["日本語", "English", "한국어"]);
  });
});
