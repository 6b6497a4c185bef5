import { compareNums } from "../numerals.ts";
import { textOf } from "../provisions.ts";
import { readSentences } from "../sentences.ts";
import type { Article, Division, Ordinance } from "../structure.ts";
import { Block } from "./blocks.ts";
import { type Found, findDivision, findPlace, findSuppl, findTable } from "./find-place.ts";
import { type Leaf, leavesOf, ownLeaf } from "./leaves.ts";
import { renumberArticle, renumberItem, renumberParagraph } from "./numbers.ts";
import type { Operation, Place } from "./operations.ts";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** A working copy of an ordinance on which operations are carried out one after the other. */
export class Amender {
  ordinance: Ordinance;

  constructor(before: Ordinance) {
    this.ordinance = JSON.parse(
      JSON.stringify(before, (key, value) =>
        key === "line" || key === "lawTitleLine" ? 0 : value,
      ),
    );
  }

  /** Carries one operation out; answers what is wrong, in Japanese, if it cannot be. */
  apply(operation: Operation): string | undefined {
    switch (operation.kind) {
      case "words":
        return this.words(operation);
      case "caption":
        return this.caption(operation);
      case "division-title":
        return this.divisionTitle(operation);
      case "rewrite":
        return this.rewrite(operation);
      case "attach":
        Object.assign(
          this.ordinance,
          present(new Block(operation.block, this.ordinance.style).front()),
        );
        return undefined;
      case "remove":
        return this.remove(operation);
      case "insert":
        return this.insert(operation);
      case "sentence":
        return this.sentence(operation);
      case "rename":
        return this.rename(operation);
      case "shift":
        return this.shift(operation);
    }
  }

  private words({ place, caption, edits }: Of<"words">): string | undefined {
    const leaves = caption ? this.captionLeaf(place) : this.leaves(place);
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

  private captionLeaf(place: Place): Leaf[] | undefined {
    const part = findPlace(this.ordinance, place)?.part;
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

  private leaves(place: Place): Leaf[] | undefined {
    const { ordinance } = this;
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
      return [...body.paragraphs.flatMap(leavesOf), ...articlesOf(children).flatMap(leavesOf)];
    }
    const found = findPlace(ordinance, place);
    return found && (place.part ? partLeaves(found, place.part) : leavesOf(found.part));
  }

  private caption({ place, text }: Of<"caption">): string | undefined {
    const part = findPlace(this.ordinance, place)?.part;
    if (part?.type !== "Article") return missing(place);
    // The caption stands before the paragraphs in the order of the law XML, as readers write it.
    if (text === undefined) delete part.articleCaption;
    else part.articleCaption = text;
    return undefined;
  }

  private divisionTitle({ place, text }: Of<"division-title">): string | undefined {
    const division = findDivision(this.ordinance, place);
    if (!division) return missing(place);
    division.title = text;
    return undefined;
  }

  private rewrite({ place, block: lines }: Of<"rewrite">): string | undefined {
    const { ordinance } = this;
    const block = new Block(lines, ordinance.style);
    switch (place.root) {
      case "whole":
        this.ordinance = block.whole();
        return undefined;
      case "title":
        ordinance.lawTitle = block.text();
        return undefined;
      case "toc":
      case "preamble":
        Object.assign(ordinance, present(block.front()));
        return undefined;
      case "suppl-all":
        ordinance.supplProvisions = block.suppl();
        return undefined;
      case "appendices": {
        const { appdxTables, appdxStyles } = block.appendices();
        Object.assign(ordinance, { appdxTables, appdxStyles });
        return undefined;
      }
      case "table": {
        const at = ordinance.appdxTables.findIndex((table) => table.num === place.table);
        const [table] = block.appendices().appdxTables;
        if (at < 0 || !table) return missing(place);
        ordinance.appdxTables[at] = table;
        return undefined;
      }
      default:
        return this.rewriteProvision(place, block);
    }
  }

  private rewriteProvision(place: Place, block: Block): string | undefined {
    if (place.article === undefined && place.paragraph === undefined && place.item === undefined) {
      if (place.root === "main") {
        this.ordinance.mainProvision = block.main();
        return undefined;
      }
      return this.rewriteSuppl(place, block);
    }
    const found = findPlace(this.ordinance, place);
    if (!found) return missing(place);
    const { part } = found;
    const fresh =
      part.type === "Article"
        ? block.articles()
        : part.type === "Paragraph"
          ? block.paragraphs()
          : part.type === "Item"
            ? block.items()
            : [];
    if (fresh.length === 0) return `${place.words}の新しい規定が、次の行から読み取れません。`;
    replaceIn(found, fresh);
    return undefined;
  }

  private rewriteSuppl(place: Place, block: Block): string | undefined {
    const suppl = findSuppl(this.ordinance, place);
    if (!suppl) return missing(place);
    if (!block.hasSupplHeading()) {
      suppl.paragraphs = block.paragraphs();
      return undefined;
    }
    const [fresh] = block.suppl();
    if (!fresh) return missing(place);
    this.ordinance.supplProvisions[this.ordinance.supplProvisions.indexOf(suppl)] = fresh;
    return undefined;
  }

  private remove({ place, to }: Of<"remove">): string | undefined {
    const { ordinance } = this;
    if (place.root === "toc" || place.root === "preamble") {
      delete ordinance[place.root];
      return undefined;
    }
    if (place.root === "appendices") {
      ordinance.appdxTables = [];
      ordinance.appdxStyles = [];
      return undefined;
    }
    if (place.root === "table") {
      const table = findTable(ordinance, place);
      if (!table) return missing(place);
      ordinance.appdxTables.splice(ordinance.appdxTables.indexOf(table), 1);
      return undefined;
    }
    if (to) return this.removeRange(place, to);
    const found = findPlace(ordinance, place);
    if (!found) return missing(place);
    if (place.part) {
      const holder = found.part.type === "Article" ? found.part.paragraphs[0] : found.part;
      if (holder?.type !== "Paragraph" || !holder.sentences.some((s) => s.kind === place.part))
        return missing(place);
      const rest = holder.sentences.filter((sentence) => sentence.kind !== place.part);
      holder.sentences = readSentences(textOf(rest));
      return undefined;
    }
    removeFrom(found);
    return undefined;
  }

  private removeRange(from: Place, to: Place): string | undefined {
    const places = this.range(from, to);
    if (places.length === 0) return missing(from);
    const founds = places.flatMap((place) => findPlace(this.ordinance, place) ?? []);
    for (const found of founds) if (found.list.includes(found.part as never)) removeFrom(found);
    return undefined;
  }

  private insert(operation: Of<"insert">): string | undefined {
    const { place, where, unit } = operation;
    const { ordinance } = this;
    const block = new Block(operation.block, ordinance.style);
    if (unit === "附則") {
      ordinance.supplProvisions.push(...block.suppl());
      return undefined;
    }
    const unread = `${place.words}に加える規定が、次の行から読み取れません。${unit}の番号から書いてください。`;
    if (unit === "条") {
      const articles = block.articles();
      if (articles.length === 0) return unread;
      if (where === "into") return this.appendArticles(place, articles);
      const found = findPlace(ordinance, place);
      if (found?.part.type !== "Article") return missing(place);
      const list = found.list as (Division | Article)[];
      list.splice(list.indexOf(found.part) + (where === "after" ? 1 : 0), 0, ...articles);
      return undefined;
    }
    if (unit === "項") {
      const fresh = block.paragraphs();
      if (fresh.length === 0) return unread;
      const list = this.paragraphList(place);
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

  private paragraphList(place: Place) {
    if (place.article !== undefined) {
      const part = findPlace(this.ordinance, {
        ...place,
        paragraph: undefined,
        item: undefined,
      })?.part;
      return part?.type === "Article" ? part.paragraphs : undefined;
    }
    return place.root === "suppl"
      ? findSuppl(this.ordinance, place)?.paragraphs
      : this.ordinance.mainProvision.paragraphs;
  }

  private appendArticles(place: Place, articles: readonly Article[]): string | undefined {
    if (place.divisions) {
      const division = findDivision(this.ordinance, place);
      if (!division) return missing(place);
      division.children.push(...articles);
      return undefined;
    }
    let children = this.ordinance.mainProvision.children;
    for (let last = children.at(-1); last && last.type !== "Article"; last = children.at(-1))
      children = last.children;
    children.push(...articles);
    return undefined;
  }

  private sentence({ place, block }: Of<"sentence">): string | undefined {
    const found = findPlace(this.ordinance, place);
    const part = found?.part.type === "Article" ? found.part.paragraphs[0] : found?.part;
    if (!part) return missing(place);
    const leaf = ownLeaf(part);
    leaf.set(leaf.get() + new Block(block, this.ordinance.style).text());
    return undefined;
  }

  private rename({ place, to }: Of<"rename">): string | undefined {
    const found = findPlace(this.ordinance, place);
    if (!found) return missing(place);
    const { part } = found;
    if (part.type === "Article" && to.article !== undefined)
      renumberArticle(part, to.article, this.ordinance.style);
    else if (part.type === "Paragraph" && to.paragraph !== undefined)
      renumberParagraph(part, Number(to.paragraph), this.ordinance);
    else if (part.type === "Item" && to.item !== undefined) renumberItem(part, to.item);
    else
      return `${place.words}を${to.words}とすることはできません。同じ種類の番号を書いてください。`;
    return undefined;
  }

  private shift({ place, to, by }: Of<"shift">): string | undefined {
    const places = this.range(place, to);
    if (places.length === 0) return missing(place);
    if (by > 0) places.reverse();
    for (const each of places) {
      const level =
        each.item !== undefined ? "item" : each.paragraph !== undefined ? "paragraph" : "article";
      const target = { ...each, [level]: String(Number(each[level]) + by) };
      const problem = this.rename({ kind: "rename", place: each, to: target });
      if (problem) return problem;
    }
    return undefined;
  }

  /** The places from one to another as they stand now, in order of their numbers. */
  private range(from: Place, to: Place): Place[] {
    const level =
      from.item !== undefined ? "item" : from.paragraph !== undefined ? "paragraph" : "article";
    const found = findPlace(this.ordinance, from);
    const [low, high] = [from[level], to[level]];
    if (!found || low === undefined || high === undefined) return [];
    const all: { num: string | number }[] =
      found.part.type === "Article"
        ? articlesOf(this.ordinance.mainProvision.children)
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
}

function missing(place: Place): string {
  return `改める前の条例に、${place.words || "その規定"}がありません。番号を確かめてください。`;
}

function present(front: Pick<Ordinance, "toc" | "preamble">): Partial<Ordinance> {
  return {
    ...(front.toc ? { toc: front.toc } : {}),
    ...(front.preamble ? { preamble: front.preamble } : {}),
  };
}

function articlesOf(children: readonly (Division | Article)[]): Article[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [child] : articlesOf(child.children),
  );
}

function removeFrom(found: Found): void {
  const list = found.list as unknown[];
  list.splice(list.indexOf(found.part), 1);
}

function replaceIn(found: Found, fresh: readonly unknown[]): void {
  const list = found.list as unknown[];
  list.splice(list.indexOf(found.part), 1, ...fresh);
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
