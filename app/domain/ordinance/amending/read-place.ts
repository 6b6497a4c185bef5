import { type PointerLevel, readPointer } from "../pointers.ts";
import { isBracketed } from "../sentences.ts";
import type { Place } from "./operations.ts";

/** Reads what an amending sentence cites, word by word: places, quoted words, verbs. */
export class PlaceReader {
  protected at = 0;
  private last: Place = { root: "main", words: "" };

  constructor(protected readonly text: string) {}

  protected eat(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** A verb in its final or its joining form. */
  protected verb(stem: string, ...endings: string[]): boolean {
    const start = this.at;
    if (this.eat(stem) && endings.some((ending) => this.eat(ending))) return true;
    this.at = start;
    return false;
  }

  /** What stands in 「」, with what is quoted in it. */
  protected quoted(): string | undefined {
    if (this.text.charAt(this.at) !== "「") return undefined;
    let depth = 0;
    for (let at = this.at; at < this.text.length; at += 1) {
      const char = this.text.charAt(at);
      if (char === "「") depth += 1;
      else if (char === "」") depth -= 1;
      if (depth > 0) continue;
      const words = this.text.slice(this.at + 1, at);
      this.at = at + 1;
      return words;
    }
    return undefined;
  }

  /** The provision cited; undefined where none is. */
  protected place(): Place | undefined {
    const start = this.at;
    for (const [word, root] of [
      ["題名以下の全部", "whole"],
      ["附則の全部", "suppl-all"],
      ["別表及び様式の全部", "appendices"],
      ["題名", "title"],
      ["目次", "toc"],
      ["前文", "preamble"],
      ["本則", "main"],
    ] as const) {
      if (this.eat(word)) return this.remember({ root, words: word });
    }
    if (this.eat("附則（")) return this.amendingSuppl(start);
    const pointer = readPointer(this.text, this.at);
    if (!pointer)
      return this.eat("附則") ? this.remember({ root: "suppl", words: "附則" }) : undefined;
    this.at = pointer.end;
    const words = this.text.slice(start, pointer.end);
    if (pointer.head === "table")
      return this.remember({ root: "table", table: pointer.tableNum ?? "", words });
    return this.steps(pointer, { root: pointer.head === "suppl" ? "suppl" : "main", words });
  }

  private amendingSuppl(start: number): Place | undefined {
    const close = this.text.indexOf("）", this.at);
    const bracket = this.text.slice(start + 2, close + 1);
    if (close < 0 || !isBracketed(bracket)) return undefined;
    this.at = close + 1;
    const base: Place = {
      root: "suppl",
      amendLawNum: bracket,
      words: this.text.slice(start, this.at),
    };
    const pointer = readPointer(this.text, this.at);
    if (!pointer || pointer.head) return this.remember(base);
    this.at = pointer.end;
    return this.steps(pointer, { ...base, words: this.text.slice(start, this.at) });
  }

  private steps(
    pointer: NonNullable<ReturnType<typeof readPointer>>,
    base: Place,
  ): Place | undefined {
    const place: Place = { ...base };
    const { last } = this;
    const inherit = (level: PointerLevel) => {
      place.root = last.root;
      if (last.amendLawNum) place.amendLawNum = last.amendLawNum;
      if (level !== "division" && last.article) place.article = last.article;
      if ((level === "paragraph" || level === "item") && last.paragraph)
        place.paragraph = last.paragraph;
      if (level === "item" && last.item) place.item = last.item;
    };
    for (const step of pointer.steps) {
      if (step.relation === "same") inherit(step.level);
      else if (step.relation !== "number") return undefined;
      else if (step.level === "division") {
        place.divisions = [...(place.divisions ?? []), { unit: step.unit, num: step.num }];
      } else place[step.level] = step.num;
    }
    const first = pointer.steps[0];
    // 「第3項」 alone goes on from the article named before.
    if (
      first?.relation === "number" &&
      (first.level === "paragraph" || first.level === "item") &&
      base.root === "main"
    ) {
      place.root = last.root;
      if (last.article) place.article = last.article;
      if (first.level === "item" && last.paragraph) place.paragraph = last.paragraph;
    }
    if (pointer.subitems.length > 0) place.subitems = pointer.subitems;
    if (pointer.part) place.part = pointer.part;
    return this.remember(place);
  }

  private remember(place: Place): Place {
    this.last = place;
    return place;
  }
}
