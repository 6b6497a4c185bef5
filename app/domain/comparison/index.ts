export { isHeadingRow } from "./bare-headings.ts";
export { captionStandsBehind } from "./caption-place.ts";
export type { ChangeEntry, ChangeGroup, ChangeReport } from "./change-report.ts";
export { type ComparisonChoice, comparisonQuery } from "./choice.ts";
export { type ComparedVersion, ComparedVersions } from "./compared-versions.ts";
export { fateNote } from "./fate-note.ts";
export { type FoldedPart, foldedText, isTouched, wholes } from "./folded-text.ts";
export {
  type PaperLine,
  type PaperRow,
  type PaperRun,
  type PaperTable,
  paperTable,
} from "./paper-table.ts";
