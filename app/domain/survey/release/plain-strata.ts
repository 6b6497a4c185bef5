import type { CountedTables, StoredCounts } from "../counting/stored-counts.ts";
import { type Strata, stratumAxes } from "../strata/strata.ts";
import type { RosterStrata } from "./weights.ts";

/**
 * Counts whose strata hold no sign by which names of cells are parted: a roster may hold any text.
 * The full-width sign stands in its place.
 */
export function plainCounts(counts: StoredCounts): StoredCounts {
  const panels = Object.entries(counts.panels).map(([name, tables]) => [name, plainTables(tables)]);
  return { ...counts, ...plainTables(counts), panels: Object.fromEntries(panels) };
}

/** The roster by the same names. */
export function plainRoster(roster: readonly RosterStrata[]): RosterStrata[] {
  return roster.map(({ strata, firms }) => ({ strata: plain(strata), firms }));
}

function plainTables(tables: CountedTables): CountedTables {
  return { ...tables, combinations: tables.combinations.map(plain) };
}

function plain(strata: Strata): Strata {
  const own = { ...strata };
  for (const { axis } of stratumAxes) {
    own[axis] = strata[axis].replace(/[%&=|#]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    );
  }
  return own;
}
