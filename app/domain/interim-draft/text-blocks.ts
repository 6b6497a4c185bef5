import { anchorOf, type Ordinance, type ProvisionNode, provisionsOf } from "../ordinance/index.ts";
import type { ProvisionBlock, TextBlock } from "./text-block.ts";

/** The permanent identifier of a provision, by its path within the version. */
export type IdentityOf = (path: string) => string | undefined;

/**
 * The full text of an ordinance as blocks, in the order of reading. A first 項 stands on the line
 * of its article, and the rows of one table make one block.
 */
export function textBlocksOf(ordinance: Ordinance, identityOf: IdentityOf): TextBlock[] {
  const nodes = provisionsOf(ordinance);
  const kinds = new Map(nodes.map((node) => [node.path, node.kind]));
  const blocks: TextBlock[] = [];
  for (const node of nodes) {
    const parentKind = node.parentPath === undefined ? undefined : kinds.get(node.parentPath);
    const last = blocks.at(-1);
    if (node.kind === "paragraph" && parentKind === "article" && opens(last, node)) {
      last.text = node.text;
    } else if (node.kind === "row") {
      const columns = node.columns ?? [node.text];
      if (last?.kind === "table") last.rows.push(columns);
      else blocks.push({ kind: "table", rows: [columns] });
    } else {
      blocks.push(...blocksOf(node, parentKind, ordinance, identityOf));
    }
  }
  return blocks;
}

/** Whether the last block is the bare line of an article that this first 項 belongs to. */
function opens(last: TextBlock | undefined, node: ProvisionNode): last is ProvisionBlock {
  return (
    node.numeral === "" &&
    last?.kind === "provision" &&
    last.element === "article" &&
    last.text === ""
  );
}

function blocksOf(
  node: ProvisionNode,
  parentKind: ProvisionNode["kind"] | undefined,
  ordinance: Ordinance,
  identityOf: IdentityOf,
): TextBlock[] {
  const { anchor, text, path } = node;
  const provisionId = identityOf(path);
  const known = { anchor, ...(provisionId === undefined ? {} : { provisionId }) };
  const provision = (element: ProvisionBlock["element"], level: number): TextBlock => ({
    kind: "provision",
    element,
    level,
    label: node.numeral,
    text,
    ...known,
  });
  const caption: TextBlock[] =
    node.caption === undefined || node.captionShared
      ? []
      : [{ kind: "caption", text: node.caption }];
  switch (node.kind) {
    case "title":
      return text === "" ? [] : [{ kind: "lawTitle", text }];
    case "enactStatement":
      return [{ kind: "enactment", text }];
    case "toc":
      return [{ kind: "toc", entries: tocEntries(ordinance) }];
    case "preamble":
      return [];
    case "part":
    case "chapter":
    case "section":
    case "subsection":
    case "division":
      return [
        { kind: "heading", level: headingLevels[node.kind], text: headingText(node), anchor },
      ];
    case "article":
      return [...caption, provision("article", 0)];
    case "paragraph":
      return parentKind === "preamble"
        ? [{ kind: "preamble", text, anchor: preambleAnchor(node) }]
        : [...caption, provision("paragraph", 0)];
    case "item":
      return [provision("item", 1)];
    case "subitem":
      return [provision("subitem", subitemLevel(path))];
    case "supplementary":
      return [{ kind: "supplementary", text: `${node.numeral}${text}`, anchor }];
    case "table":
    case "style": {
      const heading: TextBlock = {
        kind: "appendix",
        text: node.label,
        anchor,
        ...(node.caption === undefined ? {} : { relatedTo: node.caption }),
      };
      return node.kind === "style" ? [heading, ...notes(text)] : [heading];
    }
    case "note":
      return notes(text);
    case "row":
      return [];
  }
}

const headingLevels = { part: 0, chapter: 1, section: 2, subsection: 3, division: 4 } as const;
const tocLevels = {
  Part: 0,
  Preamble: 1,
  Chapter: 1,
  Section: 2,
  Subsection: 3,
  Division: 4,
  SupplProvision: 1,
  AppdxTable: 1,
} as const;

function headingText({ numeral, text }: ProvisionNode): string {
  return text === "" ? numeral : `${numeral}　${text}`;
}

function tocEntries({ toc }: Ordinance): { level: number; text: string }[] {
  return (toc?.entries ?? []).map(({ level, title, articleRange }) => ({
    level: tocLevels[level],
    text: title + (articleRange ?? ""),
  }));
}

/** 細分 stand at level 2 and deeper: one level for each 細分 in the path ("…/i1/s1/s2"). */
function subitemLevel(path: string): number {
  return 1 + path.split("/").filter((step) => step.startsWith("s") && !step.includes("-")).length;
}

/** The first paragraph carries the anchor of the 前文 as a whole. */
function preambleAnchor({ path, parentPath = "", anchor }: ProvisionNode): string {
  return path === `${parentPath}/p1` ? anchorOf(parentPath) : anchor;
}

function notes(text: string): TextBlock[] {
  return text.split("\n").map((line) => ({ kind: "note", text: line }));
}
