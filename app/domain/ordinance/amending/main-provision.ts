import { formatOrdinance } from "../format.ts";
import type { Article, Division, Ordinance } from "../structure.ts";
import { cited } from "./numbers.ts";

/** The lines of the main provision. */
export function blockOf(ordinance: Ordinance): string[] {
  const only = {
    ...ordinance,
    promulgation: [],
    enactStatements: [],
    supplProvisions: [],
    appdxTables: [],
    appdxStyles: [],
    lawTitle: "",
    lawNum: undefined,
    toc: undefined,
    preamble: undefined,
  };
  return formatOrdinance(only)
    .split("\n")
    .filter((line) => line !== "");
}

/** The 編, 章 and so on as they stand in each other, without articles and names. */
export function skeleton(children: readonly (Division | Article)[]): string {
  return JSON.stringify(divisionTree(children));
}

function divisionTree(children: readonly (Division | Article)[]): unknown[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [] : [[child.type, child.num, divisionTree(child.children)]],
  );
}

/** All 編, 章 and so on, in reading order. */
export function divisions(children: readonly (Division | Article)[]): Division[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [] : [child, ...divisions(child.children)],
  );
}

/** 「第2章」 of 「第2章　雑則」. */
export function headOf(division: Division): string {
  return division.title.split(/[ 　]/)[0] ?? division.title;
}

/** All articles with the chapter they stand in: 「第1章第2節」. */
export function articlesOf(
  children: readonly (Division | Article)[],
  group: string,
): { article: Article; group: string }[] {
  return children.flatMap((child) =>
    child.type === "Article"
      ? [{ article: child, group }]
      : articlesOf(child.children, `${group}${headOf(child)}`),
  );
}

/** 「第5条の2」; 「第7条及び第8条」 for a block. */
export function articleCite(num: string, style: Ordinance["style"]): string {
  const [from = "", to] = num.split(":");
  return to === undefined
    ? cited(from, "条", style)
    : `${cited(from, "条", style)}から${cited(to, "条", style)}まで`;
}
