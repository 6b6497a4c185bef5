import { ConditionsParser } from "survey-core";
import { compileCondition } from "../conditions.ts";
import type { CountedVariable } from "../counting/variables.ts";
import type { HtmlQuestion, Question } from "../questionnaire.ts";
import { answersIn } from "./condition-bounds.ts";
import type { KnownRelation } from "./known-relation.ts";

/** Cells of one question by another that nobody can stand in. */
export function crossedRelations(
  { type, visibleIf, enableIf }: Exclude<Question, HtmlQuestion>,
  variable: CountedVariable,
  variables: readonly CountedVariable[],
): KnownRelation[] {
  const relations: KnownRelation[] = [];
  const nobody = (key: string) => relations.push({ sense: "atMost", terms: [[1, key]] });
  for (const other of variables) {
    if (other === variable) continue;
    if (type === "ranking" && other.question === variable.question) {
      for (const { key } of variable.categories) {
        if (key !== "unranked") nobody(`${variable.id}=${key}&${other.id}=${key}`);
      }
    }
    if (enableIf.length > 0 || other.question === variable.question || other.answers !== "one")
      continue;
    for (const expression of visibleIf) {
      const names: string[] = [];
      const operand = new ConditionsParser().parseExpression(expression);
      operand?.setVariables(names);
      if (!operand || names.some((name) => name !== other.question) || other.part !== null)
        continue;
      const holds = compileCondition(expression);
      for (const [at, { key }] of other.categories.entries()) {
        const answers = answersIn(other, at);
        if (!answers || answers.some((answer) => holds({ [other.question]: answer }))) continue;
        nobody(`${variable.id}#n&${other.id}=${key}`);
        for (const own of variable.categories) {
          nobody(`${variable.id}=${own.key}&${other.id}=${key}`);
          nobody(`${other.id}=${key}&${variable.id}=${own.key}`);
        }
      }
    }
  }
  return relations;
}
