import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  FunctionFactory,
  FunctionOperand,
  type Operand,
  UnaryOperand,
  Variable,
} from "survey-core";
import { limits } from "../limits.ts";
import type { Question } from "../questionnaire.ts";
import type { Path, Report } from "./report.ts";

/** An expression of a definition, kept until every question of the definition is known. */
export interface PendingExpression {
  property: string;
  expression: string;
  path: Path;
  field: string | undefined;
  /** Names that {panel.NAME} may use: those of the dynamic panel it stands in. */
  panel: ReadonlySet<string> | null;
}

/** The questions an expression may refer to; of those not readable only the name is known. */
export interface Referable {
  questions: ReadonlyMap<string, Question>;
  written: ReadonlySet<string>;
}

/** Functions that need SurveyJS's own survey object, which no server has when it checks. */
const needsSurvey = new Set([
  "displayValue",
  "getComment",
  "isContainerReady",
  "isDisplayMode",
  "propertyValue",
]);

/** Parses an expression with SurveyJS's own parser and checks every name that it uses. */
export function checkExpression(
  { property, expression, path, field, panel }: PendingExpression,
  referable: Referable,
  report: Report,
): void {
  const refuse = (message: string) => {
    const shown = expression.length > 80 ? `${expression.slice(0, 80)}…` : expression;
    report.fault(path, `「${property}」の式「${shown}」${message}`, field);
  };
  if (expression.length > limits.expressionCharacters) {
    refuse(`が長すぎます。${limits.expressionCharacters}字までにしてください。`);
    return;
  }
  const parser = new ConditionsParser();
  const operand: Operand | undefined = parser.parseExpression(expression);
  if (!operand) {
    const at = parser.error ? `${parser.error.at + 1}文字目で` : "";
    refuse(`を${at}読めません。{q1} = 'a1' のように書いてください。`);
    return;
  }
  const variables: string[] = [];
  operand.setVariables(variables);
  for (const variable of variables) {
    const message = faultOfVariable(variable, referable.written, panel);
    if (message !== null) refuse(message);
  }
  for (const part of partsOf(operand)) {
    if (part instanceof FunctionOperand) {
      const name = part.functionName;
      if (!FunctionFactory.Instance.hasFunction(name) || needsSurvey.has(name)) {
        refuse(`の「${name}」という関数は使えません。関数の名前を確かめてください。`);
      }
    }
    const missing =
      part instanceof BinaryOperand ? choiceNotOffered(part, referable.questions) : null;
    if (missing !== null) {
      refuse(`の「${missing}」は、その問の選択肢にありません。選択肢の値を確かめてください。`);
    }
  }
}

/** Variables look like q1, q1-Comment, q1.r2 (matrix row), q1[0].x or panel.x. */
function faultOfVariable(
  variable: string,
  names: ReadonlySet<string>,
  panel: ReadonlySet<string> | null,
): string | null {
  const name = variable.replace(/^#/, "").replace(/[.[].*$/s, "");
  if (name === "panel") {
    const inner = /^#?panel\.([^.[]+)/.exec(variable)?.[1] ?? "";
    if (panel?.has(inner.replace(/-Comment$/, ""))) return null;
    return panel === null
      ? "の「panel」は、繰り返しのパネルの中だけで使えます。問の名前を書いてください。"
      : `の「${inner}」という問が、このパネルにありません。問の名前を確かめてください。`;
  }
  if (names.has(name) || names.has(name.replace(/-Comment$/, ""))) return null;
  return `の「${name}」という問がありません。問の名前を確かめてください。`;
}

function* partsOf(operand: unknown): Generator<Operand> {
  if (operand instanceof BinaryOperand) {
    yield operand;
    yield* partsOf(operand.leftOperand);
    yield* partsOf(operand.rightOperand);
  } else if (operand instanceof UnaryOperand) {
    yield operand;
    yield* partsOf(operand.expression);
  } else if (operand instanceof FunctionOperand) {
    yield operand;
    for (const parameter of operand.paramValues) yield* partsOf(parameter);
  } else if (operand instanceof ArrayOperand) {
    for (const value of operand.values) yield* partsOf(value);
  }
}

const comparesChoices = new Set([
  "equal",
  "notequal",
  "contains",
  "notcontains",
  "anyof",
  "allof",
  "noneof",
]);

/** A constant compared with a choice question that does not offer it: such a condition is dead. */
function choiceNotOffered(
  { operator, leftOperand, rightOperand }: BinaryOperand,
  questions: ReadonlyMap<string, Question>,
): string | null {
  const left: unknown = leftOperand;
  if (!comparesChoices.has(operator) || !(left instanceof Variable)) return null;
  const question = questions.get(left.variable);
  if (question === undefined || !("choices" in question)) return null;
  const offered = new Set(question.choices.map(({ value }) => String(value).toLowerCase()));
  const right: unknown = rightOperand;
  const constants = right instanceof ArrayOperand ? right.values : [right];
  for (const constant of constants) {
    if (!(constant instanceof Const) || constant instanceof Variable) continue;
    const value = String(constant.correctValue);
    if (!offered.has(value.toLowerCase())) return value;
  }
  return null;
}
