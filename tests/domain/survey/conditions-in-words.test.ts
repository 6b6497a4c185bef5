import { describe, expect, it } from "vitest";
import { conditionInWords } from "#app/domain/survey/conditions-in-words.ts";
import { questionnaireInWords } from "#app/domain/survey/questionnaire-in-words.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleQuestionnaire } from "./sample.ts";

const choices = [
  { value: "a1", text: "実施した" },
  { value: "a2", text: "実施していない" },
];
const { pages } = questionnaireOf({
  pages: [
    {
      elements: [
        { type: "radiogroup", name: "q1", choices },
        { type: "checkbox", name: "q2", choices, showOtherItem: true },
        { type: "boolean", name: "q3" },
        { type: "text", name: "q4", inputType: "number" },
        { type: "matrix", name: "q5", rows: [{ value: "r1", text: "賃金" }], columns: choices },
      ],
    },
  ],
});
const questions = new Map(
  pages.flatMap((page) => page.questions).map((question) => [question.name, question]),
);

describe("a condition in words", () => {
  it.each([
    ["{q1} = 'a1'", "問1で「実施した」を選んだとき"],
    ["{q1} <> 'a1'", "問1で「実施した」を選んでいないとき"],
    ["{q1} anyof ['a1', 'a2']", "問1で「実施した」「実施していない」のどれかを選んだとき"],
    ["{q2} contains 'other'", "問2で「その他」を選んだとき"],
    ["{q2} allof ['a1', 'a2']", "問2で「実施した」「実施していない」のすべてを選んだとき"],
    ["{q3} = true", "問3で「はい」と答えたとき"],
    ["{q4} >= 10", "問4の答えが10以上であるとき"],
    ["{q4} notempty", "問4に答えたとき"],
    ["{q5.r1} = 'a2'", "問5の「賃金」で「実施していない」を選んだとき"],
    [
      "{q1} = 'a1' and ({q3} = false or {q4} empty)",
      "問1で「実施した」を選んだ、かつ、（問3で「いいえ」と答えた、または、問4に答えていない）とき",
    ],
    ["!({q1} = 'a1')", "（問1で「実施した」を選んだ）に当てはまらないとき"],
  ])("%s", (expression, words) => {
    expect(conditionInWords(expression, questions)).toBe(words);
  });

  it("stays an expression where there are no plain words", () => {
    expect(conditionInWords("{q4} + 1 = 3", questions)).toBe("式「{q4} + 1 = 3」が成り立つとき");
    expect(conditionInWords("age({q4}) > 3", questions)).toContain("式「age({q4}) > 3」");
  });
});

describe("a questionnaire in words", () => {
  it("names every question, its choices and when it is shown", () => {
    const listed = questionnaireInWords(sampleQuestionnaire()).flatMap((page) => page.questions);
    const numbers = listed.map(({ number }) => number).filter((number) => number > 0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const conditions = listed.flatMap((question) => question.conditions);
    expect(conditions).toHaveLength(5);
    for (const condition of conditions) {
      expect(condition).toMatch(/^問\d+で「.+」.*ときに表示します。$/);
    }
    expect(listed[0]).toMatchObject({ manner: "1つ選ぶ（必須）", articles: ["第2条", "第11条"] });
    expect(listed[0]?.choices).toContain("指定管理");
  });

  it("has words for every type", () => {
    const listed = questionnaireInWords(questionnaireOf(everyType)).flatMap((p) => p.questions);
    for (const { manner } of listed) expect(manner).toMatch(/[（必須任意）]|説明/);
    expect(listed.some(({ parts }) => parts.length > 0)).toBe(true);
  });
});
