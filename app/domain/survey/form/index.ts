export * from "./compile-form.ts";
export { type PanelIntent, panelIntentOf } from "./controls.ts";
export type { FormWords } from "./form-words.ts";
export type * from "./model.ts";
export type { PageProblem } from "./page-faults.ts";
export type { PostedFields } from "./posted.ts";
export type { PageReading } from "./read-page.ts";
export * from "./words.ts";
