import { formatItem, formatParagraph } from "../format.ts";
import { textOf } from "../provisions.ts";
import type { Article, Item, NumberingStyle, Paragraph } from "../structure.ts";
import { type Clause, clause, wordClauses } from "./clauses.ts";
import { mergeLists } from "./entries.ts";
import { leavesOf } from "./leaves.ts";
import { type ListEntry, listClauses } from "./list-edits.ts";
import { cited, count } from "./numbers.ts";
import { wordEdits } from "./word-edits.ts";

/** What the writer of clauses needs to know. */
export interface Writing {
  style: NumberingStyle;
  wordPlace: "次" | "下";
  /** The counterpart of an old paragraph or item in the new version. */
  sameAs<T extends Paragraph | Item>(old: T): T | undefined;
}

/** The clauses that turn one article into another of the same number; undefined: replace it whole. */
export function articleClauses(
  before: Article,
  after: Article,
  writing: Writing,
): Clause[] | undefined {
  const place = cited(before.num, "条", writing.style);
  const clauses: Clause[] = [];
  const [old, now] = [before.articleCaption, after.articleCaption];
  if (old !== now) {
    if (now === undefined) clauses.push(clause(`${place}の見出しを`, "remove"));
    else if (old === undefined)
      clauses.push(clause(`${place}に見出しとして「${now}」を`, "attach"));
    else clauses.push(clause(`${place}の見出しを「${now}」に`, "amend"));
  }
  const inner = paragraphClauses(before.paragraphs, after.paragraphs, place, "同条", writing);
  return inner && [...clauses, ...inner];
}

/** The clauses for the paragraphs of an article or an 附則 spoken of as `place`. */
export function paragraphClauses(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  place: string,
  again: string,
  writing: Writing,
): Clause[] | undefined {
  if (!isCounted(before) || !isCounted(after)) return undefined;
  const { style } = writing;
  const sole = before.length === 1 && after.length === 1;
  const cite = (num: string) => (sole ? place : place + cited(num, "項", style));
  const entries: ListEntry[] = [];
  for (const { before: old, after: now } of mergeLists(before, after, writing.sameAs)) {
    if (!old && now)
      entries.push({ kind: "added", to: String(now.num), block: formatParagraph(now), group: "" });
    if (old && !now) entries.push({ kind: "removed", from: String(old.num), group: "" });
    if (!old || !now) continue;
    const edits = paragraphEdits(old, now, cite(String(old.num)), writing);
    const same = old.num === now.num;
    if (edits) entries.push({ kind: "kept", from: String(old.num), to: String(now.num), edits });
    else if (same) {
      const whole = clause(`${cite(String(old.num))}を次のように`, "amend", formatParagraph(now));
      entries.push({ kind: "kept", from: String(old.num), to: String(now.num), edits: [whole] });
    } else {
      entries.push({ kind: "removed", from: String(old.num), group: "" });
      entries.push({ kind: "added", to: String(now.num), block: formatParagraph(now), group: "" });
    }
  }
  if (entries.every((entry) => entry.kind !== "kept")) return undefined;
  return listClauses(entries, {
    cite: (num) => place + cited(num, "項", style),
    again: (num) => again + cited(num, "項", style),
    unit: "項",
    count: (value) => count(value, style),
    placeOf: (_, previous, next) =>
      previous === undefined
        ? `${place}${cited(next ?? "1", "項", style)}の前に`
        : next === undefined
          ? `${place}に`
          : `${place}${cited(previous, "項", style)}の次に`,
  }).flat();
}

function isCounted(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.every((paragraph, index) => paragraph.num === index + 1);
}

function paragraphEdits(
  old: Paragraph,
  now: Paragraph,
  place: string,
  writing: Writing,
): Clause[] | undefined {
  if (old.paragraphCaption !== now.paragraphCaption) return undefined;
  if (JSON.stringify(rows(old)) !== JSON.stringify(rows(now))) return undefined;
  const items = itemClauses(old.items, now.items, place, writing);
  const others = leavesOf(old)
    .slice(1)
    .map((leaf) => leaf.get());
  const own = sentenceClauses(old, now, place, others, writing);
  return own && items && [...own, ...items];
}

function rows(paragraph: Paragraph): string[][] {
  return paragraph.tables.flatMap((table) => table.rows.map((row) => row.columns));
}

/** Words, and ただし書 or 後段 put in or taken out whole. */
function sentenceClauses(
  old: Paragraph,
  now: Paragraph,
  place: string,
  others: readonly string[],
  writing: Writing,
): Clause[] | undefined {
  const [before, after] = [textOf(old.sentences), textOf(now.sentences)];
  if (before === after) return [];
  const [lastOld, lastNow] = [old.sentences.at(-1), now.sentences.at(-1)];
  if (lastOld?.kind === "ただし書" && before === after + lastOld.text) {
    return [clause(`${place}ただし書を`, "remove")];
  }
  if (lastNow?.kind === "ただし書" && after === before + lastNow.text) {
    return [clause(`${place}に次のただし書を`, "add", [lastNow.text])];
  }
  if (lastNow?.kind === "後段" && now.sentences.length === 2 && after === before + lastNow.text) {
    return [clause(`${place}に後段として次のように`, "add", [lastNow.text])];
  }
  const edits = wordEdits(before, after, others);
  return edits && wordClauses(place, edits, writing.wordPlace);
}

function itemClauses(
  before: readonly Item[],
  after: readonly Item[],
  place: string,
  writing: Writing,
): Clause[] | undefined {
  const { style } = writing;
  if ([...before, ...after].some((item) => item.num.includes(":"))) {
    return JSON.stringify(before.map(formatItem)) === JSON.stringify(after.map(formatItem))
      ? []
      : undefined;
  }
  const cite = (num: string) => place + cited(num, "号", style);
  const entries: ListEntry[] = [];
  for (const { before: old, after: now } of mergeLists(before, after, writing.sameAs)) {
    if (!old && now)
      entries.push({ kind: "added", to: now.num, block: formatItem(now), group: "" });
    if (old && !now) entries.push({ kind: "removed", from: old.num, group: "" });
    if (!old || !now) continue;
    const edits = itemEdits(old, now, cite(old.num), writing);
    if (edits) entries.push({ kind: "kept", from: old.num, to: now.num, edits });
    else if (old.num === now.num) {
      const whole = clause(`${cite(old.num)}を次のように`, "amend", formatItem(now));
      entries.push({ kind: "kept", from: old.num, to: now.num, edits: [whole] });
    } else {
      entries.push({ kind: "removed", from: old.num, group: "" });
      entries.push({ kind: "added", to: now.num, block: formatItem(now), group: "" });
    }
  }
  const article = /^(附則)?(?:（[^）]*）)?第[^条]*条(?:の[0-9一二三四五六七八九十]+)*/.exec(
    place,
  )?.[0];
  const again = article === undefined ? place : `同条${place.slice(article.length)}`;
  return listClauses(entries, {
    cite,
    again: (num) => again + cited(num, "号", style),
    unit: "号",
    count: (value) => count(value, style),
    placeOf: (_, previous, next) =>
      previous === undefined
        ? next === undefined
          ? `${place}に`
          : `${cite(next)}の前に`
        : next === undefined
          ? `${place}に`
          : `${cite(previous)}の次に`,
  }).flat();
}

function itemEdits(old: Item, now: Item, place: string, writing: Writing): Clause[] | undefined {
  const shape = (item: Item) =>
    JSON.stringify(item, (key, value) =>
      ["num", "itemTitle", "line", "sentences"].includes(key) && key !== "sentences"
        ? 0
        : key === "sentences" || key === "columns"
          ? 0
          : value,
    );
  if (shape(old) !== shape(now)) return undefined;
  const [olds, news] = [leavesOf(old), leavesOf(now)];
  const clauses: Clause[] = [];
  // Edits before have changed the texts in which words must be found once only.
  const texts = olds.map((leaf) => leaf.get());
  for (const [index, leaf] of news.entries()) {
    const [before, after] = [texts[index] ?? "", leaf.get()];
    if (before === after) continue;
    const edits = wordEdits(
      before,
      after,
      texts.filter((_, at) => at !== index),
    );
    if (!edits) return undefined;
    texts[index] = after;
    clauses.push(...wordClauses(place, edits, writing.wordPlace));
  }
  return clauses;
}
