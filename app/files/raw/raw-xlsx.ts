import { PassThrough } from "node:stream";
import exceljs from "exceljs";
import type { RawAnswers } from "#app/domain/survey/raw-answer.ts";
import { cellPieces, xlsxText } from "../release/xlsx/cell-text.ts";
import type { RawCell, RawColumn } from "./raw-column.ts";
import { dictionaryHeads, dictionaryRows } from "./raw-dictionary.ts";

/** Answers to a sheet; Excel has room for 1,048,576 rows. */
const mostRows = 1_000_000;
const cutMark = "…（続きはCSVのファイルにあります）";

/**
 * All answers as an Excel workbook, written piece by piece: a dictionary, then one row an answer,
 * with numbers as numbers and texts as texts, whatever they begin with.
 */
export function rawXlsx(columns: readonly RawColumn[], answers: RawAnswers): PassThrough {
  const stream = new PassThrough();
  write(stream, columns, answers).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

async function write(
  stream: PassThrough,
  columns: readonly RawColumn[],
  answers: RawAnswers,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const dictionary = addSheet(workbook, "列の説明", dictionaryHeads);
  for (const row of dictionaryRows(columns)) {
    dictionary.addRow(row.map((cell) => xlsxText(String(cell ?? "")))).commit();
  }
  dictionary.commit();
  const heads = columns.map(({ name }) => name);
  let sheet = addSheet(workbook, "回答", heads);
  let written = 0;
  for await (const rows of answers) {
    for (const row of rows) {
      if (written > 0 && written % mostRows === 0) {
        sheet.commit();
        sheet = addSheet(workbook, `回答${written / mostRows + 1}`, heads);
      }
      sheet.addRow(columns.map(({ cell }) => writtenCell(cell(row)))).commit();
      written += 1;
    }
    await drained(stream);
  }
  sheet.commit();
  await workbook.commit();
}

function addSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  name: string,
  heads: readonly string[],
): exceljs.Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  const row = sheet.addRow(heads.map(xlsxText));
  row.font = { bold: true };
  row.commit();
  return sheet;
}

function writtenCell(cell: RawCell): string | number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (cell === null || cell === "") return null;
  const [first = "", ...more] = cellPieces(cell);
  return xlsxText(more.length > 0 ? `${first}${cutMark}` : first);
}

/** Resolves once the reader has taken what was written, or has gone. */
async function drained(stream: PassThrough): Promise<void> {
  if (stream.destroyed) throw new Error("the reader of the workbook has gone");
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((done, fail) => {
    stream.once("drain", done);
    stream.once("close", () => fail(new Error("the reader of the workbook has gone")));
  });
}
