/** Excel holds 32,767 UTF-16 units in a cell. */
const mostUnits = 32_000;

// What XML cannot hold, what reading XML would change, and what would be taken for such an escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-F]{4}_)/g;

/** A text as a workbook writes it, with Excel's escapes `_x000D_` where XML needs them. */
export function xlsxText(text: string): string {
  return text.replace(unsafe, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `_x${code}_`;
  });
}

/** A text in pieces that a cell can hold; no character is cut in two. */
export function cellPieces(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length || pieces.length === 0; ) {
    let end = Math.min(text.length, start + mostUnits);
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
