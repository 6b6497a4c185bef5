import type { WordEdit } from "./word-edits.ts";

/**
 * A clause of an amending sentence in its joining and its final form (「削り」「削る」). A clause
 * that is followed by a block of provisions ends its sentence.
 */
export interface Clause {
  joined: string;
  final: string;
  block?: string[];
}

export const verbs = {
  amend: ["改め", "改める"],
  add: ["加え", "加える"],
  remove: ["削り", "削る"],
  become: ["とし", "とする"],
  down: ["繰り下げ", "繰り下げる"],
  up: ["繰り上げ", "繰り上げる"],
  attach: ["付し", "付する"],
} as const;

/** A clause of words and verb. */
export function clause(words: string, verb: keyof typeof verbs, block?: string[]): Clause {
  const [joined, final] = verbs[verb];
  return { joined: words + joined, final: words + final, ...(block ? { block } : {}) };
}

/** Word edits of one provision: 「第3条中「A」を「B」に、「C」を「D」に改め、「E」を削る」. */
export function wordClauses(
  place: string,
  edits: readonly WordEdit[],
  after: "次" | "下",
): Clause[] {
  const clauses: Clause[] = [];
  let replaced: string[] = [];
  let head = `${place}中`;
  const take = () => {
    const words = head;
    head = "";
    return words;
  };
  const flush = () => {
    if (replaced.length > 0) clauses.push(clause(take() + replaced.join("、"), "amend"));
    replaced = [];
  };
  for (const edit of edits) {
    if (edit.kind === "replace") {
      replaced.push(`「${edit.from}」を「${edit.to}」に`);
      continue;
    }
    flush();
    if (edit.kind === "delete") clauses.push(clause(`${take()}「${edit.from}」を`, "remove"));
    else clauses.push(clause(`${take()}「${edit.from}」の${after}に「${edit.added}」を`, "add"));
  }
  flush();
  return clauses;
}

/** Clauses as sentences: joined by 「、」 until one carries a block. */
export function sentences(clauses: readonly Clause[]): string[] {
  const lines: string[] = [];
  let joined = "";
  let article: string | undefined;
  clauses.forEach((each, index) => {
    const last = index === clauses.length - 1 || each.block !== undefined;
    const words = last ? `${each.final}。` : `${each.joined}、`;
    joined +=
      article !== undefined && isAt(words, article) ? `同条${words.slice(article.length)}` : words;
    article = lastArticle(words) ?? article;
    if (!last) return;
    lines.push(`　${joined}`, ...(each.block ?? []));
    joined = "";
    article = undefined;
  });
  return lines;
}

const articleWords =
  /第[0-9０-９一二三四五六七八九十百千]{1,8}条(?:の[0-9０-９一二三四五六七八九十百]{1,4}){0,3}/g;

/** Whether a clause begins with an article and not with one of its branches (第5条 in 第5条の2). */
function isAt(words: string, article: string): boolean {
  return (
    words.startsWith(article) &&
    words.match(articleWords)?.[0] === article &&
    !words.startsWith(`${article}から`)
  );
}

/** The last article that a clause names outside quotations; 同条 goes on meaning it. */
function lastArticle(words: string): string | undefined {
  let depth = 0;
  let plain = "";
  for (const char of words) {
    if (char === "「") depth += 1;
    else if (char === "」") depth -= 1;
    else if (depth === 0) plain += char;
  }
  return plain.match(articleWords)?.at(-1);
}
