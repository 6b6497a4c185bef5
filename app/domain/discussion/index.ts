export { type DispositionKind, dispositionKinds } from "./disposition.ts";
export { dispositionForm } from "./disposition-form.ts";
export { passes, type ThreadFilter, threadFilterIn } from "./filter.ts";
export type * from "./thread.ts";
export { commentForm, replyForm } from "./writing-form.ts";
export { commentMaximum, noteMaximum, reasonMaximum, writtenText } from "./written-text.ts";
