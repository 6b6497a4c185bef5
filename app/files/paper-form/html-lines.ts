import sanitizeHtml from "sanitize-html";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The words of an HTML text between questions, a paragraph or item a line, without its markup. */
export function htmlLines(html: string): string[] {
  const broken = html
    .replace(/<li\b[^>]*>/gi, "\n・")
    .replace(/<\/?(p|div|h[1-6]|ul|ol|dl|dt|dd|tr|table|blockquote|br|hr)\b[^>]*>/gi, "\n")
    .replace(/<\/(td|th)>/gi, "　");
  return sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "・");
}
