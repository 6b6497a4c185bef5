/** What is said of a roster's file besides its rows. */
export interface RosterFileFacts {
  /** 「CSV（UTF-8）」, 「Excel」 */
  format: string;
  /** Whether cells stand in a grid, where rows have no width of their own. */
  isGrid: boolean;
  /** Of a workbook: the sheet that was read, and all visible sheets. */
  sheet: string | null;
  sheets: string[];
  /** Whether another sheet might be meant as well. */
  doubtful: boolean;
  hiddenRows: number;
}
