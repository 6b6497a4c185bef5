import type { Branch, ProvisionTree } from "./provision-tree.ts";

type Children = Map<Branch | undefined, readonly Branch[]>;

/**
 * All provisions of the new version in reading order, with those of the old version that have no
 * counterpart where they used to stand: after the sibling before them, or first in their parent.
 */
export function inReadingOrder(before: ProvisionTree, after: ProvisionTree): readonly Branch[] {
  if (before.all.every(hasPartner)) return after.all;
  // Only of those that something is gone from; the others have the children of the new version.
  const childrenOf: Children = new Map([[undefined, after.top]]);
  placeGone(before.top, undefined, childrenOf);
  for (const branch of before.all) {
    if (branch.children.length === 0) continue;
    const parent = branch.partner;
    if (parent && !childrenOf.has(parent)) childrenOf.set(parent, parent.children);
    placeGone(branch.children, parent ?? branch, childrenOf);
  }
  const ordered: Branch[] = [];
  const stack = [...(childrenOf.get(undefined) ?? [])].reverse();
  for (let branch = stack.pop(); branch; branch = stack.pop()) {
    ordered.push(branch);
    const children = childrenOf.get(branch) ?? (branch.isOld ? [] : branch.children);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) stack.push(child);
    }
  }
  return ordered;
}

function hasPartner(branch: Branch): boolean {
  return branch.match !== undefined;
}

/** Puts the siblings that are gone among the children that `parent` has in the new version. */
function placeGone(
  siblings: readonly Branch[],
  parent: Branch | undefined,
  childrenOf: Children,
): void {
  if (siblings.every(hasPartner)) return;
  const present = childrenOf.get(parent) ?? [];
  const here = new Set(present);
  const following = new Map<Branch | undefined, Branch[]>();
  let anchor: Branch | undefined;
  for (const sibling of siblings) {
    const { partner } = sibling;
    if (partner) {
      if (here.has(partner)) anchor = partner;
      continue;
    }
    const list = following.get(anchor);
    if (list) list.push(sibling);
    else following.set(anchor, [sibling]);
  }
  const merged = [...(following.get(undefined) ?? [])];
  for (const child of present) merged.push(child, ...(following.get(child) ?? []));
  childrenOf.set(parent, merged);
}
