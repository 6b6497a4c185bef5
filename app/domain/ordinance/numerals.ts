/**
 * Numbers as ordinances write them: half- and full-width digits, kanji numerals. Scanners read at
 * a position and never look back, so any text is read in linear time.
 */

const kanjiDigits = "〇一二三四五六七八九";
const kanjiUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

export interface NumberRead {
  value: number;
  /** Position after the number. */
  end: number;
  kanji: boolean;
}

/** The value of a half- or full-width digit, or -1. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Reads digits or kanji numerals at `start`; undefined where no number stands. At most 9999999. */
export function readNumber(text: string, start: number): NumberRead | undefined {
  let end = start;
  let value = 0;
  while (end < text.length && end - start < 8) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit < 0) break;
    value = value * 10 + digit;
    end += 1;
  }
  if (end > start) return end - start < 8 ? { value, end, kanji: false } : undefined;
  return readKanjiNumber(text, start);
}

function readKanjiNumber(text: string, start: number): NumberRead | undefined {
  let end = start;
  let total = 0;
  let below = 0;
  let digits = 0;
  let positional = true;
  while (end < text.length && end - start < 12) {
    const char = text.charAt(end);
    const digit = kanjiDigits.indexOf(char);
    const unit = kanjiUnits[char];
    if (digit >= 0) {
      digits = positional ? digits * 10 + digit : digit;
    } else if (unit !== undefined) {
      positional = false;
      if (unit === 10000) {
        total += (below + digits || 1) * unit;
        below = 0;
      } else below += (digits || 1) * unit;
      digits = 0;
    } else break;
    end += 1;
  }
  return end > start ? { value: total + below + digits, end, kanji: true } : undefined;
}

/** 「十二」, 「百二十五」 as the national style numbers articles; positive integers below 10000. */
export function kanjiNumber(value: number): string {
  let rest = value;
  let text = "";
  for (const [unit, size] of [
    ["千", 1000],
    ["百", 100],
    ["十", 10],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) text += (count > 1 ? kanjiDigits.charAt(count) : "") + unit;
    rest %= size;
  }
  return rest > 0 || text === "" ? text + kanjiDigits.charAt(rest) : text;
}

export interface BranchedNumber {
  /** "5", "5_2", "5_2_3". */
  num: string;
  end: number;
  kanji: boolean;
}

/** Reads the 枝番 「の2」「の2の3」 at `start`, after a number or its unit (条, 号, 章). */
export function readBranch(text: string, start: number): { suffix: string; end: number } {
  let end = start;
  let suffix = "";
  while (text.charAt(end) === "の") {
    const branch = readNumber(text, end + 1);
    if (!branch) break;
    suffix += `_${branch.value}`;
    end = branch.end;
  }
  return { suffix, end };
}

/** Compares "5", "5_2", "6" in the order in which they stand in a text. */
export function compareNums(a: string, b: string): number {
  const left = a.split(/[_:]/).map(Number);
  const right = b.split(/[_:]/).map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numeralCodes = new Uint8Array(0x10000);
for (const char of "0123456789〇一二三四五六七八九十百千") numeralCodes[char.charCodeAt(0)] = 1;

/** A text with 「0」 in place of every number (half-width digits, kanji numerals): 「第0条第0項」. */
export function withoutNumbers(text: string): string {
  let shown = "";
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (numeralCodes[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    shown += `${text.slice(from, at)}0`;
    while (numeralCodes[text.charCodeAt(at)] === 1) at += 1;
    from = at;
  }
  return from === 0 ? text : shown + text.slice(from);
}
