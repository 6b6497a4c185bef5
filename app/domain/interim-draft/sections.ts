import { articleBlocks } from "./article-blocks.ts";
import type { DraftArticle, InterimDraftDocument } from "./document.ts";
import type { TextBlock } from "./text-block.ts";

/** A part of the page that goes through the text in the order of reading. */
export type DraftSection =
  | { kind: "text"; blocks: TextBlock[] }
  | { kind: "heading"; text: string; anchor?: string }
  /** `within`: it stands in a chapter or a 附則. */
  | { kind: "article"; article: DraftArticle; blocks: TextBlock[]; within: boolean };

/**
 * The whole text, with each article of the document as one section: every block stands in it
 * once. The caption above an article is its section's own, since the article names it.
 */
export function draftSections({ text, articles }: InterimDraftDocument): DraftSection[] {
  const byAnchor = new Map(articles.map((article) => [article.anchor, article]));
  const sections: DraftSection[] = [];
  let within = false;
  for (let at = 0; at < text.blocks.length; ) {
    const block = text.blocks[at];
    if (block === undefined) break;
    const article = articleAt(block, byAnchor);
    if (article !== undefined) {
      const blocks = ownBlocks(text.blocks, at, article, byAnchor);
      const whole = block.kind !== "provision";
      sections.push({ kind: "article", article, blocks, within: within && !whole });
      if (whole) within = block.kind === "supplementary";
      at += blocks.length;
    } else if (block.kind === "heading") {
      const { anchor } = block;
      sections.push({ kind: "heading", text: block.text, ...(anchor ? { anchor } : {}) });
      within = true;
      at += 1;
    } else {
      const next = text.blocks[at + 1];
      const named = block.kind === "caption" && next && articleAt(next, byAnchor);
      if (!named) addText(sections, block);
      at += 1;
    }
  }
  return sections;
}

function articleAt(
  block: TextBlock,
  byAnchor: ReadonlyMap<string, DraftArticle>,
): DraftArticle | undefined {
  return "anchor" in block && block.anchor !== undefined ? byAnchor.get(block.anchor) : undefined;
}

/** An article's blocks up to the next article (of a 附則), whose caption is left to it. */
function ownBlocks(
  all: readonly TextBlock[],
  at: number,
  { anchor }: DraftArticle,
  byAnchor: ReadonlyMap<string, DraftArticle>,
): TextBlock[] {
  const blocks = articleBlocks(all.slice(at), anchor);
  const next = blocks.findIndex((block, index) => index > 0 && articleAt(block, byAnchor));
  const own = next === -1 ? blocks : blocks.slice(0, next);
  return next > 1 && own.at(-1)?.kind === "caption" ? own.slice(0, -1) : own;
}

function addText(sections: DraftSection[], block: TextBlock): void {
  const last = sections.at(-1);
  if (last?.kind === "text") last.blocks.push(block);
  else sections.push({ kind: "text", blocks: [block] });
}
