import { type Ordinance, type ProvisionNode, provisionsOf } from "../ordinance/index.ts";
import type { ArticlePart } from "./parts.ts";
import type { IdentityOf } from "./text-blocks.ts";

const containers = new Set<ProvisionNode["kind"]>([
  "preamble",
  "article",
  "supplementary",
  "table",
  "style",
]);

/**
 * The articles of an ordinance in order, and with them the other wholes that a comment or figure
 * may hang on: 前文, 附則, 別表 and 様式. Provisions without an identity are left out.
 */
export function articlePartsOf(ordinance: Ordinance, identityOf: IdentityOf): ArticlePart[] {
  const parts: ArticlePart[] = [];
  const partOf = new Map<string, ArticlePart>();
  for (const node of provisionsOf(ordinance)) {
    const provisionId = identityOf(node.path);
    const above = node.parentPath === undefined ? undefined : partOf.get(node.parentPath);
    if (isWhole(node, above)) {
      if (provisionId === undefined) continue;
      const part: ArticlePart = {
        provisionId,
        label: node.fullLabel,
        caption: captionOf(node),
        anchor: node.anchor,
        always: node.kind === "article" || node.kind === "paragraph",
        within: [],
      };
      parts.push(part);
      partOf.set(node.path, part);
    } else if (above !== undefined) {
      if (provisionId !== undefined) above.within.push({ provisionId, label: node.fullLabel });
      partOf.set(node.path, above);
    }
  }
  return parts;
}

/** An article always stands for itself, also within a 附則; a bare 項 does where none is above. */
function isWhole(node: ProvisionNode, above: ArticlePart | undefined): boolean {
  return containers.has(node.kind) || (node.kind === "paragraph" && above === undefined);
}

function captionOf({ caption, kind }: ProvisionNode): string {
  return kind === "article" || kind === "paragraph" ? withoutBrackets(caption ?? "") : "";
}

function withoutBrackets(caption: string): string {
  return caption.replace(/^[（(]/, "").replace(/[）)]$/, "");
}
