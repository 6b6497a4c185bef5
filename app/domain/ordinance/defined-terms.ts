import { provisionsOf } from "./provision-list.ts";
import { type ProvisionNode, textOf } from "./provisions.ts";
import type { Article, Division, Ordinance } from "./structure.ts";

/** A term that an ordinance defines, and where it holds. */
export interface DefinedTerm {
  term: string;
  /** Path of the provision that defines it. */
  path: string;
  /** 定義規定 (a 号 list, 「「X」とは、…をいう」) or in brackets (「（以下「X」という。）」). */
  form: "list" | "sentence" | "inline";
  /**
   * The whole ordinance; from the definition on; or only within the provisions named
   * (「以下この条において」), `within` being the path of the widest of them.
   */
  scope: "ordinance" | "onward" | "limited";
  within?: string;
}

const sentenceForm = /この(?:条例|法律|政令|規則)において「([^「」]{1,40})」とは/g;
const inlineForm =
  /(以下|[^「」（）。、]{1,20}において)([^「」（）。]{0,40}?)「([^「」]{1,40})」(?:という|と総称する)。/g;

/** The terms that an ordinance defines, in reading order. */
export function definedTerms(ordinance: Ordinance): DefinedTerm[] {
  const terms: DefinedTerm[] = listTerms(ordinance);
  const nodes = provisionsOf(ordinance);
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  for (const node of nodes) {
    if (["title", "toc", "enactStatement", "style"].includes(node.kind)) continue;
    for (const match of node.text.matchAll(sentenceForm)) {
      terms.push({ term: match[1] ?? "", path: node.path, form: "sentence", scope: "ordinance" });
    }
    for (const match of node.text.matchAll(inlineForm)) {
      const [, head = "", limit = "", term = ""] = match;
      terms.push({ term, path: node.path, form: "inline", ...scopeOf(head + limit, node, byPath) });
    }
  }
  const order = new Map(nodes.map((node, index) => [node.path, index]));
  return terms.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
}

/** 号 under 「用語の意義は、当該各号に定めるところによる」. */
function listTerms(ordinance: Ordinance): DefinedTerm[] {
  return articlesOf(ordinance.mainProvision.children).flatMap((article) =>
    article.paragraphs.flatMap((paragraph): DefinedTerm[] => {
      const text = textOf(paragraph.sentences);
      if (!/用語の(?:意義|定義)は/.test(text)) return [];
      return paragraph.items.flatMap((item): DefinedTerm[] => {
        const columns = item.sentences.filter((sentence) => sentence.column === 1);
        if (columns.length === 0) return [];
        const term = textOf(columns).replace(/^「|」$/g, "");
        const path = `art-${article.num}/p${paragraph.num}/i${item.num}`;
        return [{ term, path, form: "list", scope: "ordinance" }];
      });
    }),
  );
}

function articlesOf(children: readonly (Division | Article)[]): Article[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [child] : articlesOf(child.children),
  );
}

const kinds = [
  ["この章", "chapter"],
  ["この節", "section"],
  ["この条", "article"],
  ["この項", "paragraph"],
  ["この号", "item"],
  ["この附則", "supplementary"],
] as const;

function scopeOf(
  words: string,
  node: ProvisionNode,
  byPath: ReadonlyMap<string, ProvisionNode>,
): Pick<DefinedTerm, "scope" | "within"> {
  if (/^以下(?:単に|これらを|総称して)?$/.test(words)) return { scope: "onward" };
  const found = kinds.find(([word]) => words.includes(word));
  if (!found) return words.includes("において") ? { scope: "limited" } : { scope: "onward" };
  let at: ProvisionNode | undefined = node;
  while (at && at.kind !== found[1]) at = at.parentPath ? byPath.get(at.parentPath) : undefined;
  return at ? { scope: "limited", within: at.path } : { scope: "limited" };
}
