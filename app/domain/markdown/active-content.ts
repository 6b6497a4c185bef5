import type { Problem } from "../problem.ts";
import { markdownReader } from "./dialect.ts";
import { type Hazard, hazardsIn } from "./hazard.ts";

/** More than this many hazards are not told one by one: the text is no text then. */
const most = 20;

const reader = markdownReader();

interface Found {
  message: string;
  offset: number;
}

/**
 * The scripts, handlers, embedded pages, forms, styles and dangerous addresses in a Markdown text,
 * each with line and column (from 1, in characters); the first 20 of them. The text is read as a
 * browser would get it: code shown as code is none, an address hidden behind character references
 * is one. Empty when there is nothing to complain of.
 */
export function findActiveContent(source: string): Problem[] {
  const text = source.replace(/\r\n?/gu, "\n");
  try {
    const inBlocks = foundInBlocks(text);
    const found = inBlocks.length > 0 ? inBlocks : foundInWhole(text);
    return found.map(({ message, offset }) => ({ message, ...placeOf(text, offset) }));
  } catch (error) {
    if (!(error instanceof Error && /call stack/iu.test(error.message))) throw error;
    return [{ message: "引用や箇条書きの入れ子が深すぎます。入れ子を浅くしてください。", line: 1 }];
  }
}

/** Block by block, because the place of a block in the source is known, that of its tags is not. */
function foundInBlocks(text: string): Found[] {
  const found: Found[] = [];
  let start = 0;
  for (const block of reader.lexer(text)) {
    const raw = block.raw.trim();
    start = startOf(raw, text, start);
    const end = start + raw.length;
    let from = start;
    for (const hazard of hazardsIn(reader.parser([block]))) {
      const offset = offsetOf(hazard, text, from, end);
      found.push({ message: hazard.message, offset });
      if (found.length >= most) return found;
      from = Math.min(offset + 1, end);
    }
    start = end;
  }
  return found;
}

/** Where a block starts; the reader alters spaces at the ends of lines, so its first line decides. */
function startOf(raw: string, text: string, from: number): number {
  const at = text.indexOf(raw, from);
  return at >= 0 ? at : Math.max(from, text.indexOf(raw.split("\n")[0] ?? "", from));
}

/** What only shows when the blocks stand together. */
function foundInWhole(text: string): Found[] {
  const html = reader.parse(text);
  return hazardsIn(typeof html === "string" ? html : "")
    .slice(0, most)
    .map((hazard) => ({ message: hazard.message, offset: offsetOf(hazard, text, 0, text.length) }));
}

/** Where the hazard shows between two offsets, else anywhere, else the first word between them. */
function offsetOf(hazard: Hazard, text: string, from: number, end: number): number {
  hazard.looksLike.lastIndex = from;
  const here = hazard.looksLike.exec(text)?.index;
  if (here !== undefined && here < end) return here;
  hazard.looksLike.lastIndex = 0;
  const first = from + Math.max(0, text.slice(from, end).search(/\S/u));
  return hazard.looksLike.exec(text)?.index ?? first;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}
