import type { JsonObject } from "./json.ts";

/**
 * A questionnaire as read from a SurveyJS definition that has passed `checkDefinition`: plain
 * data, every type known, every default filled in. Names of types and limits are SurveyJS's.
 * `definition` is the definition as it was given, for the client and for later editing.
 */
export interface Questionnaire {
  title: string;
  description: string;
  pages: Page[];
  /** The languages it can be answered in, "ja" first; texts here are Japanese (`inLocale`). */
  locales: string[];
  definition: JsonObject;
}

export interface Page {
  name: string;
  title: string;
  description: string;
  questions: Question[];
}

/** The value a choice stores. */
export type ChoiceValue = string | number;

/**
 * One choice, row or column. `kind` is "offered" for what the author wrote; the special items
 * are SurveyJS's: "other" takes a text, and "none", "refused" and "dontknow" stand alone.
 */
export interface Choice {
  value: ChoiceValue;
  text: string;
  kind: "offered" | "other" | "none" | "refused" | "dontknow";
}

/** What all questions share. */
interface QuestionBase {
  name: string;
  /** 1, 2, … over all questions of the questionnaire (問1); 0 for html and inside a panel. */
  number: number;
  title: string;
  description: string;
  /** Labels of the articles the question bears on: 第8条. */
  articles: string[];
  required: boolean;
  /** Expression that makes the question required. */
  requiredIf: string | null;
  /** Expressions of the page, the panels and the question; shown when every one holds. */
  visibleIf: string[];
  /** As `visibleIf`; a question that is not enabled need not be answered. */
  enableIf: string[];
  validators: Validator[];
  /** Whether a comment may stand beside the answer (`showCommentArea`), kept as NAME-Comment. */
  commentArea: boolean;
  /** Longest comment or other-text, in UTF-16 units, as HTML's maxlength counts. */
  commentMaxLength: number;
}

/** SurveyJS validators that block. `message` is the author's own text. */
export type Validator = { message: string | null } & (
  | { type: "numeric"; min: number | null; max: number | null }
  | { type: "text"; minLength: number; maxLength: number; allowDigits: boolean }
  | { type: "answercount"; min: number; max: number }
  | { type: "regex"; regex: string; caseInsensitive: boolean }
  | { type: "email" }
  | { type: "expression"; expression: string }
);

/** One line of text (SurveyJS `text`). */
export interface TextQuestion extends QuestionBase {
  type: "text";
  inputType: "text" | "email" | "tel" | "url";
  maxLength: number;
}

/** SurveyJS `text` with inputType number. `step`: the value must be a multiple of it. */
export interface NumberQuestion extends QuestionBase {
  type: "number";
  min: number | null;
  max: number | null;
  step: number | null;
}

/** SurveyJS `text` with inputType date; answers and limits are YYYY-MM-DD. */
export interface DateQuestion extends QuestionBase {
  type: "date";
  min: string | null;
  max: string | null;
}

/** Text of several lines. */
export interface CommentQuestion extends QuestionBase {
  type: "comment";
  maxLength: number;
  rows: number;
}

export interface BooleanQuestion extends QuestionBase {
  type: "boolean";
  whenTrue: { value: ChoiceValue | boolean; text: string };
  whenFalse: { value: ChoiceValue | boolean; text: string };
}

export interface SingleChoiceQuestion extends QuestionBase {
  type: "radiogroup" | "dropdown";
  choices: Choice[];
}

/** `minSelected` 0 and `maxSelected` null: no limit. */
export interface CheckboxQuestion extends QuestionBase {
  type: "checkbox";
  choices: Choice[];
  minSelected: number;
  maxSelected: number | null;
}

export interface RatingQuestion extends QuestionBase {
  type: "rating";
  choices: Choice[];
  minText: string;
  maxText: string;
}

/** The answer is every choice in order, or with `selectToRank` the chosen ones in order. */
export interface RankingQuestion extends QuestionBase {
  type: "ranking";
  choices: Choice[];
  selectToRank: boolean;
  minSelected: number;
  maxSelected: number | null;
}

export interface MatrixQuestion extends QuestionBase {
  type: "matrix";
  rows: Choice[];
  columns: Choice[];
  eachRowRequired: boolean;
  eachRowUnique: boolean;
}

export interface MultipleTextQuestion extends QuestionBase {
  type: "multipletext";
  items: FieldQuestion[];
}

export interface PanelDynamicQuestion extends QuestionBase {
  type: "paneldynamic";
  questions: PanelQuestion[];
  minPanels: number;
  maxPanels: number;
  /** Name of the question whose answers must differ from panel to panel. */
  keyName: string | null;
}

/** Text shown between questions; it has no answer. */
export interface HtmlQuestion extends QuestionBase {
  type: "html";
  html: string;
}

export type FieldQuestion = TextQuestion | NumberQuestion | DateQuestion;

/** What may stand inside a dynamic panel. */
export type PanelQuestion =
  | FieldQuestion
  | CommentQuestion
  | BooleanQuestion
  | SingleChoiceQuestion
  | CheckboxQuestion
  | RatingQuestion
  | RankingQuestion
  | MatrixQuestion
  | MultipleTextQuestion
  | HtmlQuestion;

export type Question = PanelQuestion | PanelDynamicQuestion;

/** Every question of a questionnaire that can have an answer, in order. */
export function answerableQuestions(
  questionnaire: Questionnaire,
): Exclude<Question, HtmlQuestion>[] {
  return questionnaire.pages
    .flatMap((page): Question[] => page.questions)
    .filter((question) => question.type !== "html");
}

/** The choice (その他) beside which a firm writes in its own words; undefined where there is none. */
export function otherChoice(question: Question): Choice | undefined {
  return "choices" in question ? question.choices.find(({ kind }) => kind === "other") : undefined;
}
