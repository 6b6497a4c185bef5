import type { Article, Division, Item, Ordinance, Paragraph } from "../structure.ts";

/**
 * The articles, paragraphs and 号 of an ordinance by the paths that `provisionsOf` gives them; of
 * equal paths (a number used twice) only the first.
 */
export function partsByPath(ordinance: Ordinance): Map<string, Article | Paragraph | Item> {
  const parts = new Map<string, Article | Paragraph | Item>();
  const put = (path: string, part: Article | Paragraph | Item) => {
    if (!parts.has(path)) parts.set(path, part);
  };
  const paragraphs = (path: string, all: readonly Paragraph[]) => {
    for (const paragraph of all) {
      const own = `${path}/p${paragraph.num}`;
      put(own, paragraph);
      for (const item of paragraph.items) put(`${own}/i${item.num.replace(":", "to")}`, item);
    }
  };
  const articles = (prefix: string, children: readonly (Division | Article)[]) => {
    for (const child of children) {
      if (child.type !== "Article") {
        articles(prefix, child.children);
        continue;
      }
      const path = `${prefix}art-${child.num.replace(":", "to")}`;
      put(path, child);
      paragraphs(path, child.paragraphs);
    }
  };
  paragraphs("main", ordinance.mainProvision.paragraphs);
  articles("", ordinance.mainProvision.children);
  ordinance.supplProvisions.forEach((suppl, index) => {
    const path = `suppl-${index + 1}`;
    paragraphs(path, suppl.paragraphs);
    articles(`${path}/`, suppl.articles);
  });
  return parts;
}
