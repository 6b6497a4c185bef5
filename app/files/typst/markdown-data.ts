import { lexer, type MarkedToken, type Token, type Tokens } from "marked";

/** Markdown as a template's data: `markdown(nodes)` of the house style lays it out. */
export type MarkdownNode =
  | { t: "text" | "code" | "pre"; v: string }
  | { t: "strong" | "em" | "del" | "p" | "heading" | "quote"; c: MarkdownNode[] }
  | { t: "link"; href: string; c: MarkdownNode[] }
  | { t: "list"; ordered: boolean; start: number; items: MarkdownNode[][] }
  | { t: "table"; header: MarkdownNode[][]; rows: MarkdownNode[][][] }
  | { t: "br" | "hr" };

/** Reads Markdown for a template. HTML tags in it are left out, as on the site. */
export function markdownData(markdown: string): MarkdownNode[] {
  return nodesOf(lexer(markdown));
}

function nodesOf(tokens: readonly Token[] | undefined): MarkdownNode[] {
  // Without extensions the lexer makes no other tokens than its own.
  return (tokens ?? []).flatMap((token) => nodeOf(token as MarkedToken));
}

function nodeOf(token: MarkedToken): MarkdownNode[] {
  switch (token.type) {
    case "paragraph":
      return [{ t: "p", c: nodesOf(token.tokens) }];
    case "heading":
      return [{ t: "heading", c: nodesOf(token.tokens) }];
    case "blockquote":
      return [{ t: "quote", c: nodesOf(token.tokens) }];
    case "strong":
    case "em":
    case "del":
      return [{ t: token.type, c: nodesOf(token.tokens) }];
    case "list": {
      const items = token.items.map((item) => nodesOf(item.tokens));
      return [{ t: "list", ordered: token.ordered, start: Number(token.start || 1), items }];
    }
    case "list_item":
      return nodesOf(token.tokens);
    case "table": {
      const cell = ({ tokens }: Tokens.TableCell) => nodesOf(tokens);
      const rows = token.rows.map((row) => row.map(cell));
      return [{ t: "table", header: token.header.map(cell), rows }];
    }
    case "link":
      return linkOf(token.href, nodesOf(token.tokens));
    case "image":
      return [{ t: "text", v: plain(token.text) }];
    case "code":
      return [{ t: "pre", v: token.text }];
    case "codespan":
      return [{ t: "code", v: token.text }];
    case "text":
      return token.tokens ? nodesOf(token.tokens) : [{ t: "text", v: plain(token.text) }];
    case "escape":
      return [{ t: "text", v: plain(token.text) }];
    case "br":
    case "hr":
      return [{ t: token.type }];
    case "checkbox":
      return [{ t: "text", v: token.checked ? "☑" : "☐" }];
    case "html":
    case "def":
    case "space":
      return [];
  }
}

/** Links lead to web pages and mail only, as on the site; other targets leave their text. */
function linkOf(href: string, c: MarkdownNode[]): MarkdownNode[] {
  return /^(https?:|mailto:)/i.test(href) ? [{ t: "link", href, c }] : c;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** A run of text as it is read: entities resolved, and no gap where Japanese lines were joined. */
function plain(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/(?<=\P{ASCII}) *\n *(?=\P{ASCII})/gu, "")
    .replaceAll("\n", " ");
}
