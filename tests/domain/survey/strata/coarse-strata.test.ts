import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarseStrata, readRoster, type Strata, stratumAxes } from "#app/domain/survey/index.ts";
import { sampleFile } from "../sample.ts";

const firm = (changes: Partial<Strata> = {}): Strata => ({
  sector: "工事",
  size: "小",
  region: "市内",
  grade: "A",
  tier: "元請",
  ...changes,
});
const many = (count: number, changes: Partial<Strata> = {}): Strata[] =>
  Array.from({ length: count }, () => firm(changes));

function smallest(firms: readonly Strata[]): number {
  const counts = new Map<string, number>();
  for (const strata of firms) {
    const key = JSON.stringify(stratumAxes.map(({ axis }) => strata[axis]));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.min(...counts.values());
}

const anyFirm = fc.record({
  sector: fc.constantFrom("工事", "委託", "物品", "土木", "建築", "土木・建築"),
  size: fc.constantFrom("小", "中", "大"),
  region: fc.constantFrom("市内", "準市内", "県内", "県外"),
  grade: fc.constantFrom("A", "B", "C", "なし", "特A"),
  tier: fc.constantFrom("元請", "下請", "両方"),
});
const anyRoster = fc.array(anyFirm, { minLength: 1, maxLength: 150, size: "max" });
const anyThreshold = fc.integer({ min: 1, max: 12 });

describe("coarse strata", () => {
  it("leave at least the threshold of firms in every combination, whatever the roster", () => {
    fc.assert(
      fc.property(anyRoster, anyThreshold, (roster, threshold) => {
        const coarse = coarseStrata(roster, threshold);
        expect(coarse).toHaveLength(roster.length);
        expect(smallest(coarse)).toBeGreaterThanOrEqual(Math.min(threshold, roster.length));
      }),
    );
  });

  it("depend on the category of each axis alone, and never mix two that were told apart", () => {
    fc.assert(
      fc.property(anyRoster, anyThreshold, (roster, threshold) => {
        const coarse = coarseStrata(roster, threshold);
        for (const { axis } of stratumAxes) {
          const became = new Map<string, string>();
          const before = new Map<string, Set<string>>();
          for (const [index, { [axis]: fine }] of roster.entries()) {
            const name = coarse[index]?.[axis] ?? "";
            expect(became.get(fine) ?? name).toBe(name);
            became.set(fine, name);
            before.set(name, (before.get(name) ?? new Set()).add(fine));
          }
          // A name that is a category is that category alone.
          for (const [name, fine] of before) if (fine.has(name)) expect(fine.size).toBe(1);
        }
      }),
    );
  });

  it("say nothing of the order of the roster", () => {
    fc.assert(
      fc.property(anyRoster, anyThreshold, (roster, threshold) => {
        const turned = coarseStrata(roster.toReversed(), threshold).toReversed();
        expect(turned).toEqual(coarseStrata(roster, threshold));
      }),
    );
  });

  it("hold no merge that could be taken back: each merged group is needed", () => {
    fc.assert(
      fc.property(anyRoster, anyThreshold, (roster, threshold) => {
        if (roster.length < threshold) return;
        const coarse = coarseStrata(roster, threshold);
        for (const { axis } of stratumAxes) {
          const whole = roster.map((fine, index) => ({
            ...(coarse[index] ?? fine),
            [axis]: fine[axis],
          }));
          const changed = coarse.some((strata, index) => strata[axis] !== roster[index]?.[axis]);
          if (changed) expect(smallest(whole)).toBeLessThan(threshold);
        }
      }),
    );
  });

  it("leave a roster as it is where nothing is small", () => {
    const roster = [...many(3), ...many(3, { sector: "物品", size: "大" })];
    expect(coarseStrata(roster, 3)).toEqual(roster);
    expect(coarseStrata([], 3)).toEqual([]);
  });

  it("join the few with their neighbours and keep what is large", () => {
    const roster = [
      ...many(40),
      ...many(20, { region: "準市内" }),
      ...many(2, { region: "県内" }),
      ...many(1, { region: "県外" }),
    ];
    const coarse = coarseStrata(roster, 3);
    expect(new Set(coarse.map(({ region }) => region))).toEqual(
      new Set(["市内", "準市内", "県内・県外"]),
    );
  });

  it("drop a dimension that tells single firms apart", () => {
    const roster = [...many(4), ...many(1, { tier: "下請" })];
    expect(coarseStrata(roster, 3).map(({ tier }) => tier)).toEqual(
      Array.from({ length: 5 }, () => "（区分なし）"),
    );
    expect(
      new Set(coarseStrata([firm(), firm({ sector: "物品" })], 3).map((s) => s.sector)),
    ).toEqual(new Set(["（区分なし）"]));
  });

  it("keep detail of the sample roster in every axis that has room for it", () => {
    const roster = readRoster(sampleFile("roster.csv"));
    const firms = roster.ok ? roster.value.firms : [];
    const coarse = coarseStrata(firms, 3);
    expect(smallest(coarse)).toBeGreaterThanOrEqual(3);
    const combinations = new Set(coarse.map((strata) => JSON.stringify(strata)));
    expect(combinations.size).toBeGreaterThanOrEqual(16);
    for (const { axis } of stratumAxes) {
      expect(new Set(coarse.map((strata) => strata[axis])).size).toBe(2);
    }
  });
});
