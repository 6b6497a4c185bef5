import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  type Operand,
  UnaryOperand,
  Variable,
} from "survey-core";

/** SurveyJS's operators that can be picked, with what is written for them. */
export const operators = {
  equal: "=",
  notequal: "<>",
  anyof: "anyof",
  allof: "allof",
  noneof: "noneof",
  contains: "contains",
  notcontains: "notcontains",
  greater: ">",
  greaterorequal: ">=",
  less: "<",
  lessorequal: "<=",
  notempty: "notempty",
  empty: "empty",
} as const;

export type Operator = keyof typeof operators;
export type ConditionValue = string | number | boolean;

/** One clause of a condition: an answer (q6, q11.r1, panel.trade) compared with values. */
export interface Clause {
  variable: string;
  operator: Operator;
  /** None with empty and notempty, one or more with anyof, allof and noneof, else one. */
  values: ConditionValue[];
}

/** A condition that can be picked together: all (and) or any (or) of its clauses. */
export interface Condition {
  join: "and" | "or";
  clauses: Clause[];
}

/** Whether an operator compares with several values: 「のどれか」 and its like. */
export const takesList = (operator: Operator) =>
  operator === "anyof" || operator === "allof" || operator === "noneof";
/** Whether an operator compares with no value: answered or not. */
export const takesNothing = (operator: Operator) => operator === "empty" || operator === "notempty";

/** An expression as clauses; null where it says more than clauses can (kept as it is). */
export function readCondition(expression: string): Condition | null {
  if (expression.trim() === "") return { join: "and", clauses: [] };
  if (expression.includes("{#")) return null;
  const operand = parsed(expression);
  if (!operand) return null;
  const join = operand instanceof BinaryOperand && operand.operator === "or" ? "or" : "and";
  const clauses = clausesOf(operand, join);
  if (clauses === null) return null;
  const condition: Condition = { join, clauses };
  // What is read must mean what was written.
  return sameMeaning(parsed(writeCondition(condition)), operand) ? condition : null;
}

/** The expression of a condition; "" for one without clauses. */
export function writeCondition({ join, clauses }: Condition): string {
  return clauses
    .map(({ variable, operator, values }) => {
      const left = `{${variable}} ${operators[operator]}`;
      if (takesNothing(operator)) return left;
      const constants = values.map(writeConstant);
      return `${left} ${takesList(operator) ? `[${constants.join(", ")}]` : (constants[0] ?? "''")}`;
    })
    .join(` ${join} `);
}

function writeConstant(value: ConditionValue): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "\\'")}'` : String(value);
}

function parsed(expression: string): Operand | undefined {
  return new ConditionsParser().parseExpression(expression);
}

function sameMeaning(a: Operand | undefined, b: Operand | undefined): boolean {
  return a !== undefined && a.toString() === b?.toString();
}

function clausesOf(operand: unknown, join: "and" | "or"): Clause[] | null {
  if (operand instanceof BinaryOperand && operand.operator === join) {
    const [left, right] = [operand.leftOperand, operand.rightOperand].map((part: unknown) =>
      clausesOf(part, join),
    );
    return left && right ? [...left, ...right] : null;
  }
  const clause = clauseOf(operand);
  return clause && [clause];
}

function clauseOf(operand: unknown): Clause | null {
  if (operand instanceof UnaryOperand) {
    const asked: unknown = operand.expression;
    const { operator } = operand;
    if (!(asked instanceof Variable) || (operator !== "empty" && operator !== "notempty")) {
      return null;
    }
    return { variable: asked.variable, operator, values: [] };
  }
  if (!(operand instanceof BinaryOperand)) return null;
  const left: unknown = operand.leftOperand;
  const operator = Object.keys(operators).find((each) => each === operand.operator);
  const values = valuesOf(operand.rightOperand);
  if (!(left instanceof Variable) || !isOperator(operator) || values === null) return null;
  return { variable: left.variable, operator, values };
}

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && Object.hasOwn(operators, text);
}

function valuesOf(operand: unknown): ConditionValue[] | null {
  const parts: unknown[] = operand instanceof ArrayOperand ? operand.values : [operand];
  const values = parts.map((part) => {
    if (!(part instanceof Const) || part instanceof Variable) return null;
    const value: unknown = part.correctValue;
    const plain = typeof value === "number" || typeof value === "boolean";
    return plain || typeof value === "string" ? value : null;
  });
  return values.every((value) => value !== null) ? values : null;
}
