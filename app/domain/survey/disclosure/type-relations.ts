import type { CountedVariable } from "../counting/variables.ts";
import type { HtmlQuestion, Question } from "../questionnaire.ts";
import { atMost, equal, type KnownRelation, type KnownTerm, negative } from "./known-relation.ts";

/** What the type of a question alone brings: places given once, choices that stand alone, limits. */
export function typeRelations(
  question: Exclude<Question, HtmlQuestion>,
  variables: readonly CountedVariable[],
): KnownRelation[] {
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
