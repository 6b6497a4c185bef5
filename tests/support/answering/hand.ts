import type { Locator } from "playwright-core";
import {
  type Answers,
  type AnswerValue,
  commentKey,
  type Question,
  type Questionnaire,
} from "#app/domain/survey/index.ts";

/** A person at a questionnaire in a browser; one kind for each rendering. */
export interface Hand {
  /** Whether the question can be seen and filled in now. */
  sees(question: Question): Promise<boolean>;
  /** Fills a question in; `answers` are those of its place (the questionnaire, or one panel). */
  fill(question: Question, answers: Answers): Promise<void>;
  /** Presses the button that leads on, and waits for what comes. */
  next(): Promise<void>;
  /** The name of the page shown. */
  pageName(): Promise<string>;
}

/** Answers a whole questionnaire, up to the last look over all answers. */
export async function answerAll(
  hand: Hand,
  { pages }: Questionnaire,
  answers: Answers,
  onPage: (name: string) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const { name, questions } of pages) {
    // Answers may bring further questions onto a page that has been filled in.
    for (let round = 0; round < 5 && (await hand.pageName()) === name; round++) {
      for (const question of questions) {
        const wanted = isWanted(question, answers) && (await hand.sees(question));
        if (wanted) await hand.fill(question, answers);
      }
      await onPage(name);
      await hand.next();
    }
  }
}

function isWanted(question: Question, answers: Answers): boolean {
  return answers[question.name] !== undefined || answers[commentKey(question.name)] !== undefined;
}

/** The text under NAME-Comment; undefined where there is none. */
export function besideOf(question: Question, answers: Answers): string | undefined {
  const text = answers[commentKey(question.name)];
  return typeof text === "string" ? text : undefined;
}

/** The list that an answer is; anything else is none chosen. */
export const listOf = (value: AnswerValue | undefined): readonly AnswerValue[] =>
  Array.isArray(value) ? value : [];

/** The rows, fields or questions of an answer by name; anything else has none. */
export function partsOf(value: AnswerValue | undefined): Answers {
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** Clicks what stands for a radio button or a box, as a finger does: its label. */
export async function tick(scope: Locator, value: unknown): Promise<void> {
  const input = `input[value="${String(value)}"]`;
  if (await scope.locator(input).isChecked()) return;
  await scope
    .locator("label", { has: scope.page().locator(input) })
    .last()
    .click();
}
