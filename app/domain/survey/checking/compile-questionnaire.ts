import type { Checked, Problem } from "../../problem.ts";
import type { Answers, AnswerValue } from "../answers.ts";
import type { Questionnaire } from "../questionnaire.ts";
import { isRecord } from "./fault.ts";
import { compileGroup } from "./group.ts";

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
    const { entry, unknown, inOrder } = group.read(answers);
    const malformed = [...unknown, ...group.faultsOfValues(entry)];
    if (malformed.length > 0) {
      // Conditions would be judged on values that are about to change, so only the
      // questions that are asked in any case are reported beside the malformed ones.
      const faulty = new Set(malformed.map(({ field }) => field));
      const unfinished = group.faultsOfUnconditional(entry);
      return refused([...malformed, ...unfinished.filter(({ field }) => !faulty.has(field))]);
    }
    const unfinished = group.faultsOfFinished(entry, entry);
    if (unfinished.length > 0) return refused(unfinished);
    // The value checks have let through nothing but JSON without null.
    return { ok: true, value: inOrder ? (answers as Answers) : ordered(entry, group.keys) };
  };
}

function ordered(entry: Readonly<Record<string, unknown>>, keys: readonly string[]): Answers {
  const given = keys.filter((key) => entry[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, entry[key] as AnswerValue]));
}

function refused(problems: Problem[]): Checked<Answers> {
  return { ok: false, problems };
}
