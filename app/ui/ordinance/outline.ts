import { type Ordinance, type ProvisionNode, provisionsOf } from "#app/domain/ordinance/index.ts";

/** A provision with what stands in it. */
export interface Outline {
  node: ProvisionNode;
  children: Outline[];
}

/** The provisions of an ordinance as a tree, in reading order. */
export function outlineOf(ordinance: Ordinance): Outline[] {
  const byPath = new Map<string, Outline>();
  const top: Outline[] = [];
  for (const node of provisionsOf(ordinance)) {
    const branch: Outline = { node, children: [] };
    byPath.set(node.path, branch);
    const parent = node.parentPath === undefined ? undefined : byPath.get(node.parentPath);
    (parent ? parent.children : top).push(branch);
  }
  return top;
}
