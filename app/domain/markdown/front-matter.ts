import type { Problem } from "../problem.ts";

/** A value of the front matter with the line it stands on, from 1. */
export interface Entry {
  value: string;
  line: number;
}

/** The front matter of a text (the lines between two `---`) and the lines after it. */
export interface FrontMatter<Key extends string> {
  entries: Partial<Record<Key, Entry>>;
  /** Where each key stands, also those without a value. */
  lines: Partial<Record<Key, number>>;
  /** The lines of the body; `bodyStart` is the line number of the first of them. */
  body: string[];
  bodyStart: number;
  problems: Problem[];
}

/**
 * Reads the front matter of a Markdown text: lines 「項目: 値」, the colon in half or full width.
 * Only the given keys are known; an unknown or repeated one is a problem with its line.
 * An empty value counts as absent. A text without front matter has no entries and no problem.
 */
export function readFrontMatter<Key extends string>(
  source: string,
  keys: readonly Key[],
): FrontMatter<Key> {
  const lines = source.replace(/^\u{FEFF}/u, "").split(/\r\n?|\n/u);
  const start = lines.findIndex((line) => line.trim() !== "");
  if (lines[start]?.trim() !== "---")
    return { entries: {}, lines: {}, body: lines, bodyStart: 1, problems: [] };
  const length = lines.slice(start + 1).findIndex((line) => line.trim() === "---");
  if (length < 0) {
    const message = "見出し情報の終わりの「---」がありません。最後の項目の次の行に書いてください。";
    return {
      entries: {},
      lines: {},
      body: [],
      bodyStart: lines.length,
      problems: [{ message, line: start + 1 }],
    };
  }
  const end = start + 1 + length;
  const read = readEntries(lines.slice(start + 1, end), start + 2, keys);
  return { ...read, body: lines.slice(end + 1), bodyStart: end + 2 };
}

function readEntries<Key extends string>(texts: string[], first: number, keys: readonly Key[]) {
  const entries: Partial<Record<Key, Entry>> = {};
  const lines: Partial<Record<Key, number>> = {};
  const problems: Problem[] = [];
  texts.forEach((text, index) => {
    const line = first + index;
    if (text.trim() === "") return;
    const match = /^\s*([^:：]+?)\s*[:：]\s*(.*?)\s*$/u.exec(text);
    if (!match) {
      problems.push({ message: "「項目: 値」の形で書いてください。", line });
      return;
    }
    const [, name = "", value = ""] = match;
    const key = keys.find((one) => one === name.normalize("NFKC").replace(/\s/gu, ""));
    if (key === undefined) {
      problems.push({
        message: `「${name}」という項目はありません。使える項目は ${keys.join("、")} です。`,
        line,
        field: name,
      });
    } else if (lines[key] !== undefined) {
      problems.push({
        message: `「${key}」が2回書かれています。1つにしてください。`,
        line,
        field: key,
      });
    } else {
      lines[key] = line;
      if (value !== "") entries[key] = { value, line };
    }
  });
  return { entries, lines, problems };
}
