import { ConditionRunner } from "survey-core";

/** What an expression may refer to: answers by question name, and `panel` inside a panel. */
export type Values = { readonly [name: string]: unknown };

export type Condition = (values: Values) => boolean;

/**
 * Compiles an expression that `checkDefinition` has accepted. It runs on SurveyJS's own
 * ConditionRunner, so that server and client judge alike (about 2 µs a run).
 */
export function compileCondition(expression: string): Condition {
  const runner = new ConditionRunner(expression);
  return (values) => runner.runValues(values);
}

/** True when every expression holds; with none, always. */
export function compileConditions(expressions: readonly string[]): Condition {
  const conditions = expressions.map(compileCondition);
  return (values) => conditions.every((condition) => condition(values));
}
