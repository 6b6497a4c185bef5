import type { AlignedPair, Alignment } from "./alignment.ts";
import type { ProvisionNode } from "./provisions.ts";

/** A pair of an alignment with its provisions, and the pairs that stand beneath it. */
export interface PairBranch {
  pair: AlignedPair;
  /** Absent for what is new ("added", "split"). */
  before?: ProvisionNode;
  /** Absent for what is gone ("removed", "merged"). */
  after?: ProvisionNode;
  /** For "split" and "merged": the provision of the other version it was parted from. */
  other?: ProvisionNode;
  children: PairBranch[];
}

/** The pairs of an alignment as a tree: the new version, with what is gone where it used to stand. */
export function pairTree(
  before: readonly ProvisionNode[],
  after: readonly ProvisionNode[],
  alignment: Alignment,
): PairBranch[] {
  const olds = byPath(before);
  const news = byPath(after);
  const byBefore = new Map<string, PairBranch>();
  const byAfter = new Map<string, PairBranch>();
  const top: PairBranch[] = [];
  for (const pair of alignment.pairs) {
    const branch = branchOf(pair, olds, news);
    if (branch.after) byAfter.set(branch.after.path, branch);
    if (branch.before) byBefore.set(branch.before.path, branch);
    const parentPath = (branch.after ?? branch.before)?.parentPath;
    const parent =
      parentPath === undefined
        ? undefined
        : branch.after
          ? byAfter.get(parentPath)
          : byBefore.get(parentPath);
    (parent ? parent.children : top).push(branch);
  }
  return top;
}

function branchOf(
  pair: AlignedPair,
  olds: ReadonlyMap<string, ProvisionNode>,
  news: ReadonlyMap<string, ProvisionNode>,
): PairBranch {
  const old = pair.before === undefined ? undefined : olds.get(pair.before);
  const fresh = pair.after === undefined ? undefined : news.get(pair.after);
  const branch: PairBranch = { pair, children: [] };
  if (pair.status === "split") {
    if (fresh) branch.after = fresh;
    if (old) branch.other = old;
  } else if (pair.status === "merged") {
    if (old) branch.before = old;
    if (fresh) branch.other = fresh;
  } else {
    if (old) branch.before = old;
    if (fresh) branch.after = fresh;
  }
  return branch;
}

function byPath(nodes: readonly ProvisionNode[]): Map<string, ProvisionNode> {
  const map = new Map<string, ProvisionNode>();
  for (const node of nodes) map.set(node.path, node);
  return map;
}
