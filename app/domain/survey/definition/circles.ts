import { ConditionsParser, type Operand } from "survey-core";
import type { Question } from "../questionnaire.ts";

/**
 * Questions whose conditions lead back to themselves, each with the way round: [q1, q2, q1].
 * Whether such questions are shown would hang on the order of looking.
 */
export function circlesOf(questions: readonly Question[]): string[][] {
  const leadsTo = new Map(
    questions.map(({ name, visibleIf }) => [name, visibleIf.flatMap(namesIn)]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, way: string[]): void => {
    const before = way.indexOf(name);
    if (before >= 0) found.push([...way.slice(before), name]);
    if (before >= 0 || done.has(name)) return;
    for (const next of new Set(leadsTo.get(name) ?? [])) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of leadsTo.keys()) visit(name, []);
  return found;
}

/** The questions that an expression asks about; inside a panel those of the panel. */
function namesIn(expression: string): string[] {
  const operand: Operand | undefined = new ConditionsParser().parseExpression(expression);
  const variables: string[] = [];
  operand?.setVariables(variables);
  return variables.map((variable) =>
    variable
      .replace(/^panel\./, "")
      .replace(/[.[].*$/s, "")
      .replace(/-Comment$/, ""),
  );
}
