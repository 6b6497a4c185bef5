import { isTocHeading, readAppendixHeading, readSupplHeading } from "./headings.ts";
import { readMarker } from "./markers.ts";
import { isBracketed, readSentences } from "./sentences.ts";
import type { ProblemList, SourceLine } from "./source-lines.ts";
import type { Ordinance, Paragraph, TocEntry } from "./structure.ts";

/**
 * Reads what stands before the main provision (公布文, 題名, 法令番号, 制定文, 目次, 前文) into the
 * ordinance, and answers the index of the line at which the main provision begins.
 */
export function readFront(
  lines: readonly SourceLine[],
  ordinance: Ordinance,
  problems: ProblemList,
): number {
  let at = readPromulgation(lines, ordinance);
  const title = lines[at];
  if (title && !beginsBody(title) && !isTocHeading(title.text)) {
    ordinance.lawTitle = title.text;
    ordinance.lawTitleLine = title.line;
    at += 1;
  } else if (title) {
    problems.at(title, "題名がありません。1行目に題名（例：○○市公契約条例）を書いてください。");
  }
  const nums: string[] = [];
  for (let line = lines[at]; line && isLawNum(line.text); line = lines[at]) {
    nums.push(line.text);
    at += 1;
  }
  if (nums.length > 0) ordinance.lawNum = nums.join("\n");
  for (let line = lines[at]; line; line = lines[at]) {
    if (isTocHeading(line.text)) at = readToc(lines, at, ordinance);
    else if (beginsBody(line)) break;
    else {
      readPreambleLine(line, ordinance, problems);
      at += 1;
    }
  }
  return at;
}

function readPromulgation(lines: readonly SourceLine[], ordinance: Ordinance): number {
  const words = "をここに公布する。";
  const index = lines.slice(0, 5).findIndex((line) => line.text.endsWith(words));
  const promulgated = lines[index]?.text.slice(0, -words.length);
  if (promulgated === undefined) return 0;
  const title = lines.findIndex(
    (line, at) => at > index && at < index + 10 && line.text === promulgated,
  );
  const end = title < 0 ? index + 1 : title;
  ordinance.promulgation = lines.slice(0, end).map((line) => line.text);
  return end;
}

function isLawNum(text: string): boolean {
  if (text.length > 60) return false;
  if (isBracketed(text)) return /[0-9０-９一二三四五六七八九十]号[）)]$/.test(text);
  return (
    /^(明治|大正|昭和|平成|令和).{1,40}[日号]$/.test(text) ||
    /^[^第。]{1,10}第.{1,10}号$/.test(text)
  );
}

/** Whether a line opens the main provision or what follows it. */
function beginsBody(line: SourceLine): boolean {
  return (
    readMarker(line.text) !== undefined ||
    /^第[0-9０-９一二三四五六七八九十百]{1,6}条/.test(line.text) ||
    isBracketed(line.text) ||
    readSupplHeading(line.text) !== undefined ||
    readAppendixHeading(line.text) !== undefined ||
    line.text.startsWith(":anonym-paragraph:")
  );
}

function readToc(lines: readonly SourceLine[], start: number, ordinance: Ordinance): number {
  const head = lines[start];
  if (!head) return start;
  const entries: TocEntry[] = [];
  let at = start + 1;
  for (let line = lines[at]; line; line = lines[at]) {
    const entry = readTocEntry(line);
    const first = entries[0];
    // The heading of the body's first chapter repeats the first entry.
    if (!entry || (first && entry.level === first.level && entry.num === first.num)) break;
    entries.push(entry);
    at += 1;
  }
  ordinance.toc = { type: "TOC", label: head.text, entries, line: head.line };
  return at;
}

function readTocEntry(line: SourceLine): TocEntry | undefined {
  const base = { title: line.text, line: line.line };
  if (line.text === "前文") return { level: "Preamble", ...base };
  const suppl = readSupplHeading(line.text);
  if (suppl) {
    const range = suppl.amendLawNum;
    const title = suppl.label;
    return {
      level: "SupplProvision",
      title,
      line: line.line,
      ...(range ? { articleRange: range } : {}),
    };
  }
  const appendix = readAppendixHeading(line.text);
  if (appendix) return { level: "AppdxTable", ...base };
  const marker = readMarker(line.text);
  if (marker?.sign !== "division") return undefined;
  const open = rangeStart(line.text);
  return {
    level: marker.level,
    num: marker.num,
    title: open < 0 ? line.text : line.text.slice(0, open),
    ...(open < 0 ? {} : { articleRange: line.text.slice(open) }),
    line: line.line,
  };
}

/** Where the range 「（第1条―第3条）」 of an entry begins, or -1. */
function rangeStart(text: string): number {
  if (!/[)）]$/.test(text)) return -1;
  const open = Math.max(text.lastIndexOf("（第"), text.lastIndexOf("(第"));
  return open;
}

function readPreambleLine(line: SourceLine, ordinance: Ordinance, problems: ProblemList): void {
  const mark = ":enact-statement:";
  if (line.text.startsWith(mark)) {
    ordinance.enactStatements.push(line.text.slice(mark.length));
    return;
  }
  if (!ordinance.preamble && /(の全部を改正する|を制定する)。$/.test(line.text) && !ordinance.toc) {
    ordinance.enactStatements.push(line.text);
    return;
  }
  const preamble = ordinance.preamble ?? { type: "Preamble", paragraphs: [], line: line.line };
  ordinance.preamble = preamble;
  if (preamble.paragraphs.length === 0 && preamble.label === undefined && line.text === "前文") {
    preamble.label = line.text;
    return;
  }
  if (!/[。」）]$/.test(line.text)) {
    problems.at(
      line,
      "題名と第1条の間にあるこの行は、目次・前文のどちらとしても読めません。前文なら、文の終わりに「。」を付けてください。",
    );
  }
  const paragraph: Paragraph = {
    type: "Paragraph",
    num: preamble.paragraphs.length + 1,
    paragraphNum: "",
    sentences: readSentences(line.text),
    items: [],
    tables: [],
    line: line.line,
  };
  preamble.paragraphs.push(paragraph);
}
