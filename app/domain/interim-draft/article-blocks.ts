import type { TextBlock } from "./text-block.ts";

/**
 * The blocks of one article (or of the 前文, a 附則, a 別表) out of the full text, found by its
 * anchor, without its caption. Empty when there is no such anchor.
 */
export function articleBlocks(blocks: readonly TextBlock[], anchor: string): TextBlock[] {
  const start = blocks.findIndex((block) => "anchor" in block && block.anchor === anchor);
  const first = blocks[start];
  if (first === undefined) return [];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => !belongs(block, first));
  return [first, ...(end === -1 ? rest : rest.slice(0, end))];
}

function belongs(block: TextBlock, first: TextBlock): boolean {
  switch (first.kind) {
    case "provision":
      return block.kind === "table" || (block.kind === "provision" && block.element !== "article");
    case "supplementary":
      return ["provision", "caption", "heading", "table"].includes(block.kind);
    case "appendix":
      return ["table", "note", "provision"].includes(block.kind);
    default:
      return block.kind === first.kind;
  }
}
