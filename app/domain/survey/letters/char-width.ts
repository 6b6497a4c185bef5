const halfWidth = /^[\u0020-\u007e\uff61-\uff9f]$/;
const joining = /^[\p{Mark}\p{Variation_Selector}]$/u;

/**
 * The advance of a character in a Japanese typeface of fixed pitch, in ems: 1 for kanji and kana,
 * 0.5 for ASCII and half-width kana, 0 for what joins the character before.
 */
export function characterWidth(character: string): number {
  if (joining.test(character)) return 0;
  return halfWidth.test(character) ? 0.5 : 1;
}

/** The advance of a text in ems. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}
