import type { HtmlQuestion } from "../questionnaire.ts";
import type { PendingExpression } from "./expressions.ts";
import type { Report } from "./report.ts";

/** What reading a definition carries along. */
export interface Reading {
  report: Report;
  /** Expressions met so far; checked when all questions are known. */
  expressions: PendingExpression[];
  /** Every name written, also of questions that could not be read. */
  written: Set<string>;
  /** Settings of the survey: longest text and comment, 0 for none. */
  maxTextLength: number;
  maxCommentLength: number;
  /** Hands out 1, 2, … to the questions with an answer. */
  nextNumber(): number;
}

/** What a question inherits from its page and panels. */
export interface Surroundings {
  visibleIf: string[];
  enableIf: string[];
  /** Names of the questions of the dynamic panel around, if any. */
  panel: ReadonlySet<string> | null;
}

/** The properties that all questions share. */
export type QuestionBase = Omit<HtmlQuestion, "type" | "html">;
