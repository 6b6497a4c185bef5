export { type DispositionKind, dispositionKinds, isSettled } from "./disposition.ts";
export type * from "./thread.ts";
export { commentMaximum, noteMaximum, reasonMaximum, writtenText } from "./written-text.ts";
