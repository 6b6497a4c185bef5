import type { Article, Division, Ordinance, Paragraph } from "../structure.ts";
import { Block } from "./blocks.ts";
import { findDivision, findPlace, findSuppl } from "./find-place.ts";
import { missing } from "./missing.ts";
import type { Of, Place } from "./operations.ts";

/** Puts new provisions in; answers what is wrong, if it cannot be. */
export function insertProvisions(
  ordinance: Ordinance,
  operation: Of<"insert">,
): string | undefined {
  const { place, where, unit } = operation;
  const block = new Block(operation.block, ordinance.style);
  if (unit === "附則") {
    ordinance.supplProvisions.push(...block.suppl());
    return undefined;
  }
  const unread = `${place.words}に加える規定が、次の行から読み取れません。${unit}の番号から書いてください。`;
  if (unit === "条") {
    const articles = block.articles();
    if (articles.length === 0) return unread;
    if (where === "into") return appendArticles(ordinance, place, articles);
    const found = findPlace(ordinance, place);
    if (found?.part.type !== "Article") return missing(place);
    const list = found.list as (Division | Article)[];
    list.splice(list.indexOf(found.part) + (where === "after" ? 1 : 0), 0, ...articles);
    return undefined;
  }
  if (unit === "項") {
    const fresh = block.paragraphs();
    if (fresh.length === 0) return unread;
    const list = paragraphList(ordinance, place);
    if (!list) return missing(place);
    const at =
      place.paragraph === undefined || where === "into"
        ? list.length
        : list.findIndex((p) => String(p.num) === place.paragraph);
    if (at < 0) return missing(place);
    list.splice(at + (where === "after" ? 1 : 0), 0, ...fresh);
    return undefined;
  }
  const items = block.items();
  if (items.length === 0) return unread;
  const holder = findPlace(ordinance, {
    ...place,
    item: undefined,
    paragraph: place.paragraph ?? "1",
  })?.part;
  if (holder?.type !== "Paragraph") return missing(place);
  const at =
    where === "into"
      ? holder.items.length
      : holder.items.findIndex((item) => item.num === place.item);
  if (at < 0) return missing(place);
  holder.items.splice(at + (where === "after" ? 1 : 0), 0, ...items);
  return undefined;
}

function paragraphList(ordinance: Ordinance, place: Place): Paragraph[] | undefined {
  if (place.article !== undefined) {
    const part = findPlace(ordinance, {
      ...place,
      paragraph: undefined,
      item: undefined,
    })?.part;
    return part?.type === "Article" ? part.paragraphs : undefined;
  }
  return place.root === "suppl"
    ? findSuppl(ordinance, place)?.paragraphs
    : ordinance.mainProvision.paragraphs;
}

function appendArticles(
  ordinance: Ordinance,
  place: Place,
  articles: readonly Article[],
): string | undefined {
  if (place.divisions) {
    const division = findDivision(ordinance, place);
    if (!division) return missing(place);
    division.children.push(...articles);
    return undefined;
  }
  let children = ordinance.mainProvision.children;
  for (let last = children.at(-1); last && last.type !== "Article"; last = children.at(-1))
    children = last.children;
  children.push(...articles);
  return undefined;
}
