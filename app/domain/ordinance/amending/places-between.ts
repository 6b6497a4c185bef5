import { compareNums } from "../numerals.ts";
import type { Ordinance } from "../structure.ts";
import { findPlace } from "./find-place.ts";
import { articlesIn } from "./missing.ts";
import type { Place } from "./operations.ts";

/** The places from one to another as they stand now, in order of their numbers. */
export function placesBetween(ordinance: Ordinance, from: Place, to: Place): Place[] {
  const level =
    from.item !== undefined ? "item" : from.paragraph !== undefined ? "paragraph" : "article";
  const found = findPlace(ordinance, from);
  const [low, high] = [from[level], to[level]];
  if (!found || low === undefined || high === undefined) return [];
  const all: { num: string | number }[] =
    found.part.type === "Article"
      ? articlesIn(ordinance.mainProvision.children)
      : (found.list as { num: string | number }[]);
  return all
    .map((each) => String(each.num))
    .filter((num) => compareNums(num, low) >= 0 && compareNums(num, high) <= 0)
    .map((num) => ({
      ...from,
      [level]: num,
      words: `第${num}${level === "article" ? "条" : level === "item" ? "号" : "項"}`,
    }));
}
