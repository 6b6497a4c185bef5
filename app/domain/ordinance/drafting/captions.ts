import { comparable } from "../glyphs.ts";
import { isDeleted } from "../provisions.ts";
import type { Article, Division } from "../structure.ts";
import { type Draft, type Finding, findingAt } from "./finding.ts";

/**
 * 見出し: missing where no 共通見出し can cover the article, in half-width brackets, or the same as
 * that of the article before (which should be one 共通見出し).
 */
export function checkCaptions(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const groups = groupsOf(draft.ordinance.mainProvision.children);
  const used = groups.flat().some((article) => article.articleCaption !== undefined);
  if (!used) return [];
  for (const articles of groups) {
    let previous: Article | undefined;
    for (const article of articles) {
      findings.push(...checkOne(draft, article, previous));
      previous = isDeleted(article) ? undefined : article;
    }
  }
  return findings;
}

function checkOne(draft: Draft, article: Article, previous: Article | undefined): Finding[] {
  const node = draft.index.get(`art-${article.num.replace(":", "to")}`);
  if (!node || isDeleted(article)) return [];
  const caption = article.articleCaption;
  if (caption === undefined) {
    if (previous) return [];
    const message = `${node.label}に見出しがありません。条の前の行に「（…）」で見出しを付けてください。`;
    return [findingAt(node, "caption-missing", "誤り", message)];
  }
  const findings: Finding[] = [];
  if (caption.startsWith("(") || caption.endsWith(")")) {
    const suggestion = `（${caption.slice(1, -1)}）`;
    const message = `見出し「${caption}」の括弧が半角です。「${suggestion}」と全角にしてください。`;
    findings.push(findingAt(node, "caption-brackets", "誤り", message, { suggestion }));
  }
  const before = previous?.articleCaption;
  if (before !== undefined && comparable(before) === comparable(caption)) {
    const message = `見出し「${caption}」が前の条と同じです。共通見出しにするか、見出しを変えてください。`;
    findings.push(findingAt(node, "caption-repeated", "誤り", message));
  }
  return findings;
}

/** Articles that follow each other within one chapter. */
function groupsOf(children: readonly (Division | Article)[]): Article[][] {
  const own = children.flatMap((child) => (child.type === "Article" ? [child] : []));
  const inner = children.flatMap((child) =>
    child.type === "Article" ? [] : groupsOf(child.children),
  );
  return [own, ...inner];
}
