import { comparable } from "./glyphs.ts";

/**
 * The texts of two versions as numbers: equal numbers for texts that say the same. Most texts stand
 * in both versions, so each is folded once only.
 */
export class ProvisionWords {
  private readonly byRaw = new Map<string, number>();
  private readonly byWords = new Map<string, number>();
  private readonly byLoose = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly loose: (number | undefined)[] = [];

  /** The number of a text. */
  idOf(raw: string): number {
    const known = this.byRaw.get(raw);
    if (known !== undefined) return known;
    const id = numberIn(this.byWords, comparable(raw));
    this.words[id] ??= comparable(raw);
    this.byRaw.set(raw, id);
    return id;
  }

  /** The folded text of a number. */
  wordsOf(id: number): string {
    return this.words[id] ?? "";
  }

  /** A number that is also equal for texts in which other numbers stand (「第5条」, 「第6条」). */
  looseIdOf(id: number): number {
    const known = this.loose[id];
    if (known !== undefined) return known;
    const loose = numberIn(
      this.byLoose,
      this.wordsOf(id).replace(/[0-9〇一二三四五六七八九十百千]+/g, "0"),
    );
    this.loose[id] = loose;
    return loose;
  }

  private readonly wholes = new Map<string, number>();

  /** The number of a provision with all beneath it, from the numbers of its parts. */
  wholeIdOf(parts: string): number {
    return numberIn(this.wholes, parts);
  }
}

function numberIn(known: Map<string, number>, text: string): number {
  const id = known.get(text) ?? known.size;
  if (id === known.size) known.set(text, id);
  return id;
}
