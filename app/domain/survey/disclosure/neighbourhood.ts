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

/**
 * All cells that are reached from one over relations and cells that are not frozen, by at most so
 * many relations one after the other. The relations of the outermost cells are among them: what
 * lies beyond stays as it is.
 */
export function neighbourhoodOf(
  start: number,
  byCell: readonly (readonly Relation[])[],
  frozen: (cell: number) => boolean,
  reach = Number.POSITIVE_INFINITY,
): Neighbourhood {
  const cells = new Set([start]);
  const relations = new Set<Relation>();
  let ring = [start];
  for (let step = 0; ring.length > 0; step++) {
    const next: number[] = [];
    for (const cell of ring) {
      for (const relation of byCell[cell] ?? []) {
        if (relations.has(relation)) continue;
        relations.add(relation);
        if (step >= reach) continue;
        for (const { cell: other } of relation.terms) {
          if (frozen(other) || cells.has(other)) continue;
          cells.add(other);
          next.push(other);
        }
      }
    }
    ring = next;
  }
  return { cells: [...cells], relations: [...relations] };
}
