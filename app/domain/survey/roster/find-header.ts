import { type Matching, matchColumns, matchedFields } from "./columns.ts";
import { linesAbove, type SheetRow, withoutEmptyEnd } from "./sheet.ts";

/** A table with its headings found. */
export interface RosterTable {
  /** The line that holds the headings. */
  headerLine: number;
  header: string[];
  rows: SheetRow[];
  /** Whether cells stand in a grid: rows have no width of their own, and notes beside the table do not count. */
  isGrid: boolean;
}

/**
 * Parts a table at the row among its first twenty whose cells name the most columns of a roster;
 * titles above it are left out. The first row where none names any. Undefined without a row.
 */
export function findHeader(rows: readonly SheetRow[], isGrid = false): RosterTable | undefined {
  let place = 0;
  let most = 0;
  for (const [index, { cells }] of rows.slice(0, linesAbove).entries()) {
    const matched = matchedFields(matchColumns(cells));
    if (matched > most) {
      most = matched;
      place = index;
    }
  }
  const header = rows[place];
  if (!header) return undefined;
  return {
    headerLine: header.line,
    header: withoutEmptyEnd(header.cells).map((cell) => cell.trim()),
    rows: rows.slice(place + 1),
    isGrid,
  };
}

/** How well a table looks like a roster: how many fields its headings name. */
export function likeness(rows: readonly SheetRow[]): { fields: number; matching: Matching } {
  const matching = matchColumns(findHeader(rows)?.header ?? []);
  return { fields: matchedFields(matching), matching };
}
