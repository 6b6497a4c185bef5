import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
  answeredDefinitions,
  checkerOf,
  generatedAnswers,
} from "#tests/support/generated-answers.ts";
import { referenceVerdict } from "#tests/support/reference-verdict.ts";

/** ANSWERS=10000 for the whole run; SurveyJS's model takes some 15 ms an answer. */
const count = Number(process.env.ANSWERS ?? 1500);

describe("generated answers, valid and mutated, are judged as the reference judges them", () => {
  it.each(answeredDefinitions)("$name", { timeout: 3_600_000 }, async ({ definition }) => {
    const check = checkerOf(definition);
    const generated = generatedAnswers(
      definition,
      Math.ceil(count / answeredDefinitions.length),
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
