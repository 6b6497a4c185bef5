export type { EditionChange, EditionEffects, Severity } from "./change.ts";
export { compareEditions } from "./compare-editions.ts";
export { withEarlierChoices } from "./earlier-choices.ts";
