import type { CsvCell } from "../csv.ts";
import type { RawColumn } from "./raw-column.ts";

export const dictionaryHeads = ["列", "問", "設問", "意味", "値", "値の意味"] as const;

/** The dictionary of the columns: a line each, and further ones for its codes. */
export function dictionaryRows(columns: readonly RawColumn[]): CsvCell[][] {
  return columns.flatMap(({ name, place, title, meaning, codes }) => [
    [name, place, title, meaning, "", ""],
    ...codes.map(({ code, text }) => [name, place, title, meaning, code, text]),
  ]);
}
