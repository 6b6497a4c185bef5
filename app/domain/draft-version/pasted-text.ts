/**
 * Text as Word and browsers paste it, made plain: equal line ends, no-break spaces as spaces,
 * without marks that nobody sees. Lines stay the lines that they were.
 */
export function plainText(pasted: string): string {
  return pasted
    .replaceAll("\u0000", "")
    .replaceAll("\u000b", "\n")
    .replaceAll("\u000c", "\n")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
}
