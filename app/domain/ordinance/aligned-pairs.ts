import type { AlignedPair, AlignmentStatus } from "./alignment.ts";
import { inReadingOrder } from "./alignment-order.ts";
import type { Match } from "./match.ts";
import type { PairBranch } from "./pair-tree.ts";
import type { Branch, ProvisionTree } from "./provision-tree.ts";
import { findMerged, findSplit, type Parted } from "./split-and-merged.ts";

/**
 * What became of every provision of two versions that were matched with each other, in reading
 * order; each with its provisions, and with the pairs beneath it.
 */
export function alignedPairs(before: ProvisionTree, after: ProvisionTree): PairBranch[] {
  const gone = before.all.filter(isFree);
  const fresh = after.all.filter(isFree);
  const split = findSplit(before.all, fresh);
  const merged = findMerged(gone, after.all);
  const pairs: PairBranch[] = [];
  for (const branch of inReadingOrder(before, after)) {
    const pair = branch.isOld
      ? pairOfGone(branch, merged.get(branch))
      : branch.match
        ? pairOfMatch(branch.match)
        : pairOfNew(branch, split.get(branch));
    branch.pair = pair;
    // What stood beneath is placed beneath what it stood in, if that stands still.
    if (branch.match) branch.match.before.pair = pair;
    addChild(branch.parent?.pair, pair);
    pairs.push(pair);
  }
  return pairs;
}

function addChild(parent: PairBranch | undefined, child: PairBranch): void {
  if (!parent) return;
  if (parent.children.length > 0) parent.children.push(child);
  else parent.children = [child];
}

function isFree(branch: Branch): boolean {
  return branch.match === undefined && !branch.decided;
}

/** Shared by all pairs that nothing stands beneath. */
const noPairs: PairBranch[] = [];

function pairOfMatch(match: Match): PairBranch {
  const { before, after, confidence } = match;
  const pair: AlignedPair = {
    status: statusOf(match),
    kind: after.node.kind,
    before: before.node.path,
    after: after.node.path,
    renumbered: before.node.label !== after.node.label,
    confidence,
    decided: after.decided,
  };
  return { pair, before: before.node, after: after.node, other: undefined, children: noPairs };
}

function statusOf({ moved, isSame }: Match): AlignmentStatus {
  if (moved) return isSame ? "moved" : "moved-and-reworded";
  return isSame ? "kept" : "reworded";
}

function pairOfNew({ node, decided }: Branch, split: Parted | undefined): PairBranch {
  const other = split?.other.node;
  const pair: AlignedPair = {
    status: split ? "split" : "added",
    kind: node.kind,
    before: other?.path,
    after: node.path,
    renumbered: false,
    confidence: split ? split.confidence : 1,
    decided,
  };
  return { pair, before: undefined, after: node, other, children: noPairs };
}

function pairOfGone({ node, decided }: Branch, merged: Parted | undefined): PairBranch {
  const other = merged?.other.node;
  const pair: AlignedPair = {
    status: merged ? "merged" : "removed",
    kind: node.kind,
    before: node.path,
    after: other?.path,
    renumbered: false,
    confidence: merged ? merged.confidence : 1,
    decided,
  };
  return { pair, before: node, after: undefined, other, children: noPairs };
}
