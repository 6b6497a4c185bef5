import { comparable } from "./glyphs.ts";
import { type ProvisionNode, provisionsOf } from "./provisions.ts";
import { type Shingles, shinglesOf } from "./similarity.ts";
import type { Ordinance } from "./structure.ts";

/** A provision among the others of its version, with what two versions are matched by. */
export interface Branch {
  node: ProvisionNode;
  parent: Branch | undefined;
  children: Branch[];
  /** Position in reading order. */
  order: number;
  /** Caption and own text, glyphs folded, without numbers of its own. */
  own: string;
  /** `own` and everything beneath: equal for provisions of the same words and structure. */
  whole: string;
  /** Caption without brackets, glyphs folded; "" where there is none. */
  caption: string;
  shingles(): Shingles;
}

/** A version as a tree: all provisions in reading order, and those at the top. */
export interface ProvisionTree {
  all: Branch[];
  top: Branch[];
  byPath: Map<string, Branch>;
}

/** Builds the tree of a version. */
export function treeOf(ordinance: Ordinance): ProvisionTree {
  const byPath = new Map<string, Branch>();
  const all: Branch[] = [];
  const top: Branch[] = [];
  for (const node of provisionsOf(ordinance)) {
    const parent = node.parentPath === undefined ? undefined : byPath.get(node.parentPath);
    const branch = branchOf(node, parent, all.length);
    all.push(branch);
    byPath.set(node.path, branch);
    if (parent) parent.children.push(branch);
    else top.push(branch);
  }
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const branch = all[at];
    if (branch) branch.whole = wholeOf(branch);
  }
  return { all, top, byPath };
}

function branchOf(node: ProvisionNode, parent: Branch | undefined, order: number): Branch {
  const caption = node.captionShared ? "" : comparable(node.caption ?? "");
  const own = `${caption}\ue005${comparable(node.text)}`;
  let shingles: Shingles | undefined;
  const branch: Branch = {
    node,
    parent,
    children: [],
    order,
    own,
    whole: own,
    caption,
    shingles: () => {
      shingles ??= shinglesOf(branch.whole);
      return shingles;
    },
  };
  return branch;
}

/** Signs that keep apart what stands beneath a provision; `shinglesOf` passes them over. */
const signs = { open: "\ue000", close: "\ue001", item: "\ue002", row: "\ue003", other: "\ue004" };

function wholeOf(branch: Branch): string {
  // Articles are matched by themselves, so a chapter is its heading alone.
  if (branch.children.length === 0 || isDivision(branch)) return branch.own;
  const children = branch.children.map(({ node, whole }) => {
    const sign = node.kind === "item" || node.kind === "row" ? signs[node.kind] : signs.other;
    return sign + whole;
  });
  return branch.own + signs.open + children.join("") + signs.close;
}

/** Whether a provision is a 編, 章, 節, 款 or 目. */
export function isDivision(branch: Branch): boolean {
  return ["part", "chapter", "section", "subsection", "division"].includes(branch.node.kind);
}
