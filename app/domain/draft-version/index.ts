export { type Correction, corrected } from "./correction.ts";
export { fieldId, type MatchingRow, matchingRows, type Place, readMatching } from "./matching.ts";
export { plainText } from "./pasted-text.ts";
export { correctionNamed, type Remark, type Review, reviewText } from "./review.ts";
export { decodeTextFile } from "./text-file.ts";
export type * from "./version.ts";
