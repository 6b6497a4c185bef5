import { foldGlyphs } from "../glyphs.ts";
import { compareNums } from "../numerals.ts";
import type {
  AppdxTable,
  Article,
  Division,
  Item,
  Ordinance,
  Paragraph,
  Subitem,
  SupplProvision,
} from "../structure.ts";
import type { Place } from "./operations.ts";

/** A provision in a working copy, with the list it stands in. */
export type Found =
  | { part: Article; list: (Division | Article)[] }
  | { part: Paragraph; list: Paragraph[] }
  | { part: Item; list: Item[]; paragraph: Paragraph }
  | { part: Subitem; list: Subitem[] };

/** The 附則 that a place names: the one of an amending ordinance by its number, else the first. */
export function findSuppl(ordinance: Ordinance, place: Place): SupplProvision | undefined {
  const { amendLawNum } = place;
  if (amendLawNum === undefined) return ordinance.supplProvisions[0];
  const wanted = foldGlyphs(amendLawNum);
  return ordinance.supplProvisions.find((s) => foldGlyphs(s.amendLawNum ?? "") === wanted);
}

/** The 別表 that a place names by its number; undefined where the ordinance has none so numbered. */
export function findTable(ordinance: Ordinance, place: Place): AppdxTable | undefined {
  return ordinance.appdxTables.find((table) => table.num === place.table);
}

const units: Record<string, Division["type"]> = {
  編: "Part",
  章: "Chapter",
  節: "Section",
  款: "Subsection",
};

/** The 章 that a place names, 「第2章第1節」 step by step. */
export function findDivision(ordinance: Ordinance, place: Place): Division | undefined {
  let children = ordinance.mainProvision.children;
  let found: Division | undefined;
  for (const { unit, num } of place.divisions ?? []) {
    found = divisionIn(children, units[unit], num);
    if (!found) return undefined;
    children = found.children;
  }
  return found;
}

function divisionIn(
  children: readonly (Division | Article)[],
  type: Division["type"] | undefined,
  num: string,
): Division | undefined {
  for (const child of children) {
    if (child.type === "Article") continue;
    if (child.type === type && child.num === num) return child;
    const inner = divisionIn(child.children, type, num);
    if (inner) return inner;
  }
  return undefined;
}

/** The provision that a place names, as the copy stands now. */
export function findPlace(ordinance: Ordinance, place: Place): Found | undefined {
  const suppl = place.root === "suppl" ? findSuppl(ordinance, place) : undefined;
  if (place.root !== "main" && !suppl) return undefined;
  const children = suppl ? suppl.articles : ordinance.mainProvision.children;
  const article = place.article === undefined ? undefined : findArticle(children, place.article);
  if (place.article !== undefined && !article) return undefined;
  if (article && place.paragraph === undefined && place.item === undefined) return article;
  const paragraphs = article
    ? article.part.paragraphs
    : (suppl ?? ordinance.mainProvision).paragraphs;
  const num = Number(place.paragraph ?? "1");
  const paragraph = paragraphs.find((each) => each.num === num);
  if (!paragraph) return undefined;
  if (place.item === undefined) return { part: paragraph, list: paragraphs };
  const item = paragraph.items.find((each) => each.num === place.item);
  if (!item) return undefined;
  let found: Found = { part: item, list: paragraph.items, paragraph };
  for (const sign of place.subitems ?? []) {
    const list: Subitem[] =
      found.part.type === "Item" || found.part.type.startsWith("Subitem")
        ? (found.part as Item | Subitem).subitems
        : [];
    const subitem = list.find((each) => foldGlyphs(each.subitemTitle) === foldGlyphs(sign));
    if (!subitem) return undefined;
    found = { part: subitem, list };
  }
  return found;
}

function findArticle(
  children: (Division | Article)[],
  num: string,
): { part: Article; list: (Division | Article)[] } | undefined {
  for (const child of children) {
    if (child.type === "Article") {
      const [from = "", to] = child.num.split(":");
      const within = to !== undefined && compareNums(from, num) <= 0 && compareNums(num, to) <= 0;
      if (child.num === num || within) return { part: child, list: children };
    } else {
      const found = findArticle(child.children, num);
      if (found) return found;
    }
  }
  return undefined;
}
