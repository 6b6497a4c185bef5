import { describe, expect, it } from "vitest";
import { compileForm, formWords } from "#app/domain/survey/form/index.ts";
import { questionnaireOf } from "../sample.ts";

/** Questions, and what is posted to them that is wrong in a way of its own. */
const wrong: [element: Record<string, unknown>, posted: Record<string, string>][] = [
  [{ type: "text", isRequired: true }, { "q.x": "" }],
  [{ type: "text", maxLength: 2 }, { "q.x": "三文字" }],
  [{ type: "text" }, { "q.x": "\u0001" }],
  [{ type: "text", inputType: "email" }, { "q.x": "a@" }],
  [{ type: "text", inputType: "number" }, { "q.x": "十" }],
  [{ type: "text", inputType: "number", step: 1 }, { "q.x": "1.5" }],
  [{ type: "text", inputType: "number", step: 0.5 }, { "q.x": "1.2" }],
  [{ type: "text", inputType: "number", min: 3 }, { "q.x": "2" }],
  [{ type: "text", inputType: "number", max: 3 }, { "q.x": "4" }],
  [{ type: "text", inputType: "date" }, { "q.x": "2026-02-30" }],
  [{ type: "text", inputType: "date", min: "2026-01-01" }, { "q.x": "2025-01-01" }],
  [{ type: "text", inputType: "date", max: "2026-01-01" }, { "q.x": "2027-01-01" }],
  [{ type: "radiogroup", choices: [1] }, { "q.x": "2" }],
  [{ type: "radiogroup", choices: [1], showOtherItem: true }, { "q.x": "other" }],
  [
    { type: "radiogroup", choices: [1], showOtherItem: true },
    { "q.x": "1", "q.x.other": "y" },
  ],
  [{ type: "checkbox", choices: [1, 2], minSelectedChoices: 2 }, { "q.x": "1" }],
  [{ type: "matrix", rows: ["r"], columns: ["c"], eachRowRequired: true }, {}],
  [
    { type: "ranking", choices: ["a", "b"] },
    { "q.x.a": "1", "q.x.b": "1" },
  ],
  [{ type: "ranking", choices: ["a", "b"] }, { "q.x.a": "1" }],
  [{ type: "multipletext", items: [{ name: "a", isRequired: true }] }, {}],
];

describe("what is wrong, in English", () => {
  it("has a sentence for everything that the checker says of a page", () => {
    for (const [element, posted] of wrong) {
      const form = compileForm(
        questionnaireOf({ pages: [{ name: "p", elements: [{ name: "x", ...element }] }] }),
      );
      const problems = form.read("p", {}, new URLSearchParams(posted))?.problems ?? [];
      expect(problems, JSON.stringify(element)).toHaveLength(1);
      for (const { message } of problems) {
        expect(formWords("en").fault(message)).toMatch(/^[ -~“”]+$/);
      }
    }
  });

  it("keeps an author's own words, and the place before ours", () => {
    const { fault } = formWords("en");
    expect(fault("工事の名前を書いてください。")).toBe("工事の名前を書いてください。");
    expect(fault("2件目の「Trade」：この問に答えてください。")).toBe(
      "No. 2, “Trade”: Please answer this question.",
    );
    expect(formWords("ja").fault("この問に答えてください。")).toBe("この問に答えてください。");
  });
});
