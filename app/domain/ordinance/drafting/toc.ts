import { comparable } from "../glyphs.ts";
import { readNumber } from "../numerals.ts";
import type { Article, Division } from "../structure.ts";
import { type Draft, type Finding, findingAt } from "./finding.ts";

/** The 目次 against the chapters: their names, and the articles each of them holds. */
export function checkToc(draft: Draft): Finding[] {
  const { toc, mainProvision } = draft.ordinance;
  const node = draft.index.get("toc");
  if (!node || !toc) return [];
  const divisions = flatten(mainProvision.children);
  const entries = toc.entries.filter(
    (entry) => !["Preamble", "SupplProvision", "AppdxTable"].includes(entry.level),
  );
  const findings: Finding[] = [];
  const say = (message: string) => findings.push(findingAt(node, "toc", "誤り", message));
  for (const [index, entry] of entries.entries()) {
    const division = divisions[index];
    if (!division) {
      say(`目次の「${entry.title}」に当たる章が本則にありません。`);
      continue;
    }
    if (comparable(division.title) !== comparable(entry.title)) {
      say(`目次では「${entry.title}」ですが、本則では「${division.title}」です。`);
      continue;
    }
    const articles = articlesOf(division);
    const wanted = [articles[0], articles.at(-1)].map((article) => article?.articleTitle ?? "");
    const written = titlesIn(entry.articleRange ?? "");
    if (written.length === 0 || articles.length === 0) continue;
    const ends = [written[0] ?? "", written.at(-1) ?? ""];
    if (ends.some((title, at) => comparable(title) !== comparable(endOf(wanted[at] ?? "", at)))) {
      const range = wanted[0] === wanted[1] ? wanted[0] : `${wanted[0]}―${wanted[1]}`;
      say(`目次の「${entry.title}${entry.articleRange}」は、本則では（${range}）です。`);
    }
  }
  for (const division of divisions.slice(entries.length))
    say(`「${division.title}」が目次にありません。`);
  return findings;
}

function flatten(children: readonly (Division | Article)[]): Division[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [] : [child, ...flatten(child.children)],
  );
}

function articlesOf(division: Division): Article[] {
  return division.children.flatMap((child) =>
    child.type === "Article" ? [child] : articlesOf(child),
  );
}

/** 「第7条及び第8条」 begins with 第7条 and ends with 第8条. */
function endOf(title: string, at: number): string {
  const titles = titlesIn(title);
  return (at === 0 ? titles[0] : titles.at(-1)) ?? title;
}

function titlesIn(range: string): string[] {
  const titles: string[] = [];
  for (let at = range.indexOf("第"); at >= 0; at = range.indexOf("第", at + 1)) {
    const number = readNumber(range, at + 1);
    if (!number || range.charAt(number.end) !== "条") continue;
    const rest = /^(?:の[0-9０-９一二三四五六七八九十]{1,4}){0,3}/.exec(
      range.slice(number.end + 1),
    );
    titles.push(range.slice(at, number.end + 1 + (rest?.[0].length ?? 0)));
  }
  return titles;
}
