import type { RawAnswer } from "#app/domain/survey/raw-answer.ts";

/** What a cell holds: a text, a real number or, where there is no answer, nothing. */
export type RawCell = string | number | null;

/** One column of the files of raw answers. */
export interface RawColumn {
  /** Unique: q5, q7/r1, q10/costs, q12[1]/kind. */
  name: string;
  /** 問5; "" for what is no question. */
  place: string;
  title: string;
  /** What a cell holds. */
  meaning: string;
  /** Codes and what they stand for. */
  codes: { code: string; text: string }[];
  cell: (row: RawAnswer) => RawCell;
}
