/** What is wrong with one cell already in the file, such as a merged cell; `cell` counts from 0. */
export interface CellFault {
  cell: number;
  message: string;
}

/** A line of a table as the file holds it, cells as text. Empty lines are left out. */
export interface SheetRow {
  /** The line in the file or the row of the sheet, from 1. */
  line: number;
  cells: string[];
  faults?: CellFault[];
}

/** How large a roster may be. Beyond it nothing is read on, so that memory stays bounded. */
export const rosterLimits = {
  bytes: 20 * 1024 * 1024,
  /** Firms. */
  lines: 50_000,
  columns: 60,
  /** Characters of one cell, and of all cells. */
  cell: 32_767,
  characters: 20_000_000,
  /** Different values of one stratum. */
  values: 30,
} as const;

const tooMany = rosterLimits.lines.toLocaleString("ja-JP");

/** Why a table is not read on. */
export const sheetFaults = {
  tooLarge: "ファイルが大きすぎます。20MBまでにしてください。",
  tooManyLines: `行が多すぎます。事業者は${tooMany}件までにしてください。`,
  tooManyColumns: `列が多すぎます。名簿に要る列だけを残して、${rosterLimits.columns}列までにしてください。`,
  tooMuchText: "文字が多すぎます。名簿に要る列だけを残して保存し直してください。",
  longCell: `1つのセルが長すぎます。${rosterLimits.cell.toLocaleString("ja-JP")}字までにしてください。`,
  empty: "事業者が1件もありません。見出しの行と、その下の行に事業者を書いてください。",
} as const;

/** Why the rows read so far break a limit; undefined when they do not. `header` rows may stand on top. */
export function rowGuard(): (row: SheetRow) => string | undefined {
  let rows = 0;
  let characters = 0;
  return ({ cells }) => {
    rows += 1;
    // Titles and the header may stand above the firms.
    if (rows > rosterLimits.lines + linesAbove) return sheetFaults.tooManyLines;
    if (cells.length > rosterLimits.columns) return sheetFaults.tooManyColumns;
    for (const cell of cells) {
      if (cell.length > rosterLimits.cell) return sheetFaults.longCell;
      characters += cell.length;
    }
    return characters > rosterLimits.characters ? sheetFaults.tooMuchText : undefined;
  };
}

/** Among this many rows the header is looked for. */
export const linesAbove = 20;

/** Whether nothing but white space stands in a row. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The cells of a row without empty ones at its end. */
export function withoutEmptyEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? "").trim() === "") end -= 1;
  return cells.slice(0, end);
}
