// Marks that turn the direction of what follows, or hide; joiners within emoji stay.
const unseen =
  /[\u{61C}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0001}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/**
 * A text as it can be shown anywhere: without control characters and marks that turn the direction
 * of writing or hide, one kind of line end, at most one empty line in a row, nothing around it.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\p{Surrogate}/gu, "\u{FFFD}")
    .replace(unseen, "")
    .replace(controls, "")
    .normalize("NFC")
    .replace(/[ \t\u3000]+$/gmu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
