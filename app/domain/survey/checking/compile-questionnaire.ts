import type { Checked, Problem } from "../../problem.ts";
import type { Answers, AnswerValue } from "../answers.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { isRecord } from "./fault.ts";
import { compileGroup, own } from "./group.ts";

export type AnswerChecker = (answers: unknown) => Checked<Answers>;

/**
 * Compiles a questionnaire into a checker that accepts exactly what the questionnaire could have
 * produced on completion: known questions, offered values of the right type, texts within their
 * length, no answer to a question that is not shown, everything required answered. Refused
 * answers come back with a problem at each question (`field` is its name). Answers are neither
 * altered nor completed; accepted ones come back with their keys in the order of the questions.
 *
 * Compile once for a survey and keep the checker: it holds no state and costs microseconds.
 * A question disabled by `enableIf` may keep an answer given before, but it must be well formed.
 */
export function compileQuestionnaire(questionnaire: Questionnaire): AnswerChecker {
  const group = compileGroup(questionnaire.pages.flatMap(({ questions }) => questions));
  return (answers) => {
    if (!isRecord(answers)) {
      return refused([{ message: "回答を読めません。画面を開き直して、もう一度答えてください。" }]);
    }
    const malformed = group.faultsOfValues(answers);
    if (malformed.length > 0) {
      // Conditions would be judged on values that are about to change, so only the
      // questions that are asked in any case are reported beside the malformed ones.
      const faulty = new Set(malformed.map(({ field }) => field));
      const unfinished = group.faultsOfUnconditional(answers);
      return refused([...malformed, ...unfinished.filter(({ field }) => !faulty.has(field))]);
    }
    const unfinished = group.faultsOfFinished(answers, answers);
    if (unfinished.length > 0) return refused(unfinished);
    return { ok: true, value: ordered(answers, group.keys) };
  };
}

function ordered(answers: Record<string, unknown>, keys: readonly string[]): Answers {
  const result: Record<string, AnswerValue> = {};
  for (const key of keys) {
    const value = own(answers, key);
    if (value !== undefined) result[key] = checkedValue(value);
  }
  return result;
}

/** What the value checks have let through is JSON without null. */
function checkedValue(value: unknown): AnswerValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (Array.isArray(value)) return value.map(checkedValue);
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, checkedValue(inner)]),
    );
  }
  throw new TypeError("an accepted answer holds a value that JSON cannot");
}

function refused(problems: Problem[]): Checked<Answers> {
  return { ok: false, problems };
}
