import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { answerableQuestions } from "#app/domain/survey/index.ts";
import { sampleQuestionnaire } from "./sample.ts";

const firstDraft = readFileSync(
  resolve(import.meta.dirname, "../../../content/ordinance/v1.txt"),
  "utf8",
);

describe("the sample questionnaire", () => {
  const questionnaire = sampleQuestionnaire();
  const questions = answerableQuestions(questionnaire);

  it("asks at least twenty questions on three pages or more, of many types", () => {
    expect(questions.length).toBeGreaterThanOrEqual(20);
    expect(questions.map(({ name }) => name)).toEqual(questions.map((_, index) => `q${index + 1}`));
    expect(questionnaire.pages.length).toBeGreaterThanOrEqual(3);
    const types = new Set(questions.map(({ type }) => type));
    for (const type of [
      "radiogroup",
      "checkbox",
      "matrix",
      "number",
      "comment",
      "dropdown",
      "rating",
      "boolean",
    ] as const) {
      expect(types).toContain(type);
    }
    expect(questions.some(({ visibleIf }) => visibleIf.length > 0)).toBe(true);
    expect(questionnaire.title).toContain("サンプル");
  });

  it.each(["questionnaire.json", "follow-up.json"])(
    "%s names only articles of the first draft",
    (name) => {
      for (const { name: question, articles } of answerableQuestions(sampleQuestionnaire(name))) {
        expect(articles.length, question).toBeGreaterThan(0);
        for (const article of articles) {
          expect(firstDraft, `${question} ${article}`).toMatch(new RegExp(`^${article}　`, "m"));
        }
      }
    },
  );
});
