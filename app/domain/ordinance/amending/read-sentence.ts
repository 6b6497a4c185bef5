import { readNumber } from "../numerals.ts";
import type { Operation, Place } from "./operations.ts";
import { PlaceReader } from "./read-place.ts";
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

class SentenceReader extends PlaceReader {
  private readonly operations: Operation[] = [];
  private words: { place: Place; caption: boolean } | undefined;

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
}
