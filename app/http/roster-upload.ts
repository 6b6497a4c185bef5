import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Checked } from "#app/domain/problem.ts";
import { stratumAxes } from "#app/domain/survey/index.ts";
import { type Coding, codesOf, noCoding } from "#app/domain/survey/roster/coding.ts";
import { type Matching, matchColumns, rosterFields } from "#app/domain/survey/roster/columns.ts";
import { findHeader, type RosterTable } from "#app/domain/survey/roster/find-header.ts";
import { type RosterReading, readFirmsInSteps } from "#app/domain/survey/roster/read-firms.ts";
import { rosterLimits, type SheetRow } from "#app/domain/survey/roster/sheet.ts";
import { readRosterFile } from "#app/files/roster/read-roster-file.ts";
import type { RosterUpload } from "#db/queries/surveys/roster-uploads.ts";
import { textValues } from "./forms.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A roster's file read for the first time: columns matched by their headings, nothing coded. */
export async function readUpload(
  bytes: Uint8Array,
  sheet?: string,
): Promise<Checked<Pick<RosterUpload, "rows" | "facts" | "matching" | "coding">>> {
  const file = await readRosterFile(bytes, sheet);
  if (!file.ok) return file;
  const { rows, ...facts } = file.value;
  const matching = matchColumns(findHeader(rows, facts.isGrid)?.header ?? []);
  const packed = await pack(JSON.stringify(rows), { level: 1 });
  return { ok: true, value: { rows: packed, facts, matching, coding: noCoding } };
}

/** The firms of an upload as they would be imported, and all that is wrong. */
export async function readingOf({
  rows,
  facts,
  matching,
  coding,
}: RosterUpload): Promise<{ table: RosterTable; reading: RosterReading }> {
  const unpacked: SheetRow[] = JSON.parse((await unpack(rows)).toString("utf8"));
  const table = findHeader(unpacked, facts.isGrid);
  if (!table) throw new Error("an upload without rows was stored");
  const steps = readFirmsInSteps(table, { matching, coding });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { table, reading: value };
    await setImmediate();
  }
}

/** The value of a choice that keeps a stratum's value as it is written. */
const asWritten = "=";

/** The columns that a clerk assigned: fields `column.<field>`, each the column's place or empty. */
export function matchingOf(form: FormData): Matching {
  const values = textValues(form);
  const matching: Matching = matchColumns([]);
  for (const field of rosterFields) {
    const value = values[`column.${field}`] ?? "";
    const place = /^\d{1,2}$/.test(value) ? Number(value) : null;
    matching[field] = place !== null && place < rosterLimits.columns ? place : null;
  }
  return matching;
}

/**
 * The codes that a clerk assigned: `value.<axis>.<n>` is a found value, `code.<axis>.<n>` what was
 * chosen for it. Values without a choice stay as they are known.
 */
export function codingOf(form: FormData): Coding {
  const values = textValues(form);
  const coding: Record<keyof Coding, Record<string, string>> = {
    sector: {},
    size: {},
    region: {},
    grade: {},
    tier: {},
  };
  for (const { axis } of stratumAxes) {
    const codes = codesOf(axis);
    for (let place = 0; place < rosterLimits.values; place += 1) {
      const found = values[`value.${axis}.${place}`];
      const code = values[`code.${axis}.${place}`];
      if (found === undefined || code === undefined || found.length > 100) continue;
      // A value named like a property of every object cannot be kept in one.
      if (found === "__proto__") continue;
      if (codes.includes(code)) coding[axis][found] = code;
      if (code === asWritten && found !== "") coding[axis][found] = found;
    }
  }
  return coding;
}
