import type { Problem } from "../../problem.ts";
import { commentKey } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { HtmlQuestion, Question } from "../questionnaire.ts";
import { type CompiledQuestion, compileQuestion } from "./question.ts";

/** Questions answered together: all of a questionnaire, or those of one panel. */
export interface CompiledGroup {
  /** Keys in the order of the questions, each question's comment after it. */
  keys: string[];
  /** Keys nobody asked for and values nobody could have entered. */
  faultsOfValues(entry: Values): Problem[];
  /** Answers to hidden questions and questions not finished; `values` is what logic sees. */
  faultsOfFinished(entry: Values, values: Values): Problem[];
  /** Of the questions shown whatever is answered, those not finished. */
  faultsOfUnconditional(entry: Values): Problem[];
}

const mostUnknownKeys = 10;

export function compileGroup(questions: readonly Question[]): CompiledGroup {
  const compiled = questions
    .filter((question): question is Exclude<Question, HtmlQuestion> => question.type !== "html")
    .map((question) => compileQuestion(question));
  const keys = compiled.flatMap(({ name }) => [name, commentKey(name)]);
  const known = new Set(keys);
  const finishing = (question: CompiledQuestion, entry: Values, values: Values): Problem[] => {
    const { name } = question;
    const [value, comment] = [own(entry, name), own(entry, commentKey(name))];
    if (!question.shown(values)) {
      if (value === undefined && comment === undefined) return [];
      return [
        { field: name, message: "この問は、ほかの答えにより対象外です。答えを消してください。" },
      ];
    }
    if (!question.enabled(values)) return [];
    const message = question.faultOfFinished(value, comment, values);
    return message === null ? [] : [{ field: name, message }];
  };
  return {
    keys,
    faultsOfValues(entry) {
      const unknown = Object.keys(entry)
        .filter((key) => !known.has(key))
        .slice(0, mostUnknownKeys)
        .map((key) => ({
          field: key.slice(0, 64),
          message: "調査票にない問です。消してください。",
        }));
      const faults = compiled.flatMap((question): Problem[] => {
        const { name } = question;
        const [value, comment] = [own(entry, name), own(entry, commentKey(name))];
        const message =
          (value === undefined ? null : question.faultOfValue(value)) ??
          (comment === undefined ? null : question.faultOfComment(comment, value));
        return message === null ? [] : [{ field: name, message }];
      });
      return [...unknown, ...faults];
    },
    faultsOfFinished: (entry, values) =>
      compiled.flatMap((question) => finishing(question, entry, values)),
    faultsOfUnconditional: (entry) =>
      compiled
        .filter(({ unconditional }) => unconditional)
        .flatMap((question) => finishing(question, entry, entry)),
  };
}

/** An own property, so that "constructor" and its like are never found. */
export function own(entry: Values, key: string): unknown {
  return Object.hasOwn(entry, key) ? entry[key] : undefined;
}
