export { findActiveContent } from "./active-content.ts";
export { type Entry, type FrontMatter, readFrontMatter } from "./front-matter.ts";
export { plainText } from "./plain-text.ts";
export { type MarkdownOptions, renderMarkdown } from "./render-markdown.ts";
export { findUnfitText, largestSource } from "./source-limits.ts";
