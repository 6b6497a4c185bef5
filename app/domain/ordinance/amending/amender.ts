import { textOf } from "../provisions.ts";
import { readSentences } from "../sentences.ts";
import type { Ordinance } from "../structure.ts";
import { amendWords } from "./amended-words.ts";
import { Block } from "./blocks.ts";
import { type Found, findDivision, findPlace, findSuppl, findTable } from "./find-place.ts";
import { insertProvisions } from "./insertions.ts";
import { ownLeaf } from "./leaves.ts";
import { missing } from "./missing.ts";
import { renumberArticle, renumberItem, renumberParagraph } from "./numbers.ts";
import type { Of, Operation, Place } from "./operations.ts";
import { placesBetween } from "./places-between.ts";

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
        return amendWords(this.ordinance, operation);
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
        return insertProvisions(this.ordinance, operation);
      case "sentence":
        return this.sentence(operation);
      case "rename":
        return this.rename(operation);
      case "shift":
        return this.shift(operation);
    }
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
    const places = placesBetween(this.ordinance, from, to);
    if (places.length === 0) return missing(from);
    const founds = places.flatMap((place) => findPlace(this.ordinance, place) ?? []);
    for (const found of founds) if (found.list.includes(found.part as never)) removeFrom(found);
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
    const places = placesBetween(this.ordinance, place, to);
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
}

function present(front: Pick<Ordinance, "toc" | "preamble">): Partial<Ordinance> {
  return {
    ...(front.toc ? { toc: front.toc } : {}),
    ...(front.preamble ? { preamble: front.preamble } : {}),
  };
}

function removeFrom(found: Found): void {
  const list = found.list as unknown[];
  list.splice(list.indexOf(found.part), 1);
}

function replaceIn(found: Found, fresh: readonly unknown[]): void {
  const list = found.list as unknown[];
  list.splice(list.indexOf(found.part), 1, ...fresh);
}
