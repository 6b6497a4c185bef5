// 行頭禁則 and 行末禁則: what a line must not begin or end with.
const notFirst = new Set(
  "、。，．・：；？！）」』】〕〉》”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?)]}%",
);
const notLast = new Set("（「『【〔〈《“‘([{");

/**
 * Breaks a label into lines of at most `width` full-width characters; Latin letters and digits
 * count half and stay together. A mark that must not begin a line hangs on the line before, so a
 * line may be a little wider.
 */
export function wrapLabel(label: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(label.trim(), width)) {
    const full = widthOf(line) + widthOf(piece) > width;
    if (line !== "" && full && !notFirst.has(firstOf(piece))) {
      const kept = notLast.has(lastOf(line)) ? lastOf(line) : "";
      const done = line.slice(0, line.length - kept.length);
      if (done.trim() !== "") lines.push(done.trimEnd());
      line = kept + piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** How wide a text is, in full-width characters. */
export function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (/[\u0020-\u007e｡-ﾟ]/.test(sign) ? 0.5 : 1),
    0,
  );
}

/** Single characters, and runs of Latin letters and digits that fit on a line. */
function piecesOf(label: string, width: number): string[] {
  const pieces = label.match(/[A-Za-z0-9](?:[A-Za-z0-9.,%+-]*[A-Za-z0-9%])?|./gsu) ?? [];
  return pieces.flatMap((piece) => (widthOf(piece) > width ? Array.from(piece) : [piece]));
}

function firstOf(text: string): string {
  return Array.from(text)[0] ?? "";
}

function lastOf(text: string): string {
  return Array.from(text).at(-1) ?? "";
}
