import type { Answers } from "../answers.ts";
import { compileCoding } from "../counting/coding.ts";
import { openCounting } from "../counting/open-counting.ts";
import type { StoredCounts } from "../counting/stored-counts.ts";
import { countedVariables } from "../counting/variables.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { Strata } from "../strata/strata.ts";

/** An answer with the strata it carries. */
export interface AnswerWithStrata {
  answers: Answers;
  strata: Strata;
}

/** Counts answers that are at hand as a whole, through the same coding as the stored ones. */
export function countAnswers(
  questionnaire: Questionnaire,
  given: Iterable<AnswerWithStrata>,
  base?: StoredCounts,
): StoredCounts {
  const coding = compileCoding(questionnaire, countedVariables(questionnaire, {}));
  const counting = openCounting(questionnaire, base);
  for (const { answers, strata } of given) counting.add(strata, coding.code(answers));
  return counting.finish();
}
