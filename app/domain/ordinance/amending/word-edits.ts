import { compareText } from "../compare-text.ts";
import { wordsOf } from "../words.ts";

/** One change of words: 「from」を「to」に改める, 「from」の次に「added」を加える, 「from」を削る. */
export type WordEdit =
  | { kind: "replace"; from: string; to: string }
  | { kind: "insert"; from: string; added: string }
  | { kind: "delete"; from: string };

const most = 6;

/**
 * The changes of words that lead from one text to another, each quoted so far that it is found
 * once only in the provision (`others` are the provision's other texts); undefined where the texts
 * differ too much, so that the provision is better replaced whole.
 */
export function wordEdits(
  before: string,
  after: string,
  others: readonly string[],
): WordEdit[] | undefined {
  const segments = compareText(before, after);
  const same = segments.reduce((sum, s) => sum + (s.kind === "same" ? s.text.length : 0), 0);
  if (same * 2 < Math.max(before.length, after.length) * 0.8) return undefined;
  const hunks = withWholeReferences(hunksOf(segments), before);
  if (hunks.length > most) return undefined;
  let current = before;
  const edits: WordEdit[] = [];
  let shift = 0;
  for (const { at, deleted, inserted } of hunks) {
    const place = at + shift;
    if (current.slice(place, place + deleted.length) !== deleted) return undefined;
    const edit = quoteUnique(current, place, deleted, inserted, others);
    if (!edit) return undefined;
    edits.push(edit);
    current = current.slice(0, place) + inserted + current.slice(place + deleted.length);
    shift += inserted.length - deleted.length;
  }
  return current === after ? edits : undefined;
}

interface Hunk {
  at: number;
  deleted: string;
  inserted: string;
}

function hunksOf(segments: ReturnType<typeof compareText>): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  let pending = "";
  for (const { kind, text } of segments) {
    if (kind === "same") {
      pending = open ? text : "";
      at += text.length;
      continue;
    }
    // A syllable or two between two changes belongs to the word that is changed (事業者, 受注者等).
    if (open && pending !== "") {
      if (/^[^、。（）「」]{1,2}$/.test(pending)) {
        open.deleted += pending;
        open.inserted += pending;
      } else open = undefined;
    }
    pending = "";
    if (!open) {
      open = { at, deleted: "", inserted: "" };
      hunks.push(open);
    }
    if (kind === "deleted") {
      open.deleted += text;
      at += text.length;
    } else open.inserted += text;
  }
  return hunks;
}

const tail =
  /^第[0-9０-９一二三四五六七八九十百]{1,6}[項号](?:の[0-9０-９一二三四五六七八九十]{1,3})?/;

/** A reference is quoted whole: 「第26条第1項」 and not 「第26条」 alone. */
function withWholeReferences(hunks: readonly Hunk[], text: string): Hunk[] {
  return hunks.map((hunk, index) => {
    const whole = { ...hunk };
    const limit = hunks[index + 1]?.at ?? text.length;
    if (!/[条項号](?:の[0-9０-９一二三四五六七八九十]{1,3})?$/.test(hunk.deleted)) return whole;
    for (;;) {
      const end = whole.at + whole.deleted.length;
      const more = tail.exec(text.slice(end, Math.min(limit, end + 20)))?.[0];
      if (more === undefined) return whole;
      whole.deleted += more;
      whole.inserted += more;
    }
  });
}

/** Lengthens what is quoted, word by word to both sides, until it is found once only. */
function quoteUnique(
  text: string,
  at: number,
  deleted: string,
  inserted: string,
  others: readonly string[],
): WordEdit | undefined {
  const left = wordsOf(text.slice(0, at)).slice(-12).reverse();
  const right = wordsOf(text.slice(at + deleted.length)).slice(0, 12);
  const unique = (quoted: string) => {
    const all = [text, ...others].reduce((sum, each) => sum + occurrences(each, quoted), 0);
    return quoted.length > 1 && all === 1 && balanced(quoted) && !quoted.includes("\n");
  };
  if (!balanced(inserted)) return lengthen(left, right, deleted, inserted, unique);
  if (deleted === "") {
    // A 読点 goes with the word after it, so an insertion follows the word before.
    let head = "";
    for (const word of left) {
      head = word + head;
      if (unique(head)) return { kind: "insert", from: head, added: inserted };
    }
  }
  if (deleted !== "" && inserted === "" && unique(deleted))
    return { kind: "delete", from: deleted };
  return lengthen(left, right, deleted, inserted, unique);
}

function lengthen(
  left: readonly string[],
  right: readonly string[],
  deleted: string,
  inserted: string,
  unique: (quoted: string) => boolean,
): WordEdit | undefined {
  const [keptFrom, keptTo] = withoutFinalStop(deleted, inserted);
  if (keptFrom !== "" && keptTo !== "" && unique(keptFrom) && balanced(keptTo)) {
    return { kind: "replace", from: keptFrom, to: keptTo };
  }
  let [head, tail] = ["", ""];
  for (let step = 0; step < 12; step += 1) {
    const next = right[step] ?? "";
    if (next !== "" && (next !== "。" || step < right.length - 1)) tail += next;
    if (unique(deleted + tail) && balanced(inserted + tail) && inserted + tail !== "") {
      return { kind: "replace", from: deleted + tail, to: inserted + tail };
    }
    head = (left[step] ?? "") + head;
    const [from, to] = [head + deleted + tail, head + inserted + tail];
    if (unique(from) && balanced(to)) return { kind: "replace", from, to };
  }
  return undefined;
}

/** The final 句点 is left out where both sides have it. */
function withoutFinalStop(from: string, to: string): [string, string] {
  return from.endsWith("。") && to.endsWith("。") && from.length > 1 && to.length > 1
    ? [from.slice(0, -1), to.slice(0, -1)]
    : [from, to];
}

function occurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); words !== "" && at >= 0; at = text.indexOf(words, at + 1)) {
    count += 1;
    if (count > 1) break;
  }
  return count;
}

/** Quoted words must close every 「 they open, or the quotation would end early. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "「") depth += 1;
    if (char === "」") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
