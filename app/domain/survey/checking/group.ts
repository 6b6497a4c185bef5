import type { Problem } from "../../problem.ts";
import { commentKey } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { HtmlQuestion, Question } from "../questionnaire.ts";
import { type CompiledQuestion, compileQuestion } from "./question.ts";

/** An answer with every key of its group, undefined where nothing is answered. */
export type Entry = Record<string, unknown>;

/** Questions answered together: all of a questionnaire, or those of one panel. */
export interface CompiledGroup {
  /** Keys in the order of the questions, each question's comment after it. */
  keys: string[];
  /** The known keys of an answer, all of them there; what nobody asked for is told. */
  read(answers: Values): { entry: Entry; unknown: Problem[]; inOrder: boolean };
  /** Values nobody could have entered. */
  faultsOfValues(entry: Entry): Problem[];
  /** Answers to hidden questions and questions not finished; `values` is what logic sees. */
  faultsOfFinished(entry: Entry, values: Values): Problem[];
  /** Of the questions shown whatever is answered, those not finished. */
  faultsOfUnconditional(entry: Entry): Problem[];
}

const mostUnknownKeys = 10;

/** Compiles questions once for many answers; html, which asks nothing, is left out. */
export function compileGroup(questions: readonly Question[]): CompiledGroup {
  const compiled = questions
    .filter((question): question is Exclude<Question, HtmlQuestion> => question.type !== "html")
    .map((question) => ({ ...compileQuestion(question), comment: commentKey(question.name) }));
  const keys = compiled.flatMap(({ name, comment }) => [name, comment]);
  const blank = blankEntry(keys);
  const places = new Map(keys.map((key, place) => [key, place]));
  const unconditional = compiled.filter((question) => question.unconditional);
  return {
    keys,
    read(answers) {
      const entry = { ...blank };
      const unknown: Problem[] = [];
      let last = -1;
      let inOrder = true;
      for (const key of Object.keys(answers)) {
        const place = places.get(key);
        if (place !== undefined) {
          entry[key] = answers[key];
          inOrder &&= place > last && answers[key] !== undefined;
          last = place;
        } else if (unknown.length < mostUnknownKeys) {
          const message = "調査票にない問です。消してください。";
          unknown.push({ field: key.slice(0, 64), message });
        }
      }
      return { entry, unknown, inOrder };
    },
    faultsOfValues: (entry) => faultsOf(compiled, (question) => valueFault(question, entry)),
    faultsOfFinished: (entry, values) =>
      faultsOf(compiled, (question) => finishingFault(question, entry, values)),
    faultsOfUnconditional: (entry) =>
      faultsOf(unconditional, (question) => finishingFault(question, entry, entry)),
  };
}

/**
 * Own keys of every entry, so that "constructor" and its like are never found, and entries of one
 * shape. V8 gives an object that JSON.parse makes a shape, and a table to one made key by key.
 */
function blankEntry(keys: readonly string[]): Entry {
  const blank: Entry = JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:0`).join()}}`);
  for (const key of keys) blank[key] = undefined;
  return blank;
}

type Compiled = CompiledQuestion & { comment: string };

function faultsOf(
  questions: readonly Compiled[],
  faultOf: (question: Compiled) => string | null,
): Problem[] {
  const problems: Problem[] = [];
  for (const question of questions) {
    const message = faultOf(question);
    if (message !== null) problems.push({ field: question.name, message });
  }
  return problems;
}

function valueFault(question: Compiled, entry: Entry): string | null {
  const value = entry[question.name];
  const fault = value === undefined ? null : question.faultOfValue(value);
  if (fault !== null) return fault;
  const comment = entry[question.comment];
  return comment === undefined ? null : question.faultOfComment(comment, value);
}

function finishingFault(question: Compiled, entry: Entry, values: Values): string | null {
  const value = entry[question.name];
  const comment = entry[question.comment];
  if (!question.shown(values)) {
    if (value === undefined && comment === undefined) return null;
    return "この問は、ほかの答えにより対象外です。答えを消してください。";
  }
  return question.enabled(values) ? question.faultOfFinished(value, comment, values) : null;
}

/** An own property, so that "constructor" and its like are never found. */
export function own(entry: Values, key: string): unknown {
  return Object.hasOwn(entry, key) ? entry[key] : undefined;
}
