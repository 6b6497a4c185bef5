import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { csvFile } from "../csv.ts";
import { type FigureColumn, figureColumns } from "./columns.ts";
import { releaseFigures } from "./figure-lines.ts";
import type { ReleaseDocument } from "./release-document.ts";

/**
 * The tables of a release as CSV in the long form, one line a cell, with a byte order mark. Texts
 * that begin like formulas have an apostrophe in front; `readReleaseCsv` takes it off again.
 */
export function releaseCsv(document: ReleaseDocument): string {
  const { lines, ...of } = releaseFigures(document);
  const context = { ...of, reason: hiddenReason(document.release.threshold) };
  const columns: readonly FigureColumn[] = figureColumns;
  return csvFile(
    columns.map(({ heading }) => heading),
    lines.map((line) => columns.map(({ cell }) => cell(line, context))),
  );
}
