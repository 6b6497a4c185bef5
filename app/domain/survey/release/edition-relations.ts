import type { ReleaseCounts } from "../disclosure/counted-tables.ts";
import { equal, type KnownRelation, type KnownTerm } from "../disclosure/known-relation.ts";
import type { Question } from "../questionnaire.ts";
import type { FramedVariable } from "./release-counts.ts";

/**
 * What the readers of two editions know: questions without condition that came together were not
 * shown to the same firms, neither were rows of one question that came together; and what went when
 * others came was not shown to all the others. Which those are the counts tell: it may be taken for
 * known of more than are, which hides more and never less.
 *
 * @param questions those that the variables belong to
 */
export function editionRelations(
  questions: readonly Question[],
  framed: readonly FramedVariable[],
  counts: Pick<ReleaseCounts, "responses" | "questions">,
): KnownRelation[] {
  const shownToAll = new Set(
    questions
      .filter(({ visibleIf, enableIf }) => visibleIf.length === 0 && enableIf.length === 0)
      .map(({ name }) => name),
  );
  const missed = new Map(counts.questions.map(({ id, notApplicable }) => [id, notApplicable]));
  const firstOf = new Map<string, FramedVariable>();
  // To it `knownRelations` ties the others of its question.
  const heads = new Set(
    framed.filter(({ variable }, at) => framed[at - 1]?.variable.question !== variable.question),
  );
  return framed.flatMap((one): KnownRelation[] => {
    const { id, variable } = one;
    const count = missed.get(id) ?? 0;
    if (count === 0) return [];
    const unconditional = shownToAll.has(variable.question);
    const keyOf = (number: number) => `${number} ${unconditional ? "" : variable.question}`;
    const first = firstOf.get(keyOf(count)) ?? one;
    firstOf.set(keyOf(count), first);
    const opposite = unconditional ? firstOf.get(keyOf(counts.responses - count)) : undefined;
    const own: KnownTerm = [1, `${id}#非該当`];
    return [
      ...(first === one || (!unconditional && heads.has(first))
        ? []
        : [equal([own, [-1, `${first.id}#非該当`]])]),
      ...(opposite === undefined ? [] : [equal([own, [1, `${opposite.id}#非該当`], [-1, ""]])]),
    ];
  });
}
