import type { Checked } from "#app/domain/problem.ts";
import { readCsv } from "#app/domain/survey/roster/read-csv.ts";
import type { RosterFileFacts } from "#app/domain/survey/roster/roster-file.ts";
import { type SheetRow, sheetFaults } from "#app/domain/survey/roster/sheet.ts";
import { readXlsx } from "./read-xlsx.ts";

/** A roster's file as a table of texts. */
export interface RosterFile extends RosterFileFacts {
  rows: SheetRow[];
}

/**
 * Reads a roster from the bytes of a file: an Excel workbook or a CSV file. What it is, its first
 * bytes tell, not its name. `sheet` names the sheet of a workbook to read.
 */
export async function readRosterFile(
  bytes: Uint8Array,
  sheet?: string,
): Promise<Checked<RosterFile>> {
  const read = await readAnyFile(bytes, sheet);
  return read.ok && read.value.rows.length === 0
    ? { ok: false, problems: [{ message: sheetFaults.empty }] }
    : read;
}

async function readAnyFile(bytes: Uint8Array, sheet?: string): Promise<Checked<RosterFile>> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const message = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
      ? "パスワードの付いたファイルです。パスワードを外して保存し直してから選んでください。"
      : "古い形式（.xls）です。Excelで開き、「Excel ブック（.xlsx）」で保存し直してから選んでください。";
    return { ok: false, problems: [{ message }] };
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const read = await readXlsx(bytes, sheet);
    if (!read.ok) return read;
    const { hidden, ...table } = read.value;
    return { ok: true, value: { ...table, hiddenRows: hidden, format: "Excel", isGrid: true } };
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const { rows, encoding } = csv.value;
  const none = { sheet: null, sheets: [], doubtful: false, hiddenRows: 0 };
  return { ok: true, value: { rows, format: `CSV（${encoding}）`, isGrid: false, ...none } };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
