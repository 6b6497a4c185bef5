import { codesOf } from "#app/domain/survey/roster/coding.ts";
import type { RosterUpload } from "#db/queries/surveys/roster-uploads.ts";
import { readingOf } from "./roster-upload.ts";

/** Faults and first rows that the page shows; the whole report is a file. */
const shown = { faults: 100, rows: 5 } as const;

/** An upload as the page previews it. */
export async function rosterPreview(upload: RosterUpload) {
  const { table, reading } = await readingOf(upload);
  const { firms, lines, problems, faults, found } = reading;
  return {
    id: upload.id,
    fileName: upload.fileName,
    ...upload.facts,
    headerLine: table.headerLine,
    header: table.header,
    sample: table.rows.slice(0, shown.rows).map(({ line, cells }) => ({
      line,
      cells: table.header.map((_, place) => (cells[place] ?? "").slice(0, 60)),
    })),
    matching: upload.matching,
    lines,
    problems,
    faults: faults.slice(0, shown.faults),
    faultCount: faults.length,
    faultLines: new Set(faults.map(({ line }) => line)).size,
    firms: firms.length,
    withoutCorporateNumber: firms.filter(({ corporateNumber }) => corporateNumber === null).length,
    found: found.map((stratum) => ({ ...stratum, codes: codesOf(stratum.axis) })),
  };
}
