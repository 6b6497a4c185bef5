import { isEmptyAnswer } from "../answers.ts";
import { compileCondition, compileConditions, type Values } from "../conditions.ts";
import { type HtmlQuestion, otherChoice, type Question } from "../questionnaire.ts";
import {
  faultOfBoolean,
  faultOfCheckbox,
  faultOfRanking,
  faultOfSingleChoice,
  faultOfTooFew,
} from "./choice.ts";
import { type Fault, firstFault } from "./fault.ts";
import { faultOfMatrix, faultOfMatrixRows } from "./matrix.ts";
import { compileItems } from "./multiple-text.ts";
import { compilePanels } from "./panel-dynamic.ts";
import {
  faultOfComment,
  faultOfDate,
  faultOfLine,
  faultOfNumber,
  faultOfText,
  isEmail,
} from "./text.ts";
import { compileValidators } from "./validators.ts";

/** What an answer is checked by. */
export interface CompiledQuestion {
  name: string;
  shown(values: Values): boolean;
  enabled(values: Values): boolean;
  /** Whether shown and enabled do not hang on other answers. */
  unconditional: boolean;
  /** A value that no one could have entered, whatever the other answers. */
  faultOfValue(value: unknown): Fault;
  /** A comment or other-text; `value` is the answer it stands beside. */
  faultOfComment(comment: unknown, value: unknown): Fault;
  /** What keeps the question from being finished: missing, too few, a validator. */
  faultOfFinished(value: unknown, comment: unknown, values: Values): Fault;
}

/** Compiles one question; values are checked strictly, logic by SurveyJS's ConditionRunner. */
export function compileQuestion(question: Exclude<Question, HtmlQuestion>): CompiledQuestion {
  const requiredIf = question.requiredIf === null ? null : compileCondition(question.requiredIf);
  const validate = compileValidators(question.validators);
  const finished = compileFinished(question);
  const otherIn = compileOther(question);
  return {
    name: question.name,
    shown: compileConditions(question.visibleIf),
    enabled: compileConditions(question.enableIf),
    unconditional: question.visibleIf.length === 0 && question.enableIf.length === 0,
    faultOfValue: compileValue(question),
    faultOfComment(comment, value) {
      if (!question.commentArea && !otherIn(value)) {
        return "「その他」を選んでいないときは、その他の内容を書かないでください。";
      }
      return faultOfText(comment, question.commentMaxLength, "many");
    },
    faultOfFinished(value, comment, values) {
      if (isBlank(value) && (question.required || requiredIf?.(values) === true)) {
        return "この問に答えてください。";
      }
      if (otherIn(value) && isBlank(comment)) return "「その他」の内容を書いてください。";
      return firstFault([finished(value, values), validate(value, values)]);
    },
  };
}

/** SurveyJS trims a text before it asks whether there is one. */
function isBlank(value: unknown): boolean {
  if (Array.isArray(value) && value.every(isEmptyAnswer)) return true;
  return isEmptyAnswer(typeof value === "string" ? value.trim() : value);
}

function compileOther(question: Question): (value: unknown) => boolean {
  const other = otherChoice(question);
  if (other === undefined) return () => false;
  return (value) => (Array.isArray(value) ? value.includes(other.value) : value === other.value);
}

function compileValue(question: Exclude<Question, HtmlQuestion>): (value: unknown) => Fault {
  switch (question.type) {
    case "text":
      return (value) => faultOfLine(question, value);
    case "comment":
      return (value) => faultOfComment(question, value);
    case "number":
      return (value) => faultOfNumber(question, value);
    case "date":
      return (value) => faultOfDate(question, value);
    case "boolean":
      return faultOfBoolean(question);
    case "radiogroup":
    case "dropdown":
    case "rating":
      return faultOfSingleChoice(question);
    case "checkbox":
      return faultOfCheckbox(question);
    case "ranking":
      return faultOfRanking(question);
    case "matrix":
      return faultOfMatrix(question);
    case "multipletext":
      return compileItems(question).faultOfValue;
    case "paneldynamic":
      return compilePanels(question).faultOfValue;
  }
}

function compileFinished(
  question: Exclude<Question, HtmlQuestion>,
): (value: unknown, values: Values) => Fault {
  switch (question.type) {
    case "text":
      if (question.inputType !== "email") return () => null;
      return (value) =>
        typeof value !== "string" || isEmail(value)
          ? null
          : "メールアドレスを正しく入力してください。";
    case "checkbox":
    case "ranking":
      return (value) => faultOfTooFew(question, value);
    case "matrix":
      return (value) => faultOfMatrixRows(question, value);
    case "multipletext":
      return compileItems(question).faultOfFinished;
    case "paneldynamic":
      return compilePanels(question).faultOfFinished;
    default:
      return () => null;
  }
}
