import { Marked, type TokenizerAndRendererExtension } from "marked";

/**
 * `**「公契約」**の` is no emphasis in CommonMark, since no space follows the bracket. Japanese puts
 * no spaces there, so bold is read by its marks alone.
 */
const japaneseBold: TokenizerAndRendererExtension = {
  name: "strong",
  level: "inline",
  start: (source) => {
    const at = source.indexOf("**");
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const match = /^\*\*(?![\s*])([^*\n`<[\]]{1,200}?)(?<!\s)\*\*(?!\*)/u.exec(source);
    if (!match) return undefined;
    const text = match[1] ?? "";
    return { type: "strong", raw: match[0], text, tokens: this.lexer.inlineTokens(text) };
  },
};

/**
 * Our reading of Markdown: GitHub's, with bold that works in Japanese and task boxes as characters.
 * HTML is left as it stands: the result is not safe for a page.
 */
export function markdownReader(): Marked {
  return new Marked({
    gfm: true,
    async: false,
    extensions: [japaneseBold],
    renderer: { checkbox: ({ checked }) => (checked ? "☑ " : "☐ ") },
  });
}
