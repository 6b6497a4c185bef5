import type { ListMarker } from "./markers.ts";
import type { SourceLine } from "./source-lines.ts";
import type { Article, Item, Paragraph, Subitem, SubitemLevel } from "./structure.ts";

/** A 条 that holds nothing yet. */
export function articleOf(
  num: string,
  written: string,
  caption: string | undefined,
  { line }: SourceLine,
): Article {
  return {
    type: "Article",
    num,
    articleTitle: written,
    ...(caption === undefined ? {} : { articleCaption: caption }),
    paragraphs: [],
    line,
  };
}

/** A 項 that holds nothing yet; `written` is "" where it carries no number. */
export function paragraphOf(
  num: number,
  written: string,
  caption: string | undefined,
  { line }: SourceLine,
): Paragraph {
  return {
    type: "Paragraph",
    num,
    paragraphNum: written,
    ...(caption === undefined ? {} : { paragraphCaption: caption }),
    sentences: [],
    items: [],
    tables: [],
    line,
  };
}

/** A 号 that holds nothing yet. */
export function itemOf({ num, written }: ListMarker, { line }: SourceLine): Item {
  return {
    type: "Item",
    num,
    itemTitle: written,
    sentences: [],
    subitems: [],
    tables: [],
    line,
  };
}

/** A 細分 that holds nothing yet. */
export function subitemOf(
  level: SubitemLevel,
  num: string,
  { written }: ListMarker,
  { line }: SourceLine,
): Subitem {
  return {
    type: level,
    num,
    subitemTitle: written,
    sentences: [],
    subitems: [],
    tables: [],
    line,
  };
}
