import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/survey/form/index.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { questionnaireOf } from "../sample.ts";

const definition = {
  elements: [
    { type: "text", name: "t" },
    {
      type: "radiogroup",
      name: "r",
      choices: [{ value: 1, text: "一" }, "b"],
      showOtherItem: true,
      otherText: "その他",
    },
    {
      type: "checkbox",
      name: "k",
      choices: [
        { value: 1, text: "一" },
        { value: "b", text: "ビー" },
      ],
      showOtherItem: true,
    },
    { type: "boolean", name: "yes", labelTrue: "あり", labelFalse: "なし" },
    { type: "matrix", name: "m", columns: [{ value: "c1", text: "良い" }], rows: ["r1"] },
    { type: "ranking", name: "rank", choices: ["x", { value: "y", text: "ワイ" }] },
    { type: "text", name: "n", inputType: "number" },
    { type: "multipletext", name: "mt", items: [{ name: "a" }] },
    { type: "rating", name: "ra", rateValues: [{ value: 1, text: "低い" }, 2] },
    {
      type: "paneldynamic",
      name: "p",
      minPanelCount: 2,
      templateElements: [
        { type: "text", name: "x", title: "{panelIndex}件目 {t}" },
        { type: "text", name: "y", title: "{panel.x}の数" },
      ],
    },
  ],
};
const titles = [
  "{t}と{T}",
  "{r}、{k}、{yes}",
  "{m.r1}、{rank}、{n}、{mt.a}、{ra}",
  "{p[0].x}と{p[1].x}",
];
const answers: Answers = {
  t: "<b>伊賀</b>",
  r: "other",
  "r-Comment": "書いたこと",
  k: ["b", "other"],
  "k-Comment": "ほか",
  yes: false,
  m: { r1: "c1" },
  rank: ["y", "x"],
  n: 1234.5,
  mt: { a: "え" },
  ra: 1,
  p: [{ x: "左官" }, { x: "とび" }],
};

describe("titles that quote other answers", () => {
  it("read as in SurveyJS, answered, half answered and not answered", () => {
    const withTitles = {
      elements: [
        ...definition.elements,
        ...titles.map((title, index) => ({ type: "text", name: `z${index}`, title })),
      ],
    };
    const form = compileForm(questionnaireOf(withTitles));
    const some: Answers = { r: 1, k: [1], p: [{}, { x: "とび" }] };
    for (const given of [answers, {}, some]) {
      const model = new Model(withTitles);
      model.locale = "ja";
      model.data = structuredClone(given);
      const [page] = form.pages(given);
      for (const [index, title] of titles.entries()) {
        const ours = page?.fields.find(({ name }) => name === `z${index}`)?.title;
        const theirs = model.getQuestionByName(`z${index}`).locTitle.textOrHtml;
        expect({ title, ours }).toEqual({ title, ours: theirs });
      }
    }
  });

  it("know their own panel and its number", () => {
    const [page] = compileForm(questionnaireOf(definition)).pages(answers);
    const panels = page?.fields.find(({ name }) => name === "p");
    const inner =
      panels?.type === "paneldynamic"
        ? panels.panels.map(({ fields }) => fields.map(({ title }) => title))
        : [];
    expect(inner).toEqual([
      ["1件目 <b>伊賀</b>", "左官の数"],
      ["2件目 <b>伊賀</b>", "とびの数"],
    ]);
  });

  it("stay text inside html, which is shown without anything active", () => {
    const form = compileForm(
      questionnaireOf({
        elements: [
          { type: "text", name: "t" },
          {
            type: "html",
            name: "h",
            html: '<h1 onclick="x()">{t}</h1><script>x()</script><a href="javascript:x()">a</a>',
          },
        ],
      }),
    );
    const field = form.pages({ t: "<img src=x onerror=x()>" })[0]?.fields[1];
    expect(field?.type === "html" && field.html).toBe(
      "<h3>&lt;img src=x onerror=x()&gt;</h3><a>a</a>",
    );
  });
});
