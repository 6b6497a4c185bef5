import { stringify } from "csv-stringify/sync";

/** What a cell may hold; null and undefined make it empty. */
export type CsvCell = string | number | boolean | null | undefined;

// With these first, a spreadsheet may run a text as a formula; also behind white space, and in
// full width, which some spreadsheets fold (＝, ＋, －, ＠). CP932 makes － of the minus U+2212.
const formula = /^\s*[=+\-@\t\r＝＋－＠\u2212]/u;

/**
 * A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, quoted where needed.
 * Texts that begin like a formula get an apostrophe in front, so none is ever run; numbers, also
 * negative ones, stay numbers. `csvText` takes the apostrophe off again.
 */
export function csvFile(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(defended));
  return stringify(lines, { bom: true, record_delimiter: "windows", escape_formulas: false });
}

/** Further lines of such a table, without a byte order mark. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(defended)),
    { record_delimiter: "windows", escape_formulas: false },
  );
}

/** The text that stood in a cell before `csvFile` defended it. */
export function csvText(cell: string): string {
  return /^'+/.test(cell) && formula.test(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}

function defended(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "はい" : "いいえ";
  // A text that already begins with apostrophes before a formula gets one more, to be undone alike.
  return formula.test(cell.replace(/^'+/, "")) ? `'${cell}` : cell;
}
