import type { Ordinance } from "../structure.ts";
import { type Found, findPlace, findSuppl, findTable } from "./find-place.ts";
import { type Leaf, leavesOf, ownLeaf } from "./leaves.ts";
import { articlesIn, missing } from "./missing.ts";
import type { Of, Place } from "./operations.ts";

/** Changes words wherever they stand in the place cited; answers what is wrong, if it cannot be. */
export function amendWords(
  ordinance: Ordinance,
  { place, caption, edits }: Of<"words">,
): string | undefined {
  const leaves = caption ? captionLeaf(ordinance, place) : leavesAt(ordinance, place);
  if (!leaves) return missing(place);
  for (const edit of edits) {
    const to =
      edit.kind === "delete" ? "" : edit.kind === "insert" ? edit.from + edit.added : edit.to;
    let found = false;
    for (const leaf of leaves) {
      const text = leaf.get();
      if (!text.includes(edit.from)) continue;
      found = true;
      leaf.set(text.replaceAll(edit.from, () => to));
    }
    if (!found)
      return `${place.words}に「${edit.from}」がありません。引用する字句を確かめてください。`;
  }
  return undefined;
}

function captionLeaf(ordinance: Ordinance, place: Place): Leaf[] | undefined {
  const part = findPlace(ordinance, place)?.part;
  if (part?.type !== "Article") return undefined;
  return [
    {
      get: () => part.articleCaption ?? "",
      set: (text) => {
        part.articleCaption = text;
      },
    },
  ];
}

function leavesAt(ordinance: Ordinance, place: Place): Leaf[] | undefined {
  if (place.root === "title") {
    return [
      {
        get: () => ordinance.lawTitle,
        set: (text) => {
          ordinance.lawTitle = text;
        },
      },
    ];
  }
  if (place.root === "toc") {
    return ordinance.toc?.entries.flatMap((entry) => [
      {
        get: () => entry.title,
        set: (text: string) => {
          entry.title = text;
        },
      },
      {
        get: () => entry.articleRange ?? "",
        set: (text: string) => {
          entry.articleRange = text;
        },
      },
    ]);
  }
  if (place.root === "preamble") return ordinance.preamble?.paragraphs.flatMap(leavesOf);
  if (place.root === "table") {
    const table = findTable(ordinance, place);
    return table && leavesOf(table);
  }
  if (place.article === undefined && place.paragraph === undefined && place.item === undefined) {
    const suppl = place.root === "suppl" ? findSuppl(ordinance, place) : undefined;
    if (place.root === "suppl" && !suppl) return undefined;
    const body = suppl ?? ordinance.mainProvision;
    const children = suppl ? suppl.articles : ordinance.mainProvision.children;
    return [...body.paragraphs.flatMap(leavesOf), ...articlesIn(children).flatMap(leavesOf)];
  }
  const found = findPlace(ordinance, place);
  return found && (place.part ? partLeaves(found, place.part) : leavesOf(found.part));
}

/** The texts of 本文, ただし書, 前段 or 後段 alone, or of a paragraph without its 号. */
function partLeaves({ part }: Found, name: string): Leaf[] | undefined {
  const holder = part.type === "Article" ? part.paragraphs[0] : part;
  if (!holder) return undefined;
  if (name === "各号列記以外の部分") return [ownLeaf(holder)];
  return holder.sentences
    .filter(({ kind }) => kind === name || (name === "本文" && kind !== "ただし書"))
    .map((sentence) => ({
      get: () => sentence.text,
      set: (text: string) => {
        sentence.text = text;
      },
    }));
}
