import { readNumber } from "../numerals.ts";
import { type PointerLevel, readPointer } from "../pointers.ts";
import { isBracketed } from "../sentences.ts";
import type { Operation, Place } from "./operations.ts";
import type { WordEdit } from "./word-edits.ts";

/** The operations of a sentence, or the position from which it cannot be followed. */
export type SentenceRead = { ok: true; operations: Operation[] } | { ok: false; at: number };

/**
 * Reads one amending sentence of the model forms. An operation that takes
 * new provisions has an empty `block`, to be filled from the lines after the sentence.
 */
export function readSentence(text: string): SentenceRead {
  return new SentenceReader(text).read();
}

/** Whether an operation waits for the lines after its sentence. */
export function takesBlock(
  operation: Operation | undefined,
): operation is Operation & { block: string[] } {
  return operation !== undefined && "block" in operation;
}

class SentenceReader {
  private at = 0;
  private readonly operations: Operation[] = [];
  private last: Place = { root: "main", words: "" };
  private words: { place: Place; caption: boolean } | undefined;

  constructor(private readonly text: string) {}

  read(): SentenceRead {
    if (!this.text.endsWith("。")) return { ok: false, at: 0 };
    while (this.at < this.text.length - 1) {
      const start = this.at;
      const operation = this.clause();
      if (!operation || this.at === start) return { ok: false, at: this.at };
      this.operations.push(operation);
      const end = this.at === this.text.length - 1;
      if (!end && (takesBlock(operation) || !this.eat("、"))) return { ok: false, at: this.at };
    }
    return { ok: true, operations: this.operations };
  }

  private eat(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** A verb in its final or its joining form. */
  private verb(stem: string, ...endings: string[]): boolean {
    const start = this.at;
    if (this.eat(stem) && endings.some((ending) => this.eat(ending))) return true;
    this.at = start;
    return false;
  }

  private readonly amend = () => this.verb("改め", "る", "");
  private readonly add = () => this.verb("加え", "る", "");
  private readonly cut = () => this.verb("削", "る", "り");

  private clause(): Operation | undefined {
    if (this.words && this.text.charAt(this.at) === "「") return this.wordEdits(this.words);
    for (const [name, root] of [
      ["目次", "toc"],
      ["前文", "preamble"],
    ] as const) {
      if (!this.eat(`次の${name}を`)) continue;
      return this.verb("付", "する", "し")
        ? { kind: "attach", place: { root, words: name }, block: [] }
        : undefined;
    }
    const place = this.place();
    if (!place) return undefined;
    return (
      this.onCaption(place) ?? this.onWords(place) ?? this.onBlock(place) ?? this.onNumbers(place)
    );
  }

  private onCaption(place: Place): Operation | undefined {
    if (this.eat("の見出し")) {
      if (this.eat("中")) return this.wordEdits({ place, caption: true });
      if (!this.eat("を")) return undefined;
      if (this.cut()) return { kind: "caption", place, text: undefined };
      const text = this.quoted();
      return text !== undefined && this.eat("に") && this.amend()
        ? { kind: "caption", place, text }
        : undefined;
    }
    if (this.eat("に見出しとして")) {
      const text = this.quoted();
      const done = text !== undefined && this.eat("を") && this.verb("付", "する", "し");
      return done ? { kind: "caption", place, text } : undefined;
    }
    if (["の編名を", "の章名を", "の節名を", "の款名を"].some((word) => this.eat(word))) {
      const text = this.quoted();
      return text !== undefined && this.eat("に") && this.amend()
        ? { kind: "division-title", place, text }
        : undefined;
    }
    return undefined;
  }

  private onWords(place: Place): Operation | undefined {
    return this.eat("中") ? this.wordEdits({ place, caption: false }) : undefined;
  }

  private wordEdits(words: { place: Place; caption: boolean }): Operation | undefined {
    this.words = words;
    const edits: WordEdit[] = [];
    for (;;) {
      const from = this.quoted();
      if (from === undefined) return undefined;
      if (this.eat("の次に") || this.eat("の下に")) {
        const added = this.quoted();
        if (added === undefined || !this.eat("を")) return undefined;
        edits.push({ kind: "insert", from, added });
        if (this.add()) return { kind: "words", ...words, edits };
      } else if (this.eat("を")) {
        if (this.cut()) {
          edits.push({ kind: "delete", from });
          return { kind: "words", ...words, edits };
        }
        const to = this.quoted();
        if (to === undefined || !this.eat("に")) return undefined;
        edits.push({ kind: "replace", from, to });
        if (this.amend()) return { kind: "words", ...words, edits };
      } else return undefined;
      if (!this.eat("、")) return undefined;
    }
  }

  private onBlock(place: Place): Operation | undefined {
    if (this.eat("を次のように"))
      return this.amend() ? { kind: "rewrite", place, block: [] } : undefined;
    if (this.eat("に次のただし書を") || this.eat("に後段として次のように")) {
      return this.add() ? { kind: "sentence", place, block: [] } : undefined;
    }
    for (const [word, where] of [
      ["の次に次の", "after"],
      ["の前に次の", "before"],
      ["に次の", "into"],
    ] as const) {
      if (!this.eat(word)) continue;
      const number = readNumber(this.text, this.at);
      if (number) this.at = number.end;
      const unit = (["条", "項", "号", "附則"] as const).find((each) => this.eat(each));
      return unit && this.eat("を") && this.add()
        ? { kind: "insert", where, place, unit, block: [] }
        : undefined;
    }
    return undefined;
  }

  private onNumbers(place: Place): Operation | undefined {
    if (this.eat("から")) {
      const to = this.place();
      if (!to || !this.eat("まで")) return undefined;
      if (!this.eat("を")) return undefined;
      if (this.cut()) return { kind: "remove", place, to };
      const number = readNumber(this.text, this.at);
      if (!number) return undefined;
      this.at = number.end;
      if (!["条", "項", "号"].some((unit) => this.eat(unit)) || !this.eat("ずつ")) return undefined;
      if (this.verb("繰り下げ", "る", "")) return { kind: "shift", place, to, by: number.value };
      if (this.verb("繰り上げ", "る", "")) return { kind: "shift", place, to, by: -number.value };
      return undefined;
    }
    if (!this.eat("を")) return undefined;
    if (this.cut()) return { kind: "remove", place };
    const to = this.place();
    return to && this.verb("と", "する", "し") ? { kind: "rename", place, to } : undefined;
  }

  /** What stands in 「」, with what is quoted in it. */
  private quoted(): string | undefined {
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

  private place(): Place | undefined {
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
