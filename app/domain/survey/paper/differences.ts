import { type Answers, type AnswerValue, commentKey } from "../answers.ts";
import { type AnswerInWords, answersInWords } from "../answers-in-words.ts";
import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { keyingQuestionnaire } from "./paper-questionnaire.ts";

/** Whose keying is taken where two differ. */
export type Keying = "own" | "other";

/** A question that two people have keyed differently; no lines mean 無回答. */
export interface Difference {
  name: string;
  /** 問5 */
  number: number;
  title: string;
  own: string[];
  other: string[];
}

/**
 * The questions, in order, at which two keyings of one paper differ. Texts are the same when they
 * differ in nothing but spaces, line ends and the width of letters, which paper does not tell.
 */
export function differencesOf(
  questionnaire: Questionnaire,
  own: Answers,
  other: Answers,
): Difference[] {
  const words = (answers: Answers) => answersInWords(keyingQuestionnaire(questionnaire), answers);
  const [ownWords, otherWords] = [words(own), words(other)];
  const linesOf = (all: readonly AnswerInWords[], name: string) =>
    all.find((each) => each.name === name)?.lines ?? [];
  return answerableQuestions(questionnaire)
    .filter(({ name }) => keyOf(own, name) !== keyOf(other, name))
    .map(({ name, number, title }) => ({
      name,
      number,
      title,
      own: linesOf(ownWords, name),
      other: linesOf(otherWords, name),
    }));
}

/**
 * One keying out of two: where they differ, what was chosen; undefined when a choice is missing.
 */
export function settledKeying(
  differences: readonly Difference[],
  own: Answers,
  other: Answers,
  chosen: (name: string) => Keying | undefined,
): Answers | undefined {
  const settled: Record<string, AnswerValue> = { ...own };
  for (const { name } of differences) {
    const whose = chosen(name);
    if (whose === undefined) return undefined;
    const source = whose === "own" ? own : other;
    for (const key of [name, commentKey(name)]) {
      const value = source[key];
      if (value === undefined) delete settled[key];
      else settled[key] = value;
    }
  }
  return settled;
}

function keyOf(answers: Answers, name: string): string {
  return JSON.stringify([plain(answers[name]), plain(answers[commentKey(name)])]);
}

function plain(value: AnswerValue | undefined): AnswerValue | null {
  if (value === undefined) return null;
  if (typeof value === "string") return value.normalize("NFKC").replace(/\s+/gu, "");
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? "");
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, plain(part) ?? ""] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
