import { type CompiledQuestion, compileQuestion } from "../checking/question.ts";
import { type Condition, compileCondition, compileConditions, type Values } from "../conditions.ts";
import type { HtmlQuestion, Page, PanelQuestion, Question } from "../questionnaire.ts";

type Answerable = Exclude<Question, HtmlQuestion>;

/** A question with all its conditions compiled, ready to be shown, read and checked. */
export interface FormQuestion<Q extends Question = Question> {
  question: Q;
  shown: Condition;
  enabled: Condition;
  /** Whether it must be answered as things stand. */
  required: Condition;
  /** How its answer is checked; null for html. */
  check: CompiledQuestion | null;
  /** The questions of a dynamic panel; none for other types. */
  inner: FormQuestion<PanelQuestion>[];
}

export interface CompiledPage {
  page: Page;
  questions: FormQuestion[];
}

/** Compiles the conditions and checks of all pages once for many answers. */
export function compilePages(pages: readonly Page[]): CompiledPage[] {
  return pages.map((page) => ({
    page,
    questions: page.questions.map((question) => compileFormQuestion<Question>(question)),
  }));
}

function compileFormQuestion<Q extends Question>(question: Q): FormQuestion<Q> {
  const requiredIf = question.requiredIf === null ? null : compileCondition(question.requiredIf);
  const always = question.required || (question.type === "matrix" && question.eachRowRequired);
  const inner = question.type === "paneldynamic" ? question.questions : [];
  return {
    question,
    shown: compileConditions(question.visibleIf),
    enabled: compileConditions(question.enableIf),
    required: (values: Values) => always || requiredIf?.(values) === true,
    check: isAnswerable(question) ? compileQuestion(question) : null,
    inner: inner.map((each) => compileFormQuestion<PanelQuestion>(each)),
  };
}

function isAnswerable(question: Question): question is Answerable {
  return question.type !== "html";
}
