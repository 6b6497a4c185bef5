import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { compileQuestionnaire, simulateAnswers } from "#app/domain/survey/index.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { mutatedAnswers } from "#tests/support/mutations.ts";
import { referenceVerdict } from "#tests/support/reference-verdict.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "./sample.ts";

/** ANSWERS=10000 for the whole run; SurveyJS's model takes some 15 ms an answer. */
const count = Number(process.env.ANSWERS ?? 1500);

const cases: [name: string, definition: object, leanings: boolean][] = [
  ["the sample", sampleQuestionnaire().definition, true],
  ["every type", everyType, false],
  ["forty questions", fortyQuestions, false],
];

describe("generated answers, valid and mutated, are judged as the reference judges them", () => {
  it.each(cases)("%s", { timeout: 3_600_000 }, async (_, definition, leaning) => {
    const questionnaire = questionnaireOf(definition);
    const check = compileQuestionnaire(questionnaire);
    const leanings = leaning ? sampleLeanings() : {};
    const good = simulateAnswers(questionnaire, sampleFirms(), 21, 0.2, leanings);
    const generated = mutatedAnswers(
      definition,
      good.map(({ answers }) => answers),
      Math.ceil(count / cases.length),
      4,
    );
    let accepted = 0;
    const differing: unknown[] = [];
    for (const [index, { kind, answers }] of generated.entries()) {
      const verdict = referenceVerdict(definition, answers);
      const ours = check(answers);
      accepted += verdict.accepted ? 1 : 0;
      if (ours.ok !== verdict.accepted) differing.push({ kind, verdict, ours });
      // SurveyJS's timers hold on to its models until the loop turns.
      if (index % 20 === 0) await setImmediate();
    }
    expect(differing).toEqual([]);
    expect(accepted).toBeGreaterThan(generated.length / 10);
    expect(accepted).toBeLessThan(generated.length / 2);
  });
});
