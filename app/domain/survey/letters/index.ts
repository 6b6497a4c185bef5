export * from "./address-block.ts";
export { defaultLetterText, letterTextMaximum, paragraphsOf } from "./default-text.ts";
export * from "./letter.ts";
export * from "./letter-kind.ts";
export * from "./mailing-selection.ts";
export * from "./returned-list.ts";
