import { renderMarkdown } from "./render-markdown.ts";

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * The words of a Markdown text without its marks: blocks on lines of their own, cells parted by a
 * space. For searching, comparing and excerpts; never put it into HTML unescaped.
 */
export function plainText(source: string): string {
  return renderMarkdown(source)
    .html.replace(/\n/gu, " ")
    .replace(/<(rt|rp)>.*?<\/\1>/gu, "")
    .replace(/<br ?\/?>|<hr ?\/?>|<\/(?:p|li|h\d|tr|pre|blockquote)>/gu, "\n")
    .replace(/<\/(?:td|th)>/gu, " ")
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]+/gu, " ")
    .replace(/ ?\n\s*/gu, "\n")
    .trim();
}
