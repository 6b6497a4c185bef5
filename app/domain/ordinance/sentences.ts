import type { Sentence, SentenceKind } from "./structure.ts";

/** 1 for an opening bracket, -1 for a closing one, by character code; 0 for anything else. */
function bracket(code: number): 1 | -1 | 0 {
  switch (code) {
    case 0xff08: // （
    case 0x28:
    case 0x300c: // 「
    case 0x300e: // 『
    case 0xff3b: // ［
    case 0x5b:
    case 0xff5b: // ｛
    case 0x7b:
    case 0x3014: // 〔
      return 1;
    case 0xff09:
    case 0x29:
    case 0x300d:
    case 0x300f:
    case 0xff3d:
    case 0x5d:
    case 0xff5d:
    case 0x7d:
    case 0x3015:
      return -1;
    default:
      return 0;
  }
}

/**
 * Splits the text of a provision into sentences at each 「。」 outside brackets. Joined again they
 * are the text, character by character.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const turn = bracket(code);
    if (turn !== 0) depth = Math.max(0, depth + turn);
    else if (code === 0x3002 && depth === 0) {
      sentences.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  if (start === 0 && text !== "") sentences.push(text);
  else if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

/**
 * The sentences of a provision with their kinds: 本文, ただし書 (from 「ただし、」 on), 前段 and 後段
 * where two or more stand before any ただし書 (中段 between them).
 */
export function readSentences(text: string): Sentence[] {
  return labelSentences(splitSentences(text));
}

function labelSentences(texts: readonly string[]): Sentence[] {
  let main = 1;
  while (main < texts.length && !isProviso(texts[main] ?? "")) main += 1;
  const sentences: Sentence[] = [];
  for (const [index, text] of texts.entries()) {
    let kind: SentenceKind = "本文";
    if (index >= main) kind = "ただし書";
    else if (main > 1) kind = index === 0 ? "前段" : index === main - 1 ? "後段" : "中段";
    sentences.push({ kind, text });
  }
  return sentences;
}

function isProviso(text: string): boolean {
  return text.startsWith("ただし、") || text.startsWith("但し、");
}

/**
 * The sentences of a 号 or 細分: text in columns (「公契約　市が締結する…」), parted by full-width
 * spaces or tabs outside brackets, is numbered by column.
 */
export function readColumns(text: string): Sentence[] {
  if (!text.includes("　") && !text.includes("\t")) return readSentences(text);
  const columns = splitColumns(text);
  if (columns.length < 2) return readSentences(text);
  return columns.flatMap((column, index) =>
    readSentences(column).map((sentence) => ({ ...sentence, column: index + 1 })),
  );
}

function splitColumns(text: string): string[] {
  const columns: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const turn = bracket(code);
    if (turn !== 0) depth = Math.max(0, depth + turn);
    else if ((code === 0x3000 || code === 0x09) && depth === 0) {
      if (at > start) columns.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (start < text.length) columns.push(text.slice(start));
  return columns;
}

/** Whether the whole text stands in one pair of brackets: 「（目的）」. */
export function isBracketed(text: string): boolean {
  if (!"（(".includes(text.charAt(0)) || text.length < 3) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "（" || char === "(") depth += 1;
    else if (char === "）" || char === ")") {
      depth -= 1;
      if (depth === 0) return at === text.length - 1;
    }
  }
  return false;
}
