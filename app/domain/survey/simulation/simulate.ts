import { type Answers, type AnswerValue, commentKey } from "../answers.ts";
import { compileQuestionnaire } from "../checking/compile-questionnaire.ts";
import { compileConditions } from "../conditions.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  otherChoice,
  type PanelQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";
import type { RosterFirm } from "../roster/firm.ts";
import { type Draw, drawAnswer, drawText } from "./draw.ts";
import type { Leanings } from "./leanings.ts";
import { randomOf } from "./random.ts";

export interface SimulatedAnswer {
  firmNumber: string;
  answers: Answers;
}

/**
 * Made-up answers for samples and tests, the same for the same seed. `rate` of the firms (0 to 1,
 * rounded to whole firms) answer; works contractors and larger firms somewhat more often. Every
 * answer passes `compileQuestionnaire`. Whoever shows them must say that they are simulated.
 * Throws when a questionnaire asks for what cannot be drawn (a regular expression, say).
 */
export function simulateAnswers(
  questionnaire: Questionnaire,
  firms: readonly RosterFirm[],
  seed: number,
  rate: number,
  leanings: Leanings = {},
): SimulatedAnswer[] {
  const check = compileQuestionnaire(questionnaire);
  const questions = answerableQuestions(questionnaire).map((question) => ({
    question,
    shown: compileConditions(question.visibleIf),
  }));
  const answerOf = (firm: RosterFirm): Answers => {
    let problems = "";
    for (let attempt = 0; attempt < attempts; attempt++) {
      const drawn = drawAnswers(questions, firm, seed, attempt, leanings);
      const checked = check(drawn);
      if (checked.ok) return checked.value;
      problems = checked.problems.map(({ field, message }) => `${field}: ${message}`).join(" ");
    }
    throw new Error(`no answer could be drawn: ${problems}`);
  };
  return respondents(firms, seed, rate).map((firm) => ({
    firmNumber: firm.number,
    answers: answerOf(firm),
  }));
}

const attempts = 20;

interface Asked {
  question: Exclude<Question, HtmlQuestion>;
  shown: ReturnType<typeof compileConditions>;
}

/** As a firm would: question by question, each shown or not by what was answered before. */
function drawAnswers(
  questions: readonly Asked[],
  firm: RosterFirm,
  seed: number,
  attempt: number,
  leanings: Leanings,
): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const { question, shown } of questions) {
    if (!shown(answers)) continue;
    const random = randomOf(seed, firm.number, question.name, String(attempt));
    const draw: Draw = { random, firm, leaning: leanings[question.name] ?? {} };
    if (random() >= answeredShare(question, draw)) continue;
    if (question.type === "paneldynamic") {
      const entries = drawEntries(question.questions, Math.max(question.minPanels, 1), draw);
      if (entries.length > 0) answers[question.name] = entries;
      continue;
    }
    keep(answers, question, draw);
  }
  return answers;
}

function keep(
  answers: Record<string, AnswerValue>,
  question: Exclude<PanelQuestion, HtmlQuestion>,
  draw: Draw,
): void {
  const value = drawAnswer(question, draw);
  if (value === undefined) return;
  answers[question.name] = value;
  const other = otherChoice(question);
  if (other === undefined) return;
  const chosen = Array.isArray(value) ? value.includes(other.value) : value === other.value;
  if (chosen) answers[commentKey(question.name)] = drawText(question.commentMaxLength, draw);
}

function drawEntries(questions: readonly PanelQuestion[], count: number, draw: Draw) {
  return Array.from({ length: count }, () => {
    const entry: Record<string, AnswerValue> = {};
    for (const question of questions) {
      if (question.type === "html") continue;
      const shown = compileConditions(question.visibleIf);
      if (shown({ panel: entry })) keep(entry, question, { ...draw, leaning: {} });
    }
    return entry;
  });
}

/** Optional texts are often left empty, other optional questions seldom. */
function answeredShare(question: Question, { leaning }: Draw): number {
  if (question.required) return 1;
  if (question.type === "matrix" && question.eachRowRequired) return 1;
  if (question.type === "checkbox" && question.minSelected > 0) return 1;
  return leaning.answered ?? (question.type === "comment" ? 0.25 : 0.9);
}

/** Draws exactly the wanted number of firms without replacement (Efraimidis and Spirakis 2006). */
function respondents(firms: readonly RosterFirm[], seed: number, rate: number): RosterFirm[] {
  const wanted = Math.round(Math.min(Math.max(rate, 0), 1) * firms.length);
  const keyed = firms.map((firm) => ({
    firm,
    key: randomOf(seed, firm.number, "responds")() ** (1 / willingness(firm)),
  }));
  const chosen = new Set(
    keyed
      .sort((a, b) => b.key - a.key)
      .slice(0, wanted)
      .map(({ firm }) => firm),
  );
  return firms.filter((firm) => chosen.has(firm));
}

const bySector: Record<string, number> = { 工事: 1.15, 委託: 1, 物品: 0.75 };
const bySize: Record<string, number> = { 小: 0.9, 中: 1.1, 大: 1.25 };

function willingness({ sector, size }: RosterFirm): number {
  return (bySector[sector] ?? 1) * (bySize[size] ?? 1);
}
