import type { PaperLine, PaperRow, PaperRun } from "#app/domain/comparison/index.ts";

/** Full-width characters to a line of a cell of the width that the sheet's columns have. */
const perLine = 31;
/** Points a line takes. */
const lineHeight = 15;
/** Lines a row can show: Excel has no rows higher than 409 points. */
const mostLines = 27;

/** The points a cell of these lines needs, reckoned from the number of characters. */
export function heightOf(lines: readonly PaperLine[]): number {
  return Math.max(1, linesIn(lines)) * lineHeight + 4;
}

/** A row as rows of a sheet: one that is higher than any row may be goes on in the next. */
export function sheetRows(row: PaperRow): PaperRow[] {
  const [left, right] = [pieces(row.left), pieces(row.right)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    ...row,
    starts: row.starts && index === 0,
    left: left[index] ?? [],
    right: right[index] ?? [],
    change: index === 0 ? row.change : "",
  }));
}

function pieces(lines: readonly PaperLine[]): PaperLine[][] {
  if (linesIn(lines) <= mostLines) return [[...lines]];
  const cut: PaperLine[][] = [[]];
  for (const line of lines.flatMap(shortLines)) {
    const last = cut.at(-1) ?? [];
    if (last.length > 0 && linesIn([...last, line]) > mostLines) cut.push([line]);
    else last.push(line);
  }
  return cut;
}

/** A line cut where it would fill more than half of the highest row. */
function shortLines(line: PaperLine): PaperLine[] {
  const most = Math.floor(mostLines / 2) * (perLine - 4);
  const cut: PaperRun[][] = [[]];
  let room = most;
  for (const run of line.runs) {
    for (let rest = run.text; rest !== ""; ) {
      if (room === 0) {
        cut.push([]);
        room = most;
      }
      const text = rest.slice(0, room);
      cut.at(-1)?.push({ ...run, text });
      room -= text.length;
      rest = rest.slice(text.length);
    }
  }
  return cut.map((runs) => ({ ...line, runs }));
}

function linesIn(lines: readonly PaperLine[]): number {
  return lines.reduce((sum, { indent, runs }) => {
    const width = runs.reduce((total, { text }) => total + widthOf(text), 0);
    return sum + Math.max(1, Math.ceil(width / (perLine - indent)));
  }, 0);
}

/** In full-width characters; ASCII takes half of one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character <= "\u00ff" ? 0.5 : 1;
  return width;
}
