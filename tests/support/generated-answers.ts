import { compileQuestionnaire, simulateAnswers } from "#app/domain/survey/index.ts";
import { everyType } from "#tests/domain/survey/every-type.ts";
import {
  questionnaireOf,
  sampleFirms,
  sampleLeanings,
  sampleQuestionnaire,
} from "#tests/domain/survey/sample.ts";
import { fortyQuestions } from "./forty-questions.ts";
import { type Mutated, mutatedAnswers } from "./mutations.ts";

/** What generated answers are answers to: the sample, every type, forty questions. */
export const answeredDefinitions: { name: string; definition: object }[] = [
  { name: "sample", definition: sampleQuestionnaire().definition },
  { name: "every-type", definition: everyType },
  { name: "forty", definition: fortyQuestions },
];

/** Answers to a definition, valid and mutated, the same for the same seed. */
export function generatedAnswers(definition: object, count: number, seed: number): Mutated[] {
  const questionnaire = questionnaireOf(definition);
  const leanings = definition === answeredDefinitions[0]?.definition ? sampleLeanings() : {};
  const good = simulateAnswers(questionnaire, sampleFirms(), seed, 0.2, leanings);
  return mutatedAnswers(
    definition,
    good.map(({ answers }) => answers),
    count,
    seed,
  );
}

/** The product's own checker of a definition. */
export function checkerOf(definition: object) {
  return compileQuestionnaire(questionnaireOf(definition));
}
