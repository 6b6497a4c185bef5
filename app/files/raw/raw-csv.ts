import type { RawAnswers } from "#app/domain/survey/raw-answer.ts";
import { csvFile, csvLines } from "../csv.ts";
import type { RawColumn } from "./raw-column.ts";
import { dictionaryHeads, dictionaryRows } from "./raw-dictionary.ts";

/** All answers as CSV in UTF-8 with a byte order mark, one line an answer, piece by piece. */
export async function* rawCsv(
  columns: readonly RawColumn[],
  answers: RawAnswers,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    csvFile(
      columns.map(({ name }) => name),
      [],
    ),
  );
  for await (const rows of answers) {
    yield encoder.encode(csvLines(rows.map((row) => columns.map(({ cell }) => cell(row)))));
  }
}

/** The dictionary of the columns as CSV. */
export function dictionaryCsv(columns: readonly RawColumn[]): string {
  return csvFile(dictionaryHeads, dictionaryRows(columns));
}
