import fc from "fast-check";
import { expect, test } from "vitest";
import { alignVersions, certain } from "#app/domain/ordinance/index.ts";
import { knownPair } from "#tests/support/ordinance-pairs.ts";

test("on pairs whose truth is known, articles are found again and no certain match is wrong", () => {
  let known = 0;
  let found = 0;
  let moved = 0;
  let movedFound = 0;
  const wrong: string[] = [];
  const pairs = fc.sample(knownPair, { numRuns: 500, seed: 20261122 });
  for (const [index, pair] of pairs.entries()) {
    const byAfter = new Map(
      alignVersions(pair.before, pair.after)
        .pairs.filter((each) => each.kind === "article" && each.before && each.after)
        .filter((each) => each.status !== "split" && each.status !== "merged")
        .map((each) => [each.after, each]),
    );
    for (const [after, before] of pair.same) {
      known += 1;
      const hit = byAfter.get(after)?.before === before;
      if (hit) found += 1;
      if (pair.moved.has(after)) {
        moved += 1;
        if (hit) movedFound += 1;
      }
    }
    for (const [after, each] of byAfter) {
      if (each.confidence >= certain && pair.same.get(after ?? "") !== each.before) {
        wrong.push(`${index}: ${each.before} → ${after} (${each.confidence})`);
      }
    }
  }
  expect(moved).toBeGreaterThan(100);
  expect(movedFound / moved).toBeGreaterThanOrEqual(0.99);
  expect(found / known).toBeGreaterThanOrEqual(0.99);
  expect(wrong).toEqual([]);
});
