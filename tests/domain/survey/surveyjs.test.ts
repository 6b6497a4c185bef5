import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  answerableQuestions,
  compileQuestionnaire,
  compileVisibility,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "./sample.ts";

/** SurveyJS's own verdict on answers, and what it makes of them. */
function surveyJs(definition: unknown, answers: object) {
  const model = new Model(definition);
  model.data = structuredClone(answers);
  return { completes: model.validate(false) && model.tryComplete(), data: model.data };
}

describe("beside SurveyJS's own model", () => {
  const questionnaire = questionnaireOf(everyType);
  const check = compileQuestionnaire(questionnaire);
  const firms = sampleFirms();
  const simulated = simulateAnswers(questionnaire, firms, 11, 0.04).map(({ answers }) => answers);

  it("answers of every type complete there too, and unaltered", () => {
    for (const answers of simulated) {
      expect(surveyJs(everyType, answers)).toEqual({ completes: true, data: answers });
    }
  });

  it("answers to the sample complete there too, and unaltered", () => {
    const sample = sampleQuestionnaire();
    for (const { answers } of simulateAnswers(sample, firms, 3, 0.03, sampleLeanings())) {
      expect(surveyJs(sample.definition, answers)).toEqual({ completes: true, data: answers });
    }
  });

  it("both refuse an answer that lacks what is required", () => {
    const required = answerableQuestions(questionnaire).filter((question) => question.required);
    for (const answers of simulated.slice(0, 3)) {
      for (const { name } of required.filter(({ name }) => name in answers)) {
        const { [name]: _, [`${name}-Comment`]: __, ...rest } = answers;
        const settled = withoutHidden(rest);
        const ours = check(settled).ok;
        expect({ name, ours }).toEqual({ name, ours: surveyJs(everyType, settled).completes });
      }
    }
    function withoutHidden(answers: Answers): Answers {
      const shown = compileVisibility(questionnaire)(answers);
      return Object.fromEntries(
        Object.entries(answers).filter(([key]) => shown.has(key.replace(/-Comment$/, ""))),
      );
    }
  });

  it("both show the same questions", () => {
    const shownIn = compileVisibility(questionnaire);
    const cases: Answers[] = [
      {},
      { staff: 0 },
      { staff: 4, raised: "yes", share: 2 },
      { staff: 3, raised: "yes", share: 2 },
      { staff: 9, outsourced: true },
    ];
    for (const answers of cases) {
      const model = new Model(everyType);
      model.data = answers;
      const theirs = model
        .getAllQuestions()
        .filter(
          (question) =>
            question.isVisible && question.isParentVisible && question.getType() !== "html",
        );
      expect([...shownIn(answers)]).toEqual(theirs.map(({ name }) => name));
    }
  });

  it("both judge the same at the edges", () => {
    const edges: [object, unknown][] = [
      [{ type: "text", inputType: "number", min: 0.5, step: 1 }, 1.5],
      [{ type: "text", inputType: "number", step: 0.1 }, 0.3],
      [{ type: "text", inputType: "number", step: 0.01 }, 1.005],
      [{ type: "text", inputType: "email" }, "a@b"],
      [{ type: "text", inputType: "email" }, "a@b.jp"],
      [{ type: "checkbox", choices: [1, 2, 3], minSelectedChoices: 2 }, [1]],
      [{ type: "checkbox", choices: [1, 2, 3], minSelectedChoices: 2 }, undefined],
      [{ type: "checkbox", choices: [1, 2], minSelectedChoices: 2, showNoneItem: true }, ["none"]],
      [
        { type: "ranking", choices: [1, 2, 3], selectToRankEnabled: true, minSelectedChoices: 2 },
        [1],
      ],
      [
        { type: "ranking", choices: [1, 2, 3], selectToRankEnabled: true, minSelectedChoices: 2 },
        undefined,
      ],
      [{ type: "ranking", choices: [1, 2, 3], isRequired: true }, undefined],
      [{ type: "boolean", isRequired: true }, false],
      [{ type: "boolean", isRequired: true }, undefined],
      [{ type: "text", inputType: "number", isRequired: true }, 0],
      [{ type: "matrix", rows: ["r1", "r2"], columns: ["c"], isRequired: true }, { r1: "c" }],
      [{ type: "matrix", rows: ["r1", "r2"], columns: ["c"], eachRowRequired: true }, undefined],
      [
        { type: "multipletext", items: [{ name: "a" }, { name: "b", isRequired: true }] },
        { a: "x" },
      ],
      [
        { type: "paneldynamic", isRequired: true, templateElements: [{ type: "text", name: "x" }] },
        undefined,
      ],
      [
        {
          type: "paneldynamic",
          panelCount: 2,
          templateElements: [{ type: "text", name: "x", isRequired: true }],
        },
        [{ x: "1" }, {}],
      ],
      [{ type: "text", validators: [{ type: "expression", expression: "{q1} = 'x'" }] }, undefined],
      [{ type: "text", validators: [{ type: "regex", regex: "^a$" }] }, undefined],
      [{ type: "radiogroup", choices: [1], showOtherItem: true }, "other"],
      [{ type: "dropdown", choices: [1], showNoneItem: true, isRequired: true }, "none"],
    ];
    for (const [question, value] of edges) {
      const definition = { elements: [{ name: "q1", ...question }] };
      const answers = value === undefined ? {} : { q1: value };
      const ours = compileQuestionnaire(questionnaireOf(definition))(answers).ok;
      expect({ definition, value, ours }).toEqual({
        definition,
        value,
        ours: surveyJs(definition, answers).completes,
      });
    }
  });

  it("we refuse what it alters and then completes with", () => {
    const altered: [object, unknown, unknown][] = [
      [{ type: "radiogroup", choices: [1, 2] }, 3, {}],
      [{ type: "ranking", choices: [1, 2, 3] }, [2], { q1: [2, 1, 3] }],
      [
        { type: "checkbox", choices: [1, 2], showOtherItem: true },
        [1, "朝礼"],
        { q1: [1, "朝礼"], "q1-Comment": "朝礼" },
      ],
    ];
    for (const [question, value, data] of altered) {
      const definition = { elements: [{ name: "q1", ...question }] };
      expect(surveyJs(definition, { q1: value })).toEqual({ completes: true, data });
      expect(compileQuestionnaire(questionnaireOf(definition))({ q1: value }).ok).toBe(false);
    }
  });
});
