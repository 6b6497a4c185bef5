import { ConditionRunner, ConditionsParser, type Operand } from "survey-core";
import { isPlainVariable } from "./conditions/look-up.ts";
import { compileOperand } from "./conditions/operands.ts";

/** What an expression may refer to: answers by question name, and `panel` inside a panel. */
export type Values = { readonly [name: string]: unknown };

export type Condition = (values: Values) => boolean;

/**
 * Compiles an expression that `checkDefinition` has accepted. It is parsed once; SurveyJS's own
 * operators judge, so that server and client judge alike. An expression with functions or with
 * names that are more than a question and a part of it runs on ConditionRunner itself.
 */
export function compileCondition(expression: string): Condition {
  const operand: Operand | undefined = new ConditionsParser().parseExpression(expression);
  // Written {#q1}, an answer is taken as it stands.
  const plain = operand && !operand.hasFunction() && !expression.includes("{#");
  if (!plain || !variablesOf(operand).every(isPlainVariable)) {
    const runner = new ConditionRunner(expression);
    return (values) => runner.runValues(values);
  }
  const evaluate = compileOperand(operand);
  return (values) => {
    const result = evaluate(values);
    // ConditionRunner compares with true loosely: 1 holds as well.
    return typeof result === "boolean" ? result : Number(result) === 1;
  };
}

/** True when every expression holds; with none, always. */
export function compileConditions(expressions: readonly string[]): Condition {
  const conditions = expressions.map(compileCondition);
  const [only] = conditions;
  if (only === undefined) return () => true;
  if (conditions.length === 1) return only;
  return (values) => conditions.every((condition) => condition(values));
}

function variablesOf(operand: Operand): string[] {
  const variables: string[] = [];
  operand.setVariables(variables);
  return variables;
}
