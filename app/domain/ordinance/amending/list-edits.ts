import { compareNums } from "../numerals.ts";
import { type Clause, clause } from "./clauses.ts";

/** An entry of a list of 条, 項 or 号 that is kept, removed or added, in the order of both lists. */
export type ListEntry =
  | { kind: "kept"; from: string; to: string; edits: Clause[] }
  | { kind: "removed"; from: string; group: string }
  | { kind: "added"; to: string; block: string[]; group: string };

/** How a list is spoken of. */
export interface ListWords {
  /** 「第4条第2項」 for "2". */
  cite(num: string): string;
  /** The number alone behind 同条: 「同条第3項」; for articles, the article itself. */
  again(num: string): string;
  unit: string;
  count(value: number): string;
  /** Where an added block goes: 「第5条の次に」, 「第9条に」. */
  placeOf(
    block: readonly Extract<ListEntry, { kind: "added" }>[],
    before: string | undefined,
    after: string | undefined,
  ): string;
}

/**
 * The clauses that turn one list into the other: numbers are vacated before something is put
 * there, so what goes down is moved last to first and what comes up first to last.
 */
export function listClauses(list: readonly ListEntry[], words: ListWords): Clause[][] {
  const entries = rewrittenInPlace(list, words);
  const groups: Clause[][] = [];
  let at = 0;
  while (at < entries.length) {
    const entry = entries[at];
    if (entry?.kind === "kept" && entry.from === entry.to) {
      if (entry.edits.length > 0) groups.push(entry.edits);
      at += 1;
      continue;
    }
    let end = at;
    while (end < entries.length && !isStill(entries[end])) end += 1;
    groups.push(...shiftGroup(entries, at, end, words));
    at = end;
  }
  return groups;
}

/** What is taken out and put in under the same number is rewritten: 「第4条第2項を次のように改める」. */
function rewrittenInPlace(list: readonly ListEntry[], words: ListWords): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const entry of list) {
    const last = entries.at(-1);
    const same =
      last?.kind === "removed" &&
      entry.kind === "added" &&
      last.from === entry.to &&
      last.group === entry.group &&
      !entry.to.includes(":");
    if (!same) {
      entries.push(entry);
      continue;
    }
    const whole = clause(`${words.cite(entry.to)}を次のように`, "amend", entry.block);
    entries[entries.length - 1] = { kind: "kept", from: entry.to, to: entry.to, edits: [whole] };
  }
  return entries;
}

function isStill(entry: ListEntry | undefined): boolean {
  return entry?.kind === "kept" && entry.from === entry.to;
}

type Kept = Extract<ListEntry, { kind: "kept" }>;

function shiftGroup(
  entries: readonly ListEntry[],
  start: number,
  end: number,
  words: ListWords,
): Clause[][] {
  const group = entries.slice(start, end);
  const removed = group.flatMap((e) =>
    e.kind === "removed" ? [clause(`${words.cite(e.from)}を`, "remove")] : [],
  );
  const kept = group.filter((e): e is Kept => e.kind === "kept");
  const downs = kept.filter((e) => compareNums(e.to, e.from) > 0).reverse();
  const ups = kept.filter((e) => compareNums(e.to, e.from) < 0);
  const clauses: Clause[] = [
    ...removed,
    ...moves(downs, words, "down"),
    ...moves(ups, words, "up"),
  ];
  for (let at = start; at < end; ) {
    const entry = entries[at];
    if (entry?.kind !== "added") {
      at += 1;
      continue;
    }
    let stop = at;
    const block: Extract<ListEntry, { kind: "added" }>[] = [];
    for (
      let each = entries[stop];
      each?.kind === "added" && each.group === entry.group;
      each = entries[stop]
    ) {
      block.push(each);
      stop += 1;
    }
    const before = entries.slice(0, at).findLast((e) => e.kind !== "removed");
    const after = entries.slice(stop).find((e) => e.kind === "kept");
    const number = (e: ListEntry | undefined) => (e && e.kind !== "removed" ? e.to : undefined);
    const place = words.placeOf(block, number(before), number(after));
    clauses.push(
      clause(
        `${place}次の${words.count(block.length)}${words.unit}を`,
        "add",
        block.flatMap((e) => e.block),
      ),
    );
    at = stop;
  }
  return [clauses];
}

/** Four or more in a row with one offset: the first singly, the rest 「n条ずつ」. */
function moves(list: readonly Kept[], words: ListWords, way: "down" | "up"): Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < list.length; ) {
    const run = runFrom(list, at);
    const [first, second] = [run[0], run[1]];
    const last = run.at(-1);
    if (run.length >= 4 && first && second && last) {
      const offset = Math.abs(Number(first.to) - Number(first.from));
      const [low, high] = way === "down" ? [last, second] : [second, last];
      clauses.push(
        clause(`${words.cite(first.from)}を${words.again(first.to)}`, "become"),
        clause(
          `${words.cite(low.from)}から${words.again(high.from)}までを${words.count(offset)}${words.unit}ずつ`,
          way,
        ),
      );
      at += run.length;
      continue;
    }
    const entry = list[at];
    if (entry) {
      clauses.push(
        ...entry.edits,
        clause(`${words.cite(entry.from)}を${words.again(entry.to)}`, "become"),
      );
    }
    at += 1;
  }
  return clauses;
}

function runFrom(list: readonly Kept[], start: number): Kept[] {
  const run: Kept[] = [];
  for (const entry of list.slice(start)) {
    const last = run.at(-1);
    const plain = /^\d+$/.test(entry.from) && /^\d+$/.test(entry.to);
    if (!plain || entry.edits.length > 0) break;
    const next = last && Math.abs(Number(entry.from) - Number(last.from)) === 1;
    const even =
      last && Number(entry.to) - Number(entry.from) === Number(last.to) - Number(last.from);
    if (last && !(next && even)) break;
    run.push(entry);
  }
  return run;
}
