import { type Combination, combinationsOf, joined, small } from "./combinations.ts";
import { groupNames, groupsOf } from "./grouping.ts";
import { type Merge, mergesOf } from "./merges.ts";
import { type Strata, type StratumAxis, stratumAxes } from "./strata.ts";
import { byCode, scaledAxes } from "./stratum-codes.ts";

/** An axis with the categories that occur, in their order. */
interface Dimension {
  axis: StratumAxis;
  categories: string[];
}

/**
 * The strata of a roster's firms, in the same order, made so coarse that every combination that
 * occurs has at least `threshold` firms (k-anonymity of the sample frame: whoever holds the whole
 * database and knows a firm's strata finds at least `threshold` firms they may belong to).
 *
 * What a category becomes depends on the category and its axis alone (global recoding), so tables
 * by one stratum still add up. Best merges are NP-hard to find; this is greedy and deterministic:
 * as long as a combination is too small, that merge of two groups of one axis is made which lifts
 * the most firms out of small combinations for each bit of information (entropy) it costs.
 * On a scale (規模, 地域区分, 等級) only neighbours merge. Then every merge that later ones have made
 * needless is taken back. A dimension whose groups are all one is 「（区分なし）」. A roster smaller
 * than the threshold ends as one combination. Nothing changes where nothing is small.
 */
export function coarseStrata(firms: readonly Strata[], threshold: number): Strata[] {
  const dimensions = stratumAxes.map(({ axis }): Dimension => {
    const categories = [...new Set(firms.map((firm) => firm[axis]))].sort(byCode(axis));
    return { axis, categories };
  });
  const places = dimensions.map(
    ({ categories }) => new Map(categories.map((category, index) => [category, index])),
  );
  const rows = firms.map((firm) =>
    dimensions.map(({ axis }, dimension) => places[dimension]?.get(firm[axis]) ?? 0),
  );
  const fine = combinationsOf(rows);
  const merges = mergesFor(fine, dimensions, threshold);
  const names = dimensions.map(({ categories }, dimension) =>
    groupNames(categories, groupsAfter(merges, dimension, categories.length)),
  );
  const nameOf = (row: readonly number[], axis: StratumAxis) => {
    const dimension = dimensions.findIndex((candidate) => candidate.axis === axis);
    return names[dimension]?.[row[dimension] ?? 0] ?? "";
  };
  return rows.map((row) => ({
    sector: nameOf(row, "sector"),
    size: nameOf(row, "size"),
    region: nameOf(row, "region"),
    grade: nameOf(row, "grade"),
    tier: nameOf(row, "tier"),
  }));
}

/** The merges that lift every combination to the threshold, none of them needless. */
function mergesFor(
  fine: readonly Combination[],
  dimensions: readonly Dimension[],
  threshold: number,
): Merge[] {
  const made: Merge[] = [];
  let combinations = fine;
  for (;;) {
    const before = small(combinations, threshold);
    if (before === 0) return withoutNeedless(made, fine, dimensions, threshold);
    let best: { merge: Merge; merged: Combination[]; gain: number } | undefined;
    for (const [dimension, { axis }] of dimensions.entries()) {
      for (const merge of mergesOf(combinations, dimension, scaledAxes.has(axis))) {
        const merged = joined(combinations, dimension, merge.groups);
        // Where no merge lifts a firm, the cheapest is made.
        const gain = (before - small(merged, threshold) + 1e-6) / merge.cost;
        if (best === undefined || gain > best.gain) best = { merge, merged, gain };
      }
    }
    // One combination is left, and it is the whole roster.
    if (best === undefined) return made;
    made.push(best.merge);
    combinations = best.merged;
  }
}

function withoutNeedless(
  made: readonly Merge[],
  fine: readonly Combination[],
  dimensions: readonly Dimension[],
  threshold: number,
): Merge[] {
  let needed = [...made];
  for (const merge of made) {
    const without = needed.filter((candidate) => candidate !== merge);
    const groups = dimensions.map(({ categories }, dimension) =>
      groupsAfter(without, dimension, categories.length),
    );
    const rows = fine.map(({ row, firms }) => ({
      row: row.map((category, dimension) => groups[dimension]?.[category] ?? category),
      firms,
    }));
    if (small(combinationsOf(rows), threshold) === 0) needed = without;
  }
  return needed;
}

function groupsAfter(merges: readonly Merge[], dimension: number, categories: number): number[] {
  const links = merges.filter((merge) => merge.dimension === dimension).map(({ link }) => link);
  return groupsOf(categories, links);
}
