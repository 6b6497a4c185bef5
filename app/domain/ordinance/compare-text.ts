import { diffArrays } from "diff";
import { foldGlyphs } from "./glyphs.ts";
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
  if (before === after || foldGlyphs(before) === foldGlyphs(after))
    return segments([["same", after]]);
  if (before === "" || after === "")
    return segments([
      ["deleted", before],
      ["inserted", after],
    ]);
  const start = sameStart(before, after);
  const end = sameEnd(before.slice(start), after.slice(start));
  const olds = wordsOf(before.slice(start, before.length - end));
  const news = wordsOf(after.slice(start, after.length - end));
  const changes = diffArrays(olds.map(foldGlyphs), news.map(foldGlyphs), {
    maxEditLength: mostEdits,
  });
  if (!changes) {
    return segments([
      ["deleted", before],
      ["inserted", after],
    ]);
  }
  let oldAt = 0;
  let newAt = 0;
  const parts = changes.map((change): Part => {
    const { length } = change.value;
    const [oldFrom, newFrom] = [oldAt, newAt];
    if (!change.added) oldAt += length;
    if (!change.removed) newAt += length;
    if (change.removed) return ["deleted", olds.slice(oldFrom, oldAt).join("")];
    return [change.added ? "inserted" : "same", news.slice(newFrom, newAt).join("")];
  });
  const around = (text: string): Part[] => (text === "" ? [] : [["same", text]]);
  return segments([
    ...around(after.slice(0, start)),
    ...bridge(parts),
    ...around(after.slice(after.length - end)),
  ]);
}

/** Signs at which words always end, so that both sides of them are cut into words alike. */
const signs = "、。「」（）";

/** How much both texts have in common at their start, up to a sign. */
function sameStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  let sign = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) {
    at += 1;
    if (signs.includes(before.charAt(at - 1))) sign = at;
  }
  return sign;
}

/** How much both texts have in common at their end, from a sign on. */
function sameEnd(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  let sign = 0;
  while (
    length < most &&
    before.charCodeAt(before.length - length - 1) === after.charCodeAt(after.length - length - 1)
  ) {
    length += 1;
    if (signs.includes(before.charAt(before.length - length))) sign = length;
  }
  return sign;
}

type Part = [TextSegment["kind"], string];

/**
 * A lone particle or sign between two changes is no island worth keeping: it is changed with them,
 * which reads better than underlines broken at every word.
 */
function bridge(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, index): Part[] => {
    const [kind, text] = part;
    const inside = index > 0 && index < parts.length - 1;
    if (kind !== "same" || !inside || !/^[ぁ-ん、・]$/.test(text)) return [part];
    const left = kindsBefore(parts, index);
    const right = kindsAfter(parts, index);
    if (left.size < 2 || right.size < 2) return [part];
    return [
      ["deleted", text],
      ["inserted", text],
    ];
  });
}

function kindsBefore(parts: readonly Part[], index: number): Set<string> {
  const kinds = new Set<string>();
  for (let at = index - 1; at >= 0 && parts[at]?.[0] !== "same"; at -= 1)
    kinds.add(parts[at]?.[0] ?? "");
  return kinds;
}

function kindsAfter(parts: readonly Part[], index: number): Set<string> {
  const kinds = new Set<string>();
  for (let at = index + 1; at < parts.length && parts[at]?.[0] !== "same"; at += 1)
    kinds.add(parts[at]?.[0] ?? "");
  return kinds;
}

/** Joins neighbours of one kind; deletions stand before insertions. */
function segments(parts: readonly Part[]): TextSegment[] {
  const joined: TextSegment[] = [];
  let deleted = "";
  let inserted = "";
  const flush = () => {
    if (deleted !== "") joined.push({ kind: "deleted", text: deleted });
    if (inserted !== "") joined.push({ kind: "inserted", text: inserted });
    deleted = "";
    inserted = "";
  };
  for (const [kind, text] of parts) {
    if (text === "") continue;
    if (kind === "deleted") deleted += text;
    else if (kind === "inserted") inserted += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind: "same", text });
    }
  }
  flush();
  return joined;
}
