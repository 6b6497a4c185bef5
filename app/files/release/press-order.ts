import type { ReleaseDocument } from "./release-document.ts";

/** What can be made of a release. "cp932-losses" is the JSON of `Cp932Loss[]`. */
export const releaseFileKinds = [
  "csv",
  "csv-cp932",
  "cp932-losses",
  "xlsx",
  "json",
  "pdf",
] as const;
export type ReleaseFileKind = (typeof releaseFileKinds)[number];

/** What the thread is given. */
export interface ReleasePressOrder {
  kind: ReleaseFileKind;
  document: ReleaseDocument;
}
