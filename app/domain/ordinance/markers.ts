import { foldWidth, isSpace, skipSpaces } from "./glyphs.ts";
import { type BranchedNumber, digitValue, readBranch, readNumber } from "./numerals.ts";
import type { DivisionLevel } from "./structure.ts";

/**
 * The sign at the head of a line that says what the line is. `written` is the sign as it stands in
 * the text, `text` what follows it. Both numbering styles go through the same signs; what level a
 * sign stands for is the business of `numbering.ts`.
 */
export type Marker =
  | { sign: "division"; level: DivisionLevel; num: string; kanji: boolean }
  | { sign: "article"; num: string; written: string; text: string; kanji: boolean }
  | { sign: "number"; num: number; written: string; text: string }
  | ListMarker;

/** Signs of 号 and 細分. For katakana, `num` is the katakana itself. */
export interface ListMarker {
  sign: "bracketed" | "kanji" | "katakana" | "bracketed-katakana" | "latin" | "roman";
  num: string;
  written: string;
  text: string;
}

const divisionSigns: Record<string, DivisionLevel> = {
  編: "Part",
  章: "Chapter",
  節: "Section",
  款: "Subsection",
  目: "Division",
};

/** Reads the sign at the head of a line (leading spaces taken off); undefined if there is none. */
export function readMarker(line: string): Marker | undefined {
  if (line.startsWith("第")) return readNumbered(line);
  return readParagraphNumber(line) ?? readListMarker(line);
}

function readNumbered(line: string): Marker | undefined {
  const number = readNumber(line, 1);
  if (!number) return undefined;
  const unit = line.charAt(number.end);
  const branch = readBranch(line, number.end + 1);
  const num = `${number.value}${branch.suffix}`;
  if (unit === "条") return readArticle(line, { num, end: branch.end, kanji: number.kanji });
  const level = divisionSigns[unit];
  if (!level || !endsSign(line, branch.end)) return undefined;
  return { sign: "division", level, num, kanji: number.kanji };
}

function endsSign(line: string, at: number): boolean {
  return at >= line.length || isSpace(line.charAt(at));
}

function readArticle(line: string, head: BranchedNumber): Marker | undefined {
  let end = head.end;
  let num = head.num;
  if (!endsSign(line, end)) {
    const last = readFurtherArticles(line, end);
    if (!last) return undefined;
    end = last.end;
    num = `${num}:${last.num}`;
  }
  const written = line.slice(0, end);
  return {
    sign: "article",
    num,
    written,
    text: line.slice(skipSpaces(line, end)),
    kanji: head.kanji,
  };
}

/** 「及び第8条」「、第8条及び第9条」「から第9条まで」 before 「削除」: one block of articles. */
function readFurtherArticles(line: string, start: number): BranchedNumber | undefined {
  let at = start;
  let last: BranchedNumber | undefined;
  while (!endsSign(line, at)) {
    const joint = ["及び", "から", "、", "・"].find((word) => line.startsWith(word, at));
    if (!joint) return undefined;
    const next = at + joint.length;
    const number = line.charAt(next) === "第" ? readNumber(line, next + 1) : undefined;
    if (!number || line.charAt(number.end) !== "条") return undefined;
    const branch = readBranch(line, number.end + 1);
    at = branch.end;
    last = { num: `${number.value}${branch.suffix}`, end: at, kanji: number.kanji };
    if (joint === "から") {
      if (!line.startsWith("まで", at)) return undefined;
      at += 2;
      last.end = at;
    }
  }
  return last && line.startsWith("削除", skipSpaces(line, at)) ? last : undefined;
}

function readParagraphNumber(line: string): Marker | undefined {
  const circled = "②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".indexOf(line.charAt(0));
  if (line !== "" && circled >= 0) {
    const text = line.slice(skipSpaces(line, 1));
    return { sign: "number", num: circled + 2, written: line.charAt(0), text };
  }
  if (digitValue(line.charCodeAt(0)) < 0) return undefined;
  const number = readNumber(line, 0);
  if (!number || !isSpace(line.charAt(number.end))) return undefined;
  const text = line.slice(skipSpaces(line, number.end));
  if (text === "") return undefined;
  return { sign: "number", num: number.value, written: line.slice(0, number.end), text };
}

function readListMarker(line: string): ListMarker | undefined {
  const code = line.charCodeAt(0);
  if (code >= 0x2474 && code <= 0x2487) return readParenthesized(line, code - 0x2473);
  const head = foldWidth(line.slice(0, 12));
  if (head.startsWith("(")) return readBracketed(line, head);
  const number = readNumber(line, 0);
  if (number?.kanji) {
    const branch = readBranch(line, number.end);
    const num = `${number.value}${branch.suffix}`;
    if (isSpace(line.charAt(branch.end))) return listMarker(line, "kanji", num, branch.end);
    const last = readFurtherItems(line, branch.end, (at) => readNumber(line, at));
    return last && listMarker(line, "kanji", `${num}:${last.value}`, last.end);
  }
  if (!isSpace(line.charAt(1))) return undefined;
  if (/^[ア-ヱヲン]/.test(head)) return listMarker(line, "katakana", head.charAt(0), 1);
  if (/^[a-z]/.test(head)) return listMarker(line, "latin", head.charCodeAt(0) - 96, 1);
  return undefined;
}

/** ⑴ and its like, one character each. */
function readParenthesized(line: string, value: number): ListMarker {
  const branch = readBranch(line, 1);
  const last = readFurtherItems(line, branch.end, (at) => readBracketedNumber(line, at));
  const num = `${value}${branch.suffix}`;
  if (last) return listMarker(line, "bracketed", `${num}:${last.value}`, last.end);
  return listMarker(line, "bracketed", num, branch.end);
}

function readBracketed(line: string, head: string): ListMarker | undefined {
  const close = head.indexOf(")");
  if (close < 2) return undefined;
  const inner = head.slice(1, close);
  if (/^[0-9]{1,4}$/.test(inner)) {
    const branch = readBranch(line, close + 1);
    const num = `${Number(inner)}${branch.suffix}`;
    const last = readFurtherItems(line, branch.end, (at) => readBracketedNumber(line, at));
    if (last) return listMarker(line, "bracketed", `${num}:${last.value}`, last.end);
    return listMarker(line, "bracketed", num, branch.end);
  }
  if (/^[ア-ヱヲン]$/.test(inner)) return listMarker(line, "bracketed-katakana", inner, close + 1);
  const roman = romans.indexOf(inner);
  return roman < 0 ? undefined : listMarker(line, "roman", roman + 1, close + 1);
}

/** 「一から三まで」「(2)及び(3)」 before 「略」 or 「削除」: one block of 号. */
function readFurtherItems(
  line: string,
  start: number,
  read: (at: number) => { value: number; end: number } | undefined,
): { value: number; end: number } | undefined {
  const joint = ["から", "及び", "～", "・", "、"].find((word) => line.startsWith(word, start));
  const number = joint && read(start + joint.length);
  if (!number) return undefined;
  const end = line.startsWith("まで", number.end) ? number.end + 2 : number.end;
  const text = line.slice(skipSpaces(line, end));
  return text === "略" || text === "削除" ? { value: number.value, end } : undefined;
}

function readBracketedNumber(line: string, at: number): { value: number; end: number } | undefined {
  const code = line.charCodeAt(at);
  if (code >= 0x2474 && code <= 0x2487) return { value: code - 0x2473, end: at + 1 };
  if (code !== 0x28 && code !== 0xff08) return undefined;
  const number = readNumber(line, at + 1);
  const close = number ? line.charAt(number.end) : "";
  return number && (close === ")" || close === "）")
    ? { value: number.value, end: number.end + 1 }
    : undefined;
}

const romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

function listMarker(
  line: string,
  sign: ListMarker["sign"],
  num: string | number,
  end: number,
): ListMarker {
  const text = line.slice(skipSpaces(line, end));
  return { sign, num: String(num), written: line.slice(0, end), text };
}
