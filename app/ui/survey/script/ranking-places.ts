import { type Model, QuestionRankingModel } from "survey-core";
import type { Answers, AnswerValue } from "#app/domain/survey/answers.ts";

/** Places as chosen, choice → "1", "2" …; absent: none. */
export type Places = Readonly<Record<string, string>>;

/** SurveyJS itself knows whole orders only; what makes none yet is kept in a variable of its own. */
const variableOf = (question: QuestionRankingModel) => `places-of-${question.id}`;

/** The places of a question's choices as they stand. */
export function placesOf(model: Model, question: QuestionRankingModel): Places {
  const begun: unknown = model.getVariable(variableOf(question));
  if (isPlaces(begun)) return begun;
  const order: unknown = question.value;
  const entries = Array.isArray(order) ? order.map((value, at) => [value, String(at + 1)]) : [];
  return Object.fromEntries(entries);
}

/** Takes places: a whole order becomes the answer; anything else waits, and is no answer. */
export function place(model: Model, question: QuestionRankingModel, places: Places): void {
  const choices: unknown[] = question.visibleChoices.map(({ value }) => value);
  const placed = choices.filter((value) => places[String(value)]);
  const different = new Set(placed.map((value) => places[String(value)])).size === placed.length;
  const whole = question.selectToRankEnabled || placed.length === choices.length;
  if (placed.length > 0 && whole && different) {
    model.setVariable(variableOf(question), null);
    question.value = placed.sort((a, b) => Number(places[String(a)]) - Number(places[String(b)]));
    return;
  }
  question.clearValue();
  const kept = placed.map((value) => [String(value), places[String(value)]]);
  model.setVariable(variableOf(question), kept.length > 0 ? Object.fromEntries(kept) : null);
}

/** Whether places were begun that make no order yet. */
export function isUnfinished(model: Model, question: QuestionRankingModel): boolean {
  return isPlaces(model.getVariable(variableOf(question)));
}

/** Puts answers into a model; begun places, which the plain form keeps as they were typed, too. */
export function fillIn(model: Model, answers: Answers): void {
  const begun = rankings(model).flatMap((question) => {
    const value: AnswerValue | undefined = answers[question.name];
    return isPlaces(value) ? [{ question, value }] : [];
  });
  const names = new Set(begun.map(({ question }) => question.name));
  model.data = Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)));
  for (const { question, value } of begun) model.setVariable(variableOf(question), value);
}

/** The answers of a model with begun places, as the plain form keeps them in a draft. */
export function filledIn(model: Model): Answers {
  const begun = rankings(model).flatMap((question) => {
    const places: unknown = model.getVariable(variableOf(question));
    return isPlaces(places) ? [[question.name, places]] : [];
  });
  return { ...model.data, ...Object.fromEntries(begun) };
}

function rankings(model: Model): QuestionRankingModel[] {
  return model.getAllQuestions().filter((question) => question instanceof QuestionRankingModel);
}

function isPlaces(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
