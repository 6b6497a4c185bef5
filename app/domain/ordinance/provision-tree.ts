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
  const own = `${caption}\u0001${comparable(node.text)}`;
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

function wholeOf(branch: Branch): string {
  if (branch.children.length === 0) return branch.own;
  // Articles are matched by themselves, so a chapter is its heading alone.
  if (isDivision(branch)) return branch.own;
  return `${branch.own}\u0002${branch.children.map((c) => `${c.node.kind}\u0003${c.whole}`).join("\u0004")}\u0005`;
}

/** Whether a provision is a 編, 章, 節, 款 or 目. */
export function isDivision(branch: Branch): boolean {
  return ["part", "chapter", "section", "subsection", "division"].includes(branch.node.kind);
}
