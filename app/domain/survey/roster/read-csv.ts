import { CsvError, parse } from "csv-parse/sync";
import type { Checked } from "../../problem.ts";
import { decodeCsv, type RosterEncoding } from "./decode.ts";
import { isEmptyRow, rosterLimits, rowGuard, type SheetRow, sheetFaults } from "./sheet.ts";

/** Reads the lines of a CSV file (commas, or tabs where the first line has tabs and no comma). */
export function readCsv(
  bytes: Uint8Array,
): Checked<{ rows: SheetRow[]; encoding: RosterEncoding }> {
  if (bytes.length > rosterLimits.bytes) return refused(sheetFaults.tooLarge);
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.includes("\0"))
    return refused("文字の表ではありません。CSVかExcelのファイルを選んでください。");
  const rows = rowsOf(text);
  return rows.ok ? { ok: true, value: { rows: rows.value, encoding } } : rows;
}

/** Ends the parsing at the first row beyond the limits. */
class Refusal extends Error {}

function rowsOf(text: string): Checked<SheetRow[]> {
  const rows: SheetRow[] = [];
  const guard = rowGuard();
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      // An opening quote that is never closed swallows no more than this.
      max_record_size: 4 * rosterLimits.cell,
      on_record: (cells: string[], { lines: line }) => {
        if (isEmptyRow(cells)) return null;
        const row = { line, cells };
        const fault = guard(row);
        if (fault) throw new Refusal(`${line}行目：${fault}`);
        rows.push(row);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : undefined;
    const at = line === undefined ? "" : `${line}行目で`;
    return refused(`CSVとして読めません。${at}引用符（"）の付け方を確かめてください。`, line);
  }
  return { ok: true, value: rows };
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end === -1 ? text : text.slice(0, end);
  return first.includes("\t") && !first.includes(",") ? "\t" : ",";
}

function refused(message: string, line?: number): Checked<never> {
  return { ok: false, problems: [{ message, ...(line === undefined ? {} : { line }) }] };
}
