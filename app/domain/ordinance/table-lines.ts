import { trimSpaces } from "./glyphs.ts";
import type { SourceLine } from "./source-lines.ts";
import type { TableRow } from "./structure.ts";

/** Whether a line is a row of a table: columns parted by tabs or by 「|」. */
export function isTableLine(text: string): boolean {
  return text.includes("\t") || text.startsWith("|") || text.startsWith("｜");
}

/** The columns of a row; undefined for the rule under a Markdown heading row (|---|---|). */
export function readRow(line: SourceLine): TableRow | undefined {
  const { text } = line;
  if (text.includes("\t")) {
    return { type: "TableRow", columns: text.split("\t").map(trimSpaces), line: line.line };
  }
  const bar = (char: string) => char === "|" || char === "｜";
  const inner = text.slice(1, bar(text.charAt(text.length - 1)) ? -1 : undefined);
  const columns = inner.split(/[|｜]/).map(trimSpaces);
  if (columns.every((column) => /^:?-{2,}:?$/.test(column))) return undefined;
  return { type: "TableRow", columns, line: line.line };
}
