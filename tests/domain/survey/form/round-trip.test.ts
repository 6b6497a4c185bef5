import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/survey/form/index.ts";
import {
  type Answers,
  compileQuestionnaire,
  type Questionnaire,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { answerByForm } from "#tests/support/fill-in.ts";
import { everyType } from "../every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "../sample.ts";
import { definitions } from "./definitions.ts";

const firms = sampleFirms();

/** SurveyJS keeps checked boxes in the order in which they were ticked; a form has its own. */
function inFormOrder({ pages }: Questionnaire, answers: Answers): Answers {
  const questions = new Map(
    pages
      .flatMap((page) => page.questions)
      .flatMap((each) => (each.type === "paneldynamic" ? [each, ...each.questions] : [each]))
      .map((each) => [each.name, each]),
  );
  const ordered = (key: string, value: Answers[string]): Answers[string] => {
    const question = questions.get(key);
    if (!Array.isArray(value)) return value;
    if (question?.type === "checkbox") {
      const order = question.choices.map((choice) => choice.value as Answers[string]);
      return [...value].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    }
    if (question?.type !== "paneldynamic") return value;
    return value.map((entry) =>
      Object.fromEntries(Object.entries(entry).map(([k, inner]) => [k, ordered(k, inner)])),
    );
  };
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, ordered(key, value)]),
  );
}

/** SurveyJS keeps the least number of empty panels for a dynamic panel that is shown. */
function withLeastPanels(form: ReturnType<typeof compileForm>, answers: Answers): Answers {
  const missing = form
    .pages(answers)
    .flatMap(({ fields }) => fields)
    .filter((field) => field.type === "paneldynamic" && answers[field.name] === undefined)
    .flatMap((field) =>
      field.type === "paneldynamic" && field.panels.length > 0
        ? [[field.name, field.panels.map(() => ({}))]]
        : [],
    );
  return { ...answers, ...Object.fromEntries(missing) };
}

function expectRoundTrip(questionnaire: Questionnaire, answers: Answers) {
  const form = compileForm(questionnaire);
  const wanted = withLeastPanels(form, inFormOrder(questionnaire, answers));
  const given = answerByForm(form, wanted);
  expect(given).toEqual(wanted);
  expect(compileQuestionnaire(questionnaire)(given)).toMatchObject({ ok: true });
}

describe("answers drawn at random, filled in page by page without script", () => {
  it("come back as they were, for generated definitions of all types", () => {
    fc.assert(
      fc.property(definitions, fc.nat(), (definition, seed) => {
        const questionnaire = questionnaireOf(definition);
        for (const { answers } of simulateAnswers(questionnaire, firms.slice(0, 3), seed, 1)) {
          expectRoundTrip(questionnaire, answers);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("come back as they were, for every type and for the sample survey", () => {
    const every = questionnaireOf(everyType);
    for (const { answers } of simulateAnswers(every, firms, 5, 0.04)) {
      // A question that is not open cannot be filled in.
      const { note, "note-Comment": _, ...others } = answers;
      expectRoundTrip(every, answers.ready === "ok" ? answers : others);
    }
    const sample = sampleQuestionnaire();
    for (const { answers } of simulateAnswers(sample, firms, 5, 0.08, sampleLeanings())) {
      expectRoundTrip(sample, answers);
    }
  });
});
