export { type Correction, corrected } from "./correction.ts";
export { type Fate, type FateKind, fatesOf, fateWords } from "./fates.ts";
export { fieldId, type MatchingRow, matchingRows, type Place, readMatching } from "./matching.ts";
export { plainText } from "./pasted-text.ts";
export { type ReferenceImpact, referenceImpacts } from "./reference-impacts.ts";
export { correctionNamed, type Remark, type Review, reviewText } from "./review.ts";
export { decodeTextFile } from "./text-file.ts";
export type * from "./version.ts";
