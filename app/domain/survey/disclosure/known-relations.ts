import { ConditionsParser } from "survey-core";
import type { CountedVariable } from "../counting/variables.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";
import { type ByQuestion, both, boundsOf } from "./condition-bounds.ts";
import { crossedRelations } from "./crossed-relations.ts";
import { atMost, equal, type KnownRelation, type KnownTerm } from "./known-relation.ts";
import { typeRelations } from "./type-relations.ts";

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

function shownRelations(
  { visibleIf, enableIf }: Exclude<Question, HtmlQuestion>,
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
