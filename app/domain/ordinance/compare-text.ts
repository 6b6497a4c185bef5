import { foldGlyphs } from "./glyphs.ts";
import { type Hunk, listDiff } from "./list-diff.ts";
import { wordsOf } from "./words.ts";

/**
 * A stretch of a comparison. All but "deleted", joined, is the text after; all but "inserted" is
 * the text before, but for the width of glyphs.
 */
export interface TextSegment {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

/** Beyond so many words in both texts together, unlike texts are shown as replaced whole. */
const mostEdits = 1000;

/**
 * What was inserted and deleted between two texts, in whole words. Texts that differ in nothing
 * but the width of their glyphs are the same; the wording shown is then the one after.
 */
export function compareText(before: string, after: string): TextSegment[] {
  if (before === after) return segments(after, "", "");
  const start = sameStart(before, after);
  const end = sameEnd(before, after, Math.min(before.length, after.length) - start);
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (foldGlyphs(old) === foldGlyphs(fresh)) return segments(after, "", "");
  const [olds, news] = [wordsOf(old), wordsOf(fresh)];
  const ids = new Map<string, number>();
  const hunks = listDiff(numbersOf(olds, ids), numbersOf(news, ids), mostEdits);
  if (!hunks) return segments("", before, after);
  return inOrder(after.slice(0, start), olds, news, hunks, after.slice(after.length - end));
}

/** Numbers for words: equal ones for words that differ in the width of their glyphs only. */
function numbersOf(words: readonly string[], ids: Map<string, number>): number[] {
  const numbers: number[] = [];
  for (const word of words) {
    let id = ids.get(word);
    if (id === undefined) {
      const folded = foldGlyphs(word);
      id = ids.get(folded) ?? ids.size;
      ids.set(word, id);
      if (folded !== word) ids.set(folded, id);
    }
    numbers.push(id);
  }
  return numbers;
}

/** Signs at which words always end, so that both sides of them are cut into words alike. */
function isSign(code: number): boolean {
  switch (code) {
    case 0x3001: // 、
    case 0x3002: // 。
    case 0x300c: // 「
    case 0x300d: // 」
    case 0xff08: // （
    case 0xff09: // ）
      return true;
    default:
      return false;
  }
}

/** How much both texts have in common at their start, up to a sign. */
function sameStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let sign = 0;
  for (let at = 0; at < most; at += 1) {
    const code = before.charCodeAt(at);
    if (code !== after.charCodeAt(at)) break;
    if (isSign(code)) sign = at + 1;
  }
  return sign;
}

/** How much both texts have in common at their end, from a sign on; at most `most`. */
function sameEnd(before: string, after: string, most: number): number {
  let sign = 0;
  for (let length = 1; length <= most; length += 1) {
    const code = before.charCodeAt(before.length - length);
    if (code !== after.charCodeAt(after.length - length)) break;
    if (isSign(code)) sign = length;
  }
  return sign;
}

/**
 * What two lists of words have in common and where they differ, `head` and `tail` around them.
 * A lone particle or sign between two replacements is no island worth keeping: it is replaced with
 * them, which reads better than underlines broken at every word.
 */
function inOrder(
  head: string,
  olds: readonly string[],
  news: readonly string[],
  hunks: readonly Hunk[],
  tail: string,
): TextSegment[] {
  const shown: TextSegment[] = [];
  let same = head;
  let [deleted, inserted] = ["", ""];
  let newAt = 0;
  let previous: Hunk | undefined;
  for (const hunk of hunks) {
    const between = joined(news, newAt, hunk.newFrom);
    const isIsland = between.length === 1 && previous && replaces(previous) && replaces(hunk);
    if (isIsland && lone.test(between)) {
      deleted += between;
      inserted += between;
    } else {
      if (previous) addSegments(shown, same, deleted, inserted);
      same = previous ? between : head + between;
      [deleted, inserted] = ["", ""];
    }
    deleted += joined(olds, hunk.oldFrom, hunk.oldTo);
    inserted += joined(news, hunk.newFrom, hunk.newTo);
    newAt = hunk.newTo;
    previous = hunk;
  }
  addSegments(shown, same, deleted, inserted);
  addSegments(shown, joined(news, newAt, news.length) + tail, "", "");
  return shown;
}

const lone = /[ぁ-ん、・]/;

function replaces(hunk: Hunk): boolean {
  return hunk.oldTo > hunk.oldFrom && hunk.newTo > hunk.newFrom;
}

function joined(words: readonly string[], from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 1) text += words[at] ?? "";
  return text;
}

function segments(same: string, deleted: string, inserted: string): TextSegment[] {
  const all: TextSegment[] = [];
  addSegments(all, same, deleted, inserted);
  return all;
}

/** Deletions stand before insertions. */
function addSegments(to: TextSegment[], same: string, deleted: string, inserted: string): void {
  if (same !== "") to.push({ kind: "same", text: same });
  if (deleted !== "") to.push({ kind: "deleted", text: deleted });
  if (inserted !== "") to.push({ kind: "inserted", text: inserted });
}
