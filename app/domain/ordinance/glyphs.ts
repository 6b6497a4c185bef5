/**
 * Glyph variants, folded one character to one so that positions stay those of the text. Folded
 * copies are for recognising and comparing only; what people see is never changed.
 */

/** Whether a character separates a number from the text after it. */
export function isSpace(char: string): boolean {
  return char === " " || char === "　" || char === "\t" || char === "\u00a0";
}

/** Position of the first character from `start` on that is no space. */
export function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** Trims spaces of any width from both ends, in linear time. */
export function trimSpaces(text: string): string {
  const start = skipSpaces(text, 0);
  let end = text.length;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Full-width digits, letters and brackets as half-width ones; the length stays the same. */
export function foldWidth(text: string): string {
  let folded = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xff01 || code > 0xff5e) continue;
    folded += text.slice(from, at) + String.fromCharCode(code - 0xfee0);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** ⑴ as (1) and ⒜ as (a), full width as half width: for comparing, not for positions. */
export function foldGlyphs(text: string): string {
  const folded = foldWidth(text);
  if (!/[⑴-⒵]/.test(folded)) return folded;
  return folded
    .replace(/[⑴-⒇]/g, (char) => `(${char.charCodeAt(0) - 0x2473})`)
    .replace(/[⒜-⒵]/g, (char) => `(${String.fromCharCode(char.charCodeAt(0) - 0x249c + 97)})`);
}

/** The text without white space and with folded glyphs: equal for texts that say the same. */
export function comparable(text: string): string {
  if (!/[\s！-～⑴-⒵]/.test(text)) return text;
  const folded = foldGlyphs(text);
  return /\s/.test(folded) ? folded.replace(/\s+/g, "") : folded;
}
