import { textOf } from "../provisions.ts";
import { readColumns, readSentences } from "../sentences.ts";
import type { AppdxTable, Article, Item, Paragraph, Subitem, Table } from "../structure.ts";

/** One stretch of text in a working copy that amending sentences can change. */
export interface Leaf {
  get(): string;
  set(text: string): void;
}

type Holder = Article | Paragraph | Item | Subitem | AppdxTable;

/** The own text of a paragraph, 号 or 細分. */
export function ownLeaf(holder: Paragraph | Item | Subitem): Leaf {
  const read = holder.type === "Paragraph" ? readSentences : readColumns;
  return {
    get: () => textOf(holder.sentences),
    set: (text) => {
      holder.sentences = read(text);
    },
  };
}

/** All texts of a provision with what stands beneath it; the 見出し is none of them. */
export function leavesOf(holder: Holder): Leaf[] {
  switch (holder.type) {
    case "Article":
      return holder.paragraphs.flatMap(leavesOf);
    case "Paragraph":
      return [ownLeaf(holder), ...tables(holder.tables), ...holder.items.flatMap(leavesOf)];
    case "Item":
    case "Subitem1":
    case "Subitem2":
    case "Subitem3":
      return [ownLeaf(holder), ...tables(holder.tables), ...holder.subitems.flatMap(leavesOf)];
    case "AppdxTable":
      return holder.content.flatMap((part): Leaf[] => {
        if (part.type === "Table") return tables([part]);
        if (part.type === "Item") return leavesOf(part);
        return [
          {
            get: () => part.text,
            set: (text) => {
              part.text = text;
            },
          },
        ];
      });
  }
}

function tables(all: readonly Table[]): Leaf[] {
  return all.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.columns.map((_, at) => ({
        get: () => row.columns[at] ?? "",
        set: (text: string) => {
          row.columns[at] = text;
        },
      })),
    ),
  );
}
