import type { DisclosureSystem, Relation } from "./system.ts";

/** Cells that can move together, and the relations that bind them. */
export interface Neighbourhood {
  cells: number[];
  relations: Relation[];
}

/** The relations of each cell of a system. */
export function relationsByCell({ cells, relations }: DisclosureSystem): Relation[][] {
  const byCell = cells.map((): Relation[] => []);
  for (const relation of relations) {
    for (const { cell } of relation.terms) byCell[cell]?.push(relation);
  }
  return byCell;
}

/** All cells that are reached from one over relations and cells that are not frozen. */
export function neighbourhoodOf(
  start: number,
  byCell: readonly (readonly Relation[])[],
  frozen: (cell: number) => boolean,
): Neighbourhood {
  const cells = new Set([start]);
  const relations = new Set<Relation>();
  for (const cell of cells) {
    for (const relation of byCell[cell] ?? []) {
      if (relations.has(relation)) continue;
      relations.add(relation);
      for (const { cell: other } of relation.terms) if (!frozen(other)) cells.add(other);
    }
  }
  return { cells: [...cells], relations: [...relations] };
}
