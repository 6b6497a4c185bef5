import { BinaryOperand, type Operand } from "survey-core";
import { type Condition, compileCondition } from "../conditions.ts";
import type { CountedVariable } from "../counting/variables.ts";
import type { KnownTerm } from "./known-relation.ts";

/** How many meet a condition: not fewer than each of `least`, not more than each of `most`. */
export interface Bounds {
  least: KnownTerm[][];
  most: KnownTerm[][];
}

/** The variables of each question. */
export type ByQuestion = ReadonlyMap<string, readonly CountedVariable[]>;

/** Of two conditions that must both hold. */
export function both(a: Bounds, b: Bounds): Bounds {
  const least = a.least.flatMap((one) =>
    b.least.map((other): KnownTerm[] => [...one, ...other, [-1, ""]]),
  );
  return { least, most: [...a.most, ...b.most] };
}

/** Of two conditions of which one must hold. */
function either(a: Bounds, b: Bounds): Bounds {
  const most = a.most.flatMap((one) => b.most.map((other) => [...one, ...other]));
  return { least: [...a.least, ...b.least], most };
}

/** How many meet a condition, as far as the cells of single tables tell it. */
export function boundsOf(operand: Operand | undefined, byQuestion: ByQuestion): Bounds {
  const names: string[] = [];
  operand?.setVariables(names);
  // On one question an expression is judged whole: its parts alone would tell less.
  const [only, ...more] = new Set(names);
  const single = more.length === 0 ? byQuestion.get(only ?? "") : undefined;
  const judged = single?.length === 1 && single[0]?.answers === "one";
  if (!judged && operand instanceof BinaryOperand && /^(and|or)$/u.test(operand.operator)) {
    const sides = [operand.leftOperand, operand.rightOperand].map((side) =>
      boundsOf(side, byQuestion),
    );
    return sides.reduce(operand.operator === "and" ? both : either);
  }
  const [name = "", ...others] = new Set(names);
  const variables = byQuestion.get(name) ?? [];
  const [variable] = variables;
  if (!operand || !variable || variables.length > 1 || others.length > 0) {
    return { least: [], most: [] };
  }
  const holds = compileCondition(operand.toString());
  return variable.answers === "one"
    ? boundsOfOne(variable, holds)
    : boundsOfSeveral(variable, holds);
}

/** The answers that a category holds, as an expression sees them: ends of a class and within. */
export function answersIn(
  { categories, edges }: CountedVariable,
  at: number,
): unknown[] | undefined {
  const key = categories[at]?.key ?? "";
  if (edges) {
    const [from = 0, to = from + 1e6] = [edges[at], edges[at + 1]];
    const below = at === 0 ? [from - 1e6, from - 1] : [];
    return [...below, from, from + (to - from) / 2, to - 1e-6];
  }
  if (key === "written") return undefined;
  const number = Number(key);
  return [key === "true" || key === "false" ? key === "true" : Number.isNaN(number) ? key : number];
}

function boundsOfOne(variable: CountedVariable, holds: Condition): Bounds {
  const { id, question, categories } = variable;
  const least: KnownTerm[] = [];
  const most: KnownTerm[] = [];
  for (const [at, { key }] of categories.entries()) {
    const answers = answersIn(variable, at);
    const term: KnownTerm = [1, `${id}=${key}`];
    const met = answers?.map((answer) => holds({ [question]: answer })) ?? [
      holds({ [question]: "…" }),
    ];
    if (answers && met.every((one) => one)) least.push(term);
    else if (!answers && met[0] && holds({ [question]: 0 })) least.push(term);
    if (met.some((one) => one) || (!answers && holds({ [question]: 0 }))) most.push(term);
  }
  if (holds({})) {
    const unanswered: KnownTerm[] = [
      [1, `${id}#無回答`],
      [1, `${id}#非該当`],
    ];
    least.push(...unanswered);
    most.push(...unanswered);
  }
  return { least: [least], most: [most] };
}

/** Of choices that stand together: whoever chose one that suffices meets it. */
function boundsOfSeveral({ id, question, categories }: CountedVariable, holds: Condition): Bounds {
  const chosen = ({ key }: { key: string }): KnownTerm => [1, `${id}=${key}`];
  const meets = (...keys: string[]) =>
    holds({ [question]: keys.map((key) => (Number.isNaN(Number(key)) ? key : Number(key))) });
  if (holds({})) return { least: [], most: [] };
  const enough = categories.filter(({ key }) => meets(key));
  const always = enough.filter(({ key }) => categories.every((other) => meets(key, other.key)));
  const onlyThese = categories.every(
    (a) =>
      enough.includes(a) || categories.every((b) => enough.includes(b) || !meets(a.key, b.key)),
  );
  return {
    least: always.map((category) => [chosen(category)]),
    most: onlyThese ? [enough.map(chosen)] : [],
  };
}
