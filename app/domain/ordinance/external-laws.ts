/** How the text before a reference says that it points into another law. */

const lawEnd = /(?:法|法律|政令|省令|府令|命令|施行令|条例|規則|規程|条約|協定|要綱|憲法|令)$/;
const ownLaw = /(?:この|本)(?:条例|法律|政令|規則|省令)$/;
const lawNumber =
  /(?:法律|政令|勅令|条例|規則|省令|府令|告示|訓令|条約)第[0-9０-９〇一二三四五六七八九十百千]{1,8}号/;

/** Position of the bracket that the one at `close` closes, or -1. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 2000; at -= 1) {
    const char = text.charAt(at);
    if (char === "）" || char === ")") depth += 1;
    else if (char === "（" || char === "(") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/**
 * The name of the other law that stands directly before position `start` (「労働基準法」 before
 * 「第9条」, a bracket with its number between them or not), or undefined where there is none.
 */
export function lawBefore(text: string, start: number): string | undefined {
  let end = start;
  if (end > 0 && "）)".includes(text.charAt(end - 1))) {
    const open = openingOf(text, end - 1);
    if (open < 0) return undefined;
    const name = nameBefore(text, open);
    return name ?? (lawNumber.test(text.slice(open, end)) ? nameOf(text, open) : undefined);
  }
  if (end > 2 && text.slice(0, end).endsWith("附則")) end -= 2;
  return nameBefore(text, end);
}

function nameBefore(text: string, end: number): string | undefined {
  const before = text.slice(Math.max(0, end - 20), end);
  if (ownLaw.test(before) || !lawEnd.test(before)) return undefined;
  return nameOf(text, end);
}

/**
 * The law name that ends at `end`. Long titles (「…に関する法律」) go back to the nearest sign or
 * joining word, others as far as their 漢字 and 片仮名 do (「ガス事業法」).
 */
function nameOf(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 120), end);
  const listed = titlesWithComma.find((title) => before.endsWith(title));
  if (listed !== undefined) return listed;
  const cut = Math.max(...signs.map((sign) => before.lastIndexOf(sign)));
  let name = before.slice(cut + 1);
  const long = /に関する|に係る|のための|を(?:定める|改正する)|法律$/.test(name);
  if (!long || sameLaw.test(name)) return compactEnd(name);
  for (const word of joints) {
    const at = name.lastIndexOf(word);
    if (at >= 0 && at + word.length < name.length - 1) name = name.slice(at + word.length);
  }
  // 及び also stands within titles: it parts two laws only where one ends before it.
  const joined = name.lastIndexOf("及び");
  if (joined >= 0 && /(?:法|令|則|条例|法律|条|項|号)$/.test(name.slice(0, joined))) {
    name = name.slice(joined + 2);
  }
  const within = /[条項号法令則例]中/.exec(name);
  return within ? name.slice(within.index + 2) : name;
}

/** Titles that hold a 「、」, which otherwise parts a name from what stands before it. */
const titlesWithComma = [
  "医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律",
  "育児休業、介護休業等育児又は家族介護を行う労働者の福祉に関する法律",
  "高齢者、障害者等の移動等の円滑化の促進に関する法律",
  "高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律",
  "障害者虐待の防止、障害者の養護者に対する支援等に関する法律",
  "就学前の子どもに関する教育、保育等の総合的な提供の推進に関する法律",
  "核原料物質、核燃料物質及び原子炉の規制に関する法律",
];

const joints = [
  "又は",
  "並びに",
  "若しくは",
  "において",
  "について",
  "により",
  "まで",
  "のうち",
  "改正前の",
  "改正後の",
  "は",
];
const sameLaw = /同(?:法|令|条例|規則|法律|政令)$/;
const signs = ["、", "。", "「", "」", "（", "）", "(", ")", "　"];

/** The 漢字 and 片仮名 at the end of a text; all of it where there are none. */
function compactEnd(text: string): string {
  let start = text.length;
  while (start > 0 && /[一-龠々〇ァ-ヶー・]/.test(text.charAt(start - 1))) start -= 1;
  const name = text.slice(start);
  const within = /[条項号]中/.exec(name);
  if (within) return name.slice(within.index + 2);
  // 「この法律の施行の際鉱山保安法第18条の…」
  if (name.startsWith("際") && name.length > 3) return name.slice(1);
  return name === "" ? text : name;
}

/** Laws cited with their number: 「労働基準法（昭和22年法律第49号）」. */
export interface LawCitation {
  name: string;
  /** 「昭和22年法律第49号」 as written. */
  number: string;
  /** Where the name stands. */
  start: number;
  end: number;
}

const citation =
  /[（(]((?:明治|大正|昭和|平成|令和)[元0-9０-９〇一二三四五六七八九十]{1,4}年[^（）()「」。、]{0,20}?第[0-9０-９〇一二三四五六七八九十百千]{1,8}号)/g;

/** Every citation of a law with its number in a text. */
export function lawCitations(text: string): LawCitation[] {
  return [...text.matchAll(citation)].map((match) => {
    const name = nameOf(text, match.index);
    const number = match[1] ?? "";
    return { name, number, start: match.index - name.length, end: match.index };
  });
}
