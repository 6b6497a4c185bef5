/** Glyph variants of the same character that names of firms and places mix (異体字). */
const variants: Record<string, string> = {
  髙: "高",
  﨑: "崎",
  嵜: "崎",
  德: "徳",
  濵: "浜",
  濱: "浜",
  邊: "辺",
  邉: "辺",
  齋: "斎",
  齊: "斉",
  澤: "沢",
  廣: "広",
  國: "国",
  條: "条",
  圓: "円",
  眞: "真",
  𠮷: "吉",
};

const variant = new RegExp(`[${Object.keys(variants).join("")}]`, "gu");

/**
 * A text reduced to what counts when two texts are compared: full and half width, enclosed and
 * combined forms (NFKC), dashes, wave dashes, line ends and runs of spaces become one.
 * Never show it: 「①」 becomes "1" here.
 */
export function comparisonKey(text: string): string {
  return text
    .replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u{200B}-\u{200D}\u{FEFF}]/gu, "")
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/[〜∼]/gu, "~")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * A text reduced for searching: as `comparisonKey`, and without spaces, in lower case, katakana as
 * hiragana, old glyphs as the common ones. Apply it to the text and to the words sought.
 */
export function searchKey(text: string): string {
  return comparisonKey(text)
    .toLowerCase()
    .replace(/\s/gu, "")
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(variant, (glyph) => variants[glyph] ?? glyph)
    .normalize("NFKC");
}
