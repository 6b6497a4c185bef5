import type { Answers } from "../answers.ts";
import { type Coding, compileCoding } from "../counting/coding.ts";
import { openCounting } from "../counting/open-counting.ts";
import type { StoredCounts } from "../counting/stored-counts.ts";
import { countedVariables } from "../counting/variables.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { Strata } from "../strata/strata.ts";

/** An answer with the strata it carries. */
export interface AnswerWithStrata {
  answers: Answers;
  strata: Strata;
  /** The edition it was given under; absent: the questionnaire that is counted by. */
  givenUnder?: Questionnaire;
}

/** Counts answers that are at hand as a whole, through the same coding as the stored ones. */
export function countAnswers(
  questionnaire: Questionnaire,
  given: Iterable<AnswerWithStrata>,
  base?: StoredCounts,
): StoredCounts {
  const variables = countedVariables(questionnaire, {});
  const codings = new Map<Questionnaire, Coding>();
  const codingOf = (edition: Questionnaire): Coding => {
    const coding = codings.get(edition) ?? compileCoding(questionnaire, variables, edition);
    codings.set(edition, coding);
    return coding;
  };
  const counting = openCounting(questionnaire, base);
  for (const { answers, strata, givenUnder = questionnaire } of given) {
    counting.add(strata, codingOf(givenUnder).code(answers));
  }
  return counting.finish();
}
