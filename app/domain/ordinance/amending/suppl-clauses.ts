import { formatSuppl } from "../format.ts";
import type { Ordinance } from "../structure.ts";
import { paragraphClauses, type Writing } from "./article-clauses.ts";
import { type Clause, clause } from "./clauses.ts";

/**
 * What turns the 附則 of one version into those of another, a list for each sentence; `finely` says
 * whether word by word, `whole` whether without parting them.
 */
export function supplClauses(
  before: Ordinance,
  after: Ordinance,
  writing: Writing,
  { finely, whole }: { finely: boolean; whole: boolean },
): Clause[][] {
  const lawtext = after.notation === "lawtext";
  const olds = before.supplProvisions;
  const news = after.supplProvisions;
  const head = (suppl: (typeof olds)[number]) =>
    JSON.stringify([suppl.label, suppl.amendLawNum, suppl.extract]);
  const block = (suppl: (typeof olds)[number]) => formatSuppl(suppl, lawtext).flat();
  if (JSON.stringify(olds.map(block)) === JSON.stringify(news.map(block))) return [];
  const names = olds.map((suppl) => suppl.amendLawNum ?? "");
  const aligned = olds.every((suppl, index) => {
    const other = news[index];
    return other !== undefined && head(suppl) === head(other);
  });
  if (!aligned || new Set(names).size < names.length || whole) {
    return [[clause("附則の全部を次のように", "amend", news.flatMap(block))]];
  }
  const clauses = olds.flatMap((suppl, index): Clause[][] => {
    const other = news[index];
    if (!other || JSON.stringify(block(suppl)) === JSON.stringify(block(other))) return [];
    const name = `附則${suppl.amendLawNum ?? ""}`;
    const plain = suppl.articles.length + other.articles.length === 0;
    const numbered = [suppl, other].every(({ paragraphs }) => paragraphs[0]?.paragraphNum !== "");
    const bare = [suppl, other].every(
      (s) => s.paragraphs.length === 1 && s.paragraphs[0]?.paragraphNum === "",
    );
    const inner =
      plain && (numbered || bare) && finely
        ? paragraphClauses(suppl.paragraphs, other.paragraphs, name, name, writing)
        : undefined;
    return [inner ?? [clause(`${name}を次のように`, "amend", block(other))]];
  });
  const added = news.slice(olds.length);
  if (added.length > 0) clauses.push([clause("附則の次に次の附則を", "add", added.flatMap(block))]);
  return clauses;
}
