import { comparable } from "./glyphs.ts";
import { withoutNumbers } from "./numerals.ts";

/**
 * The texts of two versions as numbers: equal numbers for texts that say the same. Most texts stand
 * in both versions, so each is folded once only.
 */
export class ProvisionWords {
  /** By text as written and by folded text. */
  private readonly ids = new Map<string, number>();
  private readonly byLoose = new Map<string, number>();
  private readonly words: string[] = [];
  /** By number of a text; -1 where not asked for yet. */
  private readonly loose: number[] = [];

  /** The number of a text. */
  idOf(raw: string): number {
    const known = this.ids.get(raw);
    if (known !== undefined) return known;
    const folded = comparable(raw);
    let id = folded === raw ? undefined : this.ids.get(folded);
    if (id === undefined) {
      id = this.words.length;
      this.words.push(folded);
      this.loose.push(-1);
      this.ids.set(folded, id);
    }
    if (folded !== raw) this.ids.set(raw, id);
    return id;
  }

  /** The folded text of a number. */
  wordsOf(id: number): string {
    return this.words[id] ?? "";
  }

  /** A number that is also equal for texts in which other numbers stand (「第5条」, 「第6条」). */
  looseIdOf(id: number): number {
    const known = this.loose[id];
    if (known !== undefined && known >= 0) return known;
    const words = withoutNumbers(this.wordsOf(id));
    let loose = this.byLoose.get(words);
    if (loose === undefined) {
      loose = this.byLoose.size;
      this.byLoose.set(words, loose);
    }
    this.loose[id] = loose;
    return loose;
  }

  private readonly lists = new Map<number, { list: readonly number[]; id: number }[]>();
  private listCount = 0;

  /** The number of a list of numbers: equal for equal lists. */
  listIdOf(list: readonly number[]): number {
    let hash = list.length;
    for (const each of list) hash = (Math.imul(hash, 31) + each) | 0;
    let known = this.lists.get(hash);
    if (!known) {
      known = [];
      this.lists.set(hash, known);
    }
    for (const each of known) if (isEqual(each.list, list)) return each.id;
    this.listCount += 1;
    known.push({ list, id: this.listCount });
    return this.listCount;
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
