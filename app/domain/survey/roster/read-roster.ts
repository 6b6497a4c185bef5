import { CsvError, parse } from "csv-parse/sync";
import type { Checked, Problem } from "../../problem.ts";
import { placeColumns, rosterColumns } from "./columns.ts";
import { decodeCsv, type RosterEncoding } from "./decode.ts";
import type { RosterFirm } from "./firm.ts";
import { readFirm } from "./read-firm.ts";

/** A roster that can be imported whole. */
export interface Roster {
  firms: RosterFirm[];
  encoding: RosterEncoding;
  /** Headings of columns that were not read. */
  ignoredColumns: string[];
  /** Firms without a 法人番号 (sole proprietors). */
  withoutCorporateNumber: number;
}

export const rosterLimits = { bytes: 5 * 1024 * 1024, lines: 50_000 } as const;

/**
 * Reads a roster from the bytes of a CSV file. Either every line is right, or every fault is
 * reported with its line and column and nothing is given back. Firms must differ in 事業者番号 and,
 * where they have one, in 法人番号.
 */
export function readRoster(bytes: Uint8Array): Checked<Roster> {
  if (bytes.length > rosterLimits.bytes) {
    return refused("ファイルが大きすぎます。5MBまでにしてください。");
  }
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return decoded;
  const records = recordsOf(decoded.value.text);
  if (!records.ok) return records;
  const [header, ...lines] = records.value;
  if (header === undefined || lines.length === 0) {
    return refused("事業者が1件もありません。1行目に見出し、2行目から事業者を書いてください。");
  }
  if (lines.length > rosterLimits.lines) {
    const most = rosterLimits.lines.toLocaleString("ja-JP");
    return refused(`行が多すぎます。事業者は${most}件までにしてください。`);
  }
  const columns = placeColumns(header.record);
  if (!columns.ok) return columns;
  const { places, ignored } = columns.value;
  const problems: Problem[] = [];
  const firms: RosterFirm[] = [];
  const repeats = repeatedFirms();
  for (const { record, line } of lines) {
    if (record.length !== header.record.length) {
      problems.push({
        line,
        message: `${line}行目の列の数が${record.length}です。見出しと同じ${header.record.length}にしてください。`,
      });
      continue;
    }
    const read = readFirm(record, places, line);
    problems.push(...read.problems);
    if (read.firm === null) continue;
    problems.push(...repeats(read.firm, line));
    firms.push(read.firm);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      firms,
      encoding: decoded.value.encoding,
      ignoredColumns: ignored,
      withoutCorporateNumber: firms.filter((firm) => firm.corporateNumber === null).length,
    },
  };
}

interface CsvLine {
  record: string[];
  line: number;
}

function recordsOf(text: string): Checked<CsvLine[]> {
  try {
    const lines: CsvLine[] = [];
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (record: string[], { lines: line }) => {
        lines.push({ record, line });
        return null;
      },
    });
    return { ok: true, value: lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : undefined;
    const at = line === undefined ? "" : `${line}行目で`;
    return refused(`CSVとして読めません。${at}引用符（"）の付け方を確かめてください。`, line);
  }
}

/** Notices firms that have come before, by 事業者番号 and by 法人番号. */
function repeatedFirms() {
  const seen = { number: new Map<string, number>(), corporateNumber: new Map<string, number>() };
  return (firm: RosterFirm, line: number): Problem[] =>
    (["number", "corporateNumber"] as const).flatMap((key) => {
      const value = firm[key];
      if (value === null) return [];
      const first = seen[key].get(value);
      if (first === undefined) {
        seen[key].set(value, line);
        return [];
      }
      const [field] = rosterColumns[key];
      const message = `${line}行目の「${field}」は${first}行目と同じです。重なっている行を消してください。`;
      return [{ line, field, message }];
    });
}

function refused(message: string, line?: number): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ message, ...(line === undefined ? {} : { line }) }] };
}
