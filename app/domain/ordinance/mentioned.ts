import type { PointerStep } from "./pointers.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionNode } from "./provisions.ts";

/** What 同条, 同項, 同号 and 同表 stand for: a provision here, or another law by name. */
export interface Mentioned {
  article?: ProvisionNode | string;
  paragraph?: ProvisionNode | string;
  item?: ProvisionNode | string;
  table?: ProvisionNode | string;
  law?: string;
}

/** 各号 and この条 are no mention that a later 同項 or 同条 could mean. */
export const remembered: readonly PointerStep["relation"][] = [
  "number",
  "previous",
  "next",
  "same",
  "previous-n",
  "previous-all",
];

/** Only what is named is remembered: after 「前号」, 同項 still means the 項 named before it. */
export function mention(
  before: Mentioned,
  node: ProvisionNode,
  level: "article" | "paragraph" | "item",
  index: ProvisionIndex,
): Mentioned {
  const mentioned = { ...before };
  if (level === "item") mentioned.item = node;
  if (level === "paragraph") {
    mentioned.paragraph = node;
    delete mentioned.item;
  }
  if (level === "article") {
    mentioned.article = node;
    const [first] = index.childrenOf(node.path, "paragraph");
    if (first) mentioned.paragraph = first;
    delete mentioned.item;
  }
  return mentioned;
}
