import type { DisclosureSystem, Relation } from "./system.ts";

/** Unknown cells that hang together, and the relations among them. */
export interface Component {
  cells: number[];
  relations: Relation[];
}

/**
 * Parts a system by what its reader does not know: unknown cells that share a relation belong
 * together, and what is known parts them. Each component can be reckoned with by itself.
 */
export function componentsOf(
  { cells, relations }: DisclosureSystem,
  unknown: (cell: number) => boolean,
): Component[] {
  const parent = cells.map((_, index) => index);
  const above = (cell: number): number => parent[cell] ?? cell;
  const find = (cell: number): number => {
    let root = cell;
    while (above(root) !== root) root = above(root);
    for (let at = cell; at !== root; ) {
      const next = above(at);
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { terms } of relations) {
    const [first, ...rest] = terms.filter(({ cell }) => unknown(cell));
    if (first) for (const { cell } of rest) parent[find(cell)] = find(first.cell);
  }
  const components = new Map<number, Component>();
  const componentOf = (cell: number): Component => {
    const root = find(cell);
    const found = components.get(root) ?? { cells: [], relations: [] };
    components.set(root, found);
    return found;
  };
  for (const index of cells.keys()) if (unknown(index)) componentOf(index).cells.push(index);
  for (const relation of relations) {
    const first = relation.terms.find(({ cell }) => unknown(cell));
    if (first) componentOf(first.cell).relations.push(relation);
  }
  return [...components.values()];
}
