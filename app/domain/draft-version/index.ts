export { fieldId, type MatchingRow, matchingRows, type Place, readMatching } from "./matching.ts";
export { decodeTextFile } from "./text-file.ts";
export type * from "./version.ts";
