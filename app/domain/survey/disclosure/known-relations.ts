import { BinaryOperand, ConditionsParser, type Operand } from "survey-core";
import { type Condition, compileCondition } from "../conditions.ts";
import type { CountedVariable } from "../counting/variables.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";

/**
 * What everybody who can read the questionnaire knows of its tables: Σ coefficient × count is 0
 * ("equal") or not above 0 ("atMost"), among all answers as among those of each stratum. Cells are
 * named as in `frameOf`, without release and stratum; "" is how many answered at all.
 */
export interface KnownRelation {
  sense: "equal" | "atMost";
  terms: readonly KnownTerm[];
}

export type KnownTerm = readonly [coefficient: number, cell: string];

type Asked = Exclude<Question, HtmlQuestion>;

/**
 * The relations that conditions and question types bring: who is shown a question has met its
 * condition; the rows of a matrix are shown together; a place of a ranking is given once; a choice
 * that stands alone stands beside no other. Of answers to an earlier edition some may not hold.
 */
export function knownRelations(
  questionnaire: Questionnaire,
  variables: readonly CountedVariable[],
): KnownRelation[] {
  const byQuestion = new Map<string, CountedVariable[]>();
  for (const variable of variables) {
    byQuestion.set(variable.question, [...(byQuestion.get(variable.question) ?? []), variable]);
  }
  return answerableQuestions(questionnaire).flatMap((question) => {
    const own = byQuestion.get(question.name) ?? [];
    const first = own[0];
    if (!first) return [];
    return [
      ...own.slice(1).map(({ id }) =>
        equal([
          [1, `${id}#非該当`],
          [-1, `${first.id}#非該当`],
        ]),
      ),
      // Of each: the first may be withheld.
      ...own.flatMap((one) => shownRelations(question, one, byQuestion)),
      ...typeRelations(question, own),
      ...own.flatMap((variable) => crossedRelations(question, variable, variables)),
    ];
  });
}

const equal = (terms: KnownTerm[]): KnownRelation => ({ sense: "equal", terms });
const atMost = (lesser: readonly KnownTerm[], greater: readonly KnownTerm[]): KnownRelation => ({
  sense: "atMost",
  terms: [...lesser, ...negative(greater)],
});
const negative = (terms: readonly KnownTerm[]) =>
  terms.map(([coefficient, cell]): KnownTerm => [-coefficient, cell]);

/** How many meet a condition: not fewer than each of `least`, not more than each of `most`. */
interface Bounds {
  least: KnownTerm[][];
  most: KnownTerm[][];
}

type ByQuestion = ReadonlyMap<string, readonly CountedVariable[]>;

function shownRelations(
  { visibleIf, enableIf }: Asked,
  { id }: CountedVariable,
  byQuestion: ByQuestion,
): KnownRelation[] {
  // A question that cannot be filled in counts as 非該当 although it is shown.
  if (enableIf.length > 0) return [];
  if (visibleIf.length === 0) return [{ sense: "atMost", terms: [[1, `${id}#非該当`]] }];
  const shown: KnownTerm[] = [
    [1, ""],
    [-1, `${id}#非該当`],
  ];
  const { least, most } = visibleIf
    .map((expression) => boundsOf(new ConditionsParser().parseExpression(expression), byQuestion))
    .reduce(both);
  return [
    ...least.map((terms) => atMost(terms, shown)),
    ...most.map((terms) => atMost(shown, terms)),
  ];
}

/** Of two conditions that must both hold. */
function both(a: Bounds, b: Bounds): Bounds {
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

function boundsOf(operand: Operand | undefined, byQuestion: ByQuestion): Bounds {
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
function answersIn({ categories, edges }: CountedVariable, at: number): unknown[] | undefined {
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

function typeRelations(question: Asked, variables: readonly CountedVariable[]): KnownRelation[] {
  if (question.type === "ranking") return rankingRelations(question.selectToRank, variables);
  const [variable] = variables;
  if (question.type !== "checkbox" || !variable) return [];
  const { id } = variable;
  const n: KnownTerm = [1, `${id}#n`];
  const cell = ({ value }: { value: unknown }): KnownTerm => [1, `${id}=${value}`];
  const joins = question.choices.filter(({ kind }) => kind === "offered" || kind === "other");
  const alone = question.choices.filter((choice) => !joins.includes(choice)).map(cell);
  const times = (factor: number, terms: readonly KnownTerm[]) =>
    terms.map(([coefficient, name]): KnownTerm => [factor * coefficient, name]);
  const relations = joins.map((choice) => atMost([cell(choice), ...alone], [n]));
  if (alone.length > 0) relations.push(atMost(alone, [n]));
  const { maxSelected, minSelected } = question;
  const room = (factor: number) => [...times(factor, [n]), ...times(-factor, alone)];
  if (maxSelected !== null) relations.push(atMost(joins.map(cell), room(maxSelected)));
  if (minSelected > 1) relations.push(atMost(room(minSelected), joins.map(cell)));
  return relations;
}

function rankingRelations(
  selectToRank: boolean,
  variables: readonly CountedVariable[],
): KnownRelation[] {
  const [first] = variables;
  if (!first) return [];
  const n: KnownTerm[] = [[1, `${first.id}#n`]];
  const given = (place: number) => variables.map(({ id }): KnownTerm => [1, `${id}=${place}`]);
  return variables.flatMap(({ id }, index) => {
    const relations = index === 0 ? [] : [equal([[1, `${id}#n`], ...negative(n)])];
    const place = index + 1;
    if (!selectToRank || place === 1) relations.push(equal([...given(place), ...negative(n)]));
    else relations.push(atMost(given(place), given(place - 1)));
    return relations;
  });
}

/** Cells of one question by another that nobody can stand in. */
function crossedRelations(
  { type, visibleIf, enableIf }: Asked,
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
