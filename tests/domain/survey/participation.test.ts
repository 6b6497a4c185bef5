import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countBits,
  emptyBitmap,
  hasBit,
  withBits,
} from "#app/domain/survey/participation/bitmap.ts";
import { mergeFurther } from "#app/domain/survey/participation/merge-further.ts";

describe("a bitmap of who has answered", () => {
  it("is the same whatever the order, and holds exactly the bits that were set", () => {
    const ordinals = fc.uniqueArray(fc.nat(999), { maxLength: 60 });
    fc.assert(
      fc.property(ordinals, fc.nat(1000), (all, cut) => {
        const atOnce = withBits(emptyBitmap(1000), all);
        const backwards = [...all].reverse();
        const inParts = withBits(withBits(emptyBitmap(1000), backwards.slice(0, cut)), backwards);
        expect(inParts).toEqual(atOnce);
        expect(countBits(atOnce)).toBe(all.length);
        for (let n = 0; n < 1000; n++) expect(hasBit(atOnce, n)).toBe(all.includes(n));
      }),
    );
  });

  it("grows when a bit is beyond it, and has none there before", () => {
    expect(hasBit(emptyBitmap(3), 900)).toBe(false);
    expect(withBits(emptyBitmap(3), [900]).length).toBe(113);
  });
});

describe("merging the strata of a closed survey on", () => {
  const axis = (...values: string[]) => fc.constantFrom(...values);
  const strata = fc.record({
    sector: axis("工事", "委託", "物品"),
    size: axis("小", "中", "大"),
    region: axis("市内", "県内", "県外"),
    grade: axis("A", "B", "なし"),
    tier: axis("元請", "下請"),
  });

  it("leaves no combination of answers below the threshold, unless all are one", () => {
    fc.assert(
      fc.property(
        fc.array(strata, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 2, max: 5 }),
        (answered, threshold) => {
          const counts = new Map<string, number>();
          const further = mergeFurther(answered, threshold);
          for (const each of answered) {
            const key = JSON.stringify(further(each));
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
          const least = Math.min(...counts.values());
          expect(least >= threshold || counts.size === 1).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
