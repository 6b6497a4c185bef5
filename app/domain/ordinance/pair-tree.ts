import { alignProvisions } from "./align.ts";
import type { AlignedPair, Alignment, AlignmentDecision } from "./alignment.ts";
import { provisionsOf } from "./provision-list.ts";
import type { ProvisionNode } from "./provisions.ts";
import type { Ordinance } from "./structure.ts";

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

/**
 * The pairs of two versions as a tree: the new version, with what is gone where it used to stand.
 * An alignment of the same two versions spares aligning them.
 */
export function pairTree(
  before: Ordinance,
  after: Ordinance,
  given: { decisions?: readonly AlignmentDecision[]; alignment?: Alignment },
): PairBranch[] {
  if (given.alignment) return treeByPath(before, after, given.alignment);
  const pairs = alignProvisions(before, after, given.decisions);
  return pairs.filter((branch) => (branch.after ?? branch.before)?.depth === 0);
}

function treeByPath(before: Ordinance, after: Ordinance, alignment: Alignment): PairBranch[] {
  const olds = byPath(provisionsOf(before));
  const news = byPath(provisionsOf(after));
  const byBefore = new Map<string, PairBranch>();
  const byAfter = new Map<string, PairBranch>();
  const top: PairBranch[] = [];
  for (const pair of alignment.pairs) {
    const old = pair.before === undefined ? undefined : olds.get(pair.before);
    const fresh = pair.after === undefined ? undefined : news.get(pair.after);
    const branch = branchOf(pair, old, fresh);
    if (branch.after) byAfter.set(branch.after.path, branch);
    if (branch.before) byBefore.set(branch.before.path, branch);
    const parentPath = (branch.after ?? branch.before)?.parentPath;
    const siblings = branch.after ? byAfter : byBefore;
    const parent = parentPath === undefined ? undefined : siblings.get(parentPath);
    (parent ? parent.children : top).push(branch);
  }
  return top;
}

function branchOf(
  pair: AlignedPair,
  old: ProvisionNode | undefined,
  fresh: ProvisionNode | undefined,
): PairBranch {
  const { status } = pair;
  return {
    pair,
    before: status === "split" ? undefined : old,
    after: status === "merged" ? undefined : fresh,
    other: status === "split" ? old : status === "merged" ? fresh : undefined,
    children: [],
  };
}

function byPath(nodes: readonly ProvisionNode[]): Map<string, ProvisionNode> {
  const map = new Map<string, ProvisionNode>();
  for (const node of nodes) map.set(node.path, node);
  return map;
}
