import { readBranch, readNumber } from "./numerals.ts";
import type { Article, Item, Subitem } from "./structure.ts";

/** 「5条の2」 for "5_2": a number with its unit and 枝番, in Arabic digits. */
export function numbered(num: string, unit: string): string {
  if (!num.includes("_")) return num + unit;
  const [first, ...branches] = num.split("_");
  return `${first}${unit}${branches.map((branch) => `の${branch}`).join("")}`;
}

/** 「第5条の2」; 「第7条及び第8条」 stays as written but for the digits. */
export function articleLabel(article: Article): string {
  return article.num.includes(":") ? article.articleTitle : `第${numbered(article.num, "条")}`;
}

/** 「第3号」「第3号の2」 */
export function itemLabel(item: Item): string {
  return item.num.includes(":") ? item.itemTitle : `第${numbered(item.num, "号")}`;
}

/** 「ア」「（ア）」「a」: a 細分 is cited by its own sign, brackets in full width. */
export function subitemLabel(subitem: Subitem): string {
  return subitem.subitemTitle.replace("(", "（").replace(")", "）");
}

/** The number part of 「第1章　総則」: 「第1章」; "" where there is none. */
export function numeralOf(title: string): string {
  if (!title.startsWith("第")) return "";
  const number = readNumber(title, 1);
  if (!number) return "";
  return title.slice(0, readBranch(title, number.end + 1).end);
}
