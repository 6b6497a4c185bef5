import sanitizeHtml from "sanitize-html";
import { markdownReader } from "./dialect.ts";

/** How a text sits in its page. */
export interface MarkdownOptions {
  /** The level that `#` gets, 2 to 6; a page keeps its one h1. Deeper headings follow without gaps. */
  headingBase?: 2 | 3 | 4 | 5 | 6;
  /** "blocks" (default), or "inline" for a text inside a paragraph, cell or heading. */
  form?: "blocks" | "inline";
}

const inlineTags = ["a", "br", "code", "del", "em", "strong", "sub", "sup", "ruby", "rt", "rp"];
const blockTags = [
  ...["h2", "h3", "h4", "h5", "h6", "p", "blockquote", "ul", "ol", "li", "hr", "pre"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
];

const reader = markdownReader().use({
  renderer: {
    image: ({ text }) => escapeHtml(text),
  },
  walkTokens(token) {
    if (token.type === "text") token.text = joinJapaneseLines(token.text);
  },
});

/**
 * Turns Markdown into HTML that is safe to put into a page: only the tags of running text, links to
 * http(s), mailto and own addresses, no images (their alternative text stays), no style, no script.
 * Use `findActiveContent` first where the writer should hear what would be dropped.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): { html: string } {
  const inline = options.form === "inline";
  const html = parse(source, inline);
  return {
    html: sanitizeHtml(html, {
      allowedTags: inline ? inlineTags : [...inlineTags, ...blockTags],
      allowedAttributes: {
        a: ["href", "title"],
        ol: ["start"],
        th: ["align", "scope"],
        td: ["align"],
      },
      allowedSchemes: ["http", "https", "mailto"],
      allowProtocolRelative: false,
      parseStyleAttributes: false,
      nonTextTags: ["script", "style", "textarea", "option", "noscript", "iframe", "svg", "math"],
      transformTags: {
        ...headingShift(options.headingBase ?? 2),
        th: sanitizeHtml.simpleTransform("th", { scope: "col" }),
        a: (tagName, { href, ...attribs }) => ({
          tagName,
          attribs: href !== undefined && isSafeAddress(href) ? { href, ...attribs } : attribs,
        }),
      },
    }),
  };
}

/**
 * Whether an address leads to the web, a mailbox or this site. What only might be read as a scheme
 * (`java<p>script:`) is none of these; the spaces that browsers drop are dropped before looking.
 */
function isSafeAddress(address: string): boolean {
  const bare = address.replace(/[\p{Cc}\s\u{AD}\u{200B}]/gu, "");
  if (/^(?:https?:\/\/|mailto:)/iu.test(bare)) return true;
  return !/^[^/?#]*:/u.test(bare) && !/^[/\\]{2}/u.test(bare);
}

function parse(source: string, inline: boolean): string {
  try {
    const html = inline ? reader.parseInline(source) : reader.parse(source);
    return typeof html === "string" ? html : "";
  } catch (error) {
    // Quotations nested thousands deep exhaust the stack; the text is shown as it was written.
    if (error instanceof Error && /call stack/iu.test(error.message)) return escapeHtml(source);
    throw error;
  }
}

/** Moves headings below the page's own, and lets each go at most one level deeper than the last. */
function headingShift(base: number): Record<string, sanitizeHtml.Transformer> {
  let last = base - 1;
  const shift =
    (depth: number): sanitizeHtml.Transformer =>
    (_tag, attribs) => {
      last = Math.min(base + depth - 1, last + 1, 6);
      return { tagName: `h${last}`, attribs };
    };
  return Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, shift(depth)]));
}

/** Browsers show a line end as a space; between Japanese characters there is none. */
function joinJapaneseLines(text: string): string {
  return text.replace(
    /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、。，．」』）〕】　])\n(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（〔【])/gu,
    "",
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
