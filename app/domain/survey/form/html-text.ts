import sanitizeHtml from "sanitize-html";

const tags = [
  ...["h3", "h4", "h5", "p", "div", "span", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"],
  ...["table", "caption", "thead", "tbody", "tr", "th", "td", "hr"],
  ...["a", "br", "b", "i", "u", "em", "strong", "small", "sub", "sup", "ruby", "rt", "rp"],
];

/** The text of an html question without all that a page must not take over: style, script, frames. */
export function safeHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: tags,
    allowedAttributes: { a: ["href"], th: ["scope", "colspan", "rowspan"], td: ["colspan"] },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    // The page has its own h1 and h2.
    transformTags: { h1: "h3", h2: "h3" },
  });
}

/** A text as HTML shows it. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
