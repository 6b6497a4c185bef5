import fc from "fast-check";
import type { Ordinance } from "#app/domain/ordinance/structure.ts";
import {
  type ArticlePlan,
  articlePlan,
  type OrdinancePlan,
  ordinanceOf,
  ordinancePlan,
  provisionText,
} from "./ordinances.ts";

/** Two versions of which it is known which article of the one is which of the other. */
export interface KnownPair {
  before: Ordinance;
  after: Ordinance;
  /** Path of the article in the new version → its path in the old one. */
  same: Map<string, string>;
  /** Paths (new version) of articles that were taken out and put in elsewhere. */
  moved: Set<string>;
}

type Edit =
  | { kind: "insert"; at: number; article: ArticlePlan }
  | { kind: "remove"; at: number }
  | { kind: "move"; at: number; to: number }
  | { kind: "reword"; at: number; paragraph: number; text: string }
  | { kind: "add-paragraph"; at: number; text: string }
  | { kind: "remove-paragraph"; at: number };

const place = fc.nat(10_000);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), at: place, article: articlePlan }),
  fc.record({ kind: fc.constant("remove" as const), at: place }),
  fc.record({ kind: fc.constant("move" as const), at: place, to: place }),
  fc.record({
    kind: fc.constant("reword" as const),
    at: place,
    paragraph: place,
    text: provisionText,
  }),
  fc.record({ kind: fc.constant("add-paragraph" as const), at: place, text: provisionText }),
  fc.record({ kind: fc.constant("remove-paragraph" as const), at: place }),
);

/** Pairs of versions with up to six edits: insertions, removals, moves, rewordings, renumbering. */
export const knownPair: fc.Arbitrary<KnownPair> = fc
  .tuple(ordinancePlan, fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([plan, edits]) => pairOf(plan, edits));

function pairOf(original: OrdinancePlan, edits: readonly Edit[]): KnownPair {
  let key = 0;
  const plan: OrdinancePlan = {
    ...original,
    chapters: original.chapters.map((chapter) => ({
      ...chapter,
      articles: chapter.articles.map((article) => {
        key += 1;
        return { ...article, key };
      }),
    })),
  };
  const chapters = plan.chapters.map((chapter) => ({
    ...chapter,
    articles: [...chapter.articles],
  }));
  const moved = new Set<number>();
  for (const each of edits) {
    key += 1;
    apply(chapters, each, key, moved);
  }
  const after: OrdinancePlan = { ...plan, chapters: chapters.filter((c) => c.articles.length > 0) };
  const old = new Map(keysOf(plan).map((each, index) => [each, `art-${index + 1}`]));
  const same = new Map<string, string>();
  const movedPaths = new Set<string>();
  keysOf(after).forEach((each, index) => {
    const path = `art-${index + 1}`;
    const before = old.get(each);
    if (before) same.set(path, before);
    if (before && moved.has(each)) movedPaths.add(path);
  });
  return { before: ordinanceOf(plan), after: ordinanceOf(after), same, moved: movedPaths };
}

function keysOf(plan: OrdinancePlan): number[] {
  return plan.chapters.flatMap((chapter) => chapter.articles.map((article) => article.key));
}

type Chapter = { articles: ArticlePlan[] };

/** The list that holds position `at` (counted over all chapters, wrapped) and the place in it. */
function locate(chapters: Chapter[], at: number): [ArticlePlan[], number] {
  const total = chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  let rest = total === 0 ? 0 : at % total;
  for (const { articles } of chapters) {
    if (rest < articles.length) return [articles, rest];
    rest -= articles.length;
  }
  return [chapters[0]?.articles ?? [], 0];
}

function apply(chapters: Chapter[], each: Edit, key: number, moved: Set<number>): void {
  const [articles, index] = locate(chapters, each.at);
  const article = articles[index];
  const total = chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  switch (each.kind) {
    case "insert":
      articles.splice(index, 0, { ...each.article, key });
      return;
    case "remove":
      if (total > 1) articles.splice(index, 1);
      return;
    case "move": {
      if (!article || total < 3) return;
      articles.splice(index, 1);
      const [target, to] = locate(chapters, each.to);
      target.splice(to, 0, article);
      moved.add(article.key);
      return;
    }
    default:
      if (article) articles[index] = reword(article, each);
  }
}

function reword(article: ArticlePlan, each: Edit): ArticlePlan {
  const paragraphs = [...article.paragraphs];
  if (each.kind === "add-paragraph") paragraphs.push({ text: each.text, items: [] });
  if (each.kind === "remove-paragraph" && paragraphs.length > 1) paragraphs.pop();
  if (each.kind === "reword") {
    const at = each.paragraph % paragraphs.length;
    const old = paragraphs[at];
    if (old) paragraphs[at] = { ...old, text: old.text.replace("は、", "は、速やかに、") };
  }
  return { ...article, paragraphs };
}
