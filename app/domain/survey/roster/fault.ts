/** One thing that is wrong in a roster: where, with what value, and what to do. */
export interface RosterFault {
  /** The line of the file or the row of the sheet. */
  line: number;
  /** The column's heading; empty where the whole line is meant. */
  column: string;
  /** The cell as it stands, cut short. */
  value: string;
  /** Japanese; says what to do. */
  message: string;
}

/** The headings of a report of faults, and its rows, for a CSV file. */
export const faultHeadings = ["行", "列", "書いてある値", "直すこと"] as const;

/** A fault as a row below `faultHeadings`. */
export function faultCells({ line, column, value, message }: RosterFault) {
  return [line, column, value, message] as const;
}
