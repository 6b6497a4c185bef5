import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  type AnswerValue,
  type Questionnaire,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { compilePaperForm, differencesOf } from "#app/domain/survey/paper/index.ts";
import { submitted } from "#tests/support/fill-in.ts";
import { everyType } from "../every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "../sample.ts";

const firms = sampleFirms();

/** Boxes are kept in the form's order, whatever the order in which they were ticked. */
function inAnyOrder(value: AnswerValue): AnswerValue {
  if (typeof value !== "object") return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inAnyOrder(part)]));
  }
  const items = value.map(inAnyOrder);
  return items.every((item) => typeof item !== "object") ? items.map(String).sort() : items;
}

/** Keys an answer in as the form shows it, and takes what counts. */
function keyedIn(questionnaire: Questionnaire, answers: Answers) {
  const form = compilePaperForm(questionnaire);
  const fields = form.pages(answers).flatMap((page) => page.fields);
  const { keyed, problems } = form.read(submitted(fields));
  expect(problems).toEqual([]);
  return { keyed, ...form.answer(keyed) };
}

describe("an answer that the web form accepts, keyed in from paper", () => {
  const cases: [name: string, questionnaire: Questionnaire][] = [
    ["the sample questionnaire", sampleQuestionnaire()],
    ["a questionnaire of all types", questionnaireOf(everyType)],
  ];
  it.each(cases)("to %s is the same answer, without a remark", (_, questionnaire) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const some = firms.slice(0, 3);
        for (const { answers } of simulateAnswers(questionnaire, some, seed, 1, sampleLeanings())) {
          const { keyed, answers: counted, remarks } = keyedIn(questionnaire, answers);
          expect(inAnyOrder({ ...counted })).toEqual(inAnyOrder({ ...answers }));
          expect(remarks).toEqual([]);
          expect(differencesOf(questionnaire, keyed, keyed)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(cases)("to %s with any question left out is still taken", (_, questionnaire) => {
    const [one] = simulateAnswers(questionnaire, firms.slice(0, 1), 4, 1, sampleLeanings());
    if (!one) throw new Error("no answer was simulated");
    for (const left of Object.keys(one.answers)) {
      const { [left]: _, ...rest } = one.answers;
      const form = compilePaperForm(questionnaire);
      const { answers, problems } = form.answer(rest);
      expect(problems, left).toEqual([]);
      expect(answers[left]).toBeUndefined();
    }
  });
});
