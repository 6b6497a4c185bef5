import type { Checked } from "../../problem.ts";
import { noCoding } from "./coding.ts";
import { matchColumns } from "./columns.ts";
import type { RosterEncoding } from "./decode.ts";
import { findHeader } from "./find-header.ts";
import type { RosterFirm } from "./firm.ts";
import { readCsv } from "./read-csv.ts";
import { readFirms } from "./read-firms.ts";
import { sheetFaults } from "./sheet.ts";

/** A roster that can be imported whole. */
export interface Roster {
  firms: RosterFirm[];
  encoding: RosterEncoding;
}

/**
 * Reads a roster from the bytes of a CSV file whose headings and values are the usual ones. Either
 * every line is right, or every fault is reported with its line and column and nothing is given
 * back. Firms must differ in 事業者番号, in 法人番号 where they have one, and in name and address.
 */
export function readRoster(bytes: Uint8Array): Checked<Roster> {
  const csv = readCsv(bytes);
  if (!csv.ok) return csv;
  const table = findHeader(csv.value.rows);
  if (!table) return { ok: false, problems: [{ message: sheetFaults.empty }] };
  const matching = matchColumns(table.header);
  const { firms, problems, faults } = readFirms(table, { matching, coding: noCoding });
  if (problems.length + faults.length === 0) {
    return { ok: true, value: { firms, encoding: csv.value.encoding } };
  }
  return {
    ok: false,
    problems: [
      ...problems.map((message) => ({ message, line: table.headerLine })),
      ...faults.map(({ line, column, message }) => ({
        line,
        ...(column ? { field: column } : {}),
        message: `${line}行目の${message}`,
      })),
    ],
  };
}
