/**
 * Glyph variants, folded one character to one so that positions stay those of the text. Folded
 * copies are for recognising and comparing only; what people see is never changed.
 */

/** Whether a character separates a number from the text after it. */
export function isSpace(char: string): boolean {
  return char !== "" && isSpaceCode(char.charCodeAt(0));
}

function isSpaceCode(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0x09 || code === 0xa0;
}

/** Position of the first character from `start` on that is no space. */
export function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpaceCode(text.charCodeAt(at))) at += 1;
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
  return fold(text, false);
}

/** The text without white space and with folded glyphs: equal for texts that say the same. */
export function comparable(text: string): string {
  return fold(text, true);
}

function fold(text: string, dropSpace: boolean): string {
  let folded = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let sign: string;
    if (code > 0x3000 && code < 0xfeff) continue;
    if (code >= 0xff01 && code <= 0xff5e) sign = String.fromCharCode(code - 0xfee0);
    else if (code >= 0x2474 && code <= 0x2487) sign = `(${code - 0x2473})`;
    else if (code >= 0x249c && code <= 0x24b5) sign = `(${String.fromCharCode(code - 0x243b)})`;
    else if (dropSpace && isWhite(code)) sign = "";
    else continue;
    folded += text.slice(from, at) + sign;
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** What `\s` stands for in a regular expression. */
function isWhite(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  return code === 0x3000 || code === 0xfeff || white.includes(String.fromCharCode(code));
}

const white =
  "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f";
