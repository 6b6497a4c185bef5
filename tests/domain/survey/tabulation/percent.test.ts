import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentOf } from "#app/domain/survey/index.ts";

describe("percentages", () => {
  it("have one decimal and round five up", () => {
    expect(percentOf(1, 3)).toBe(33.3);
    expect(percentOf(2, 3)).toBe(66.7);
    expect(percentOf(1, 2000)).toBe(0.1);
    expect(percentOf(1, 2001)).toBe(0);
    expect(percentOf(23, 160)).toBe(14.4); // 14.375
    expect(percentOf(0, 5)).toBe(0);
    expect(percentOf(5, 5)).toBe(100);
    expect(percentOf(0, 0)).toBeNull();
  });

  it("never stray from the true share by more than half a tenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (n, part) => {
        const count = part % (n + 1);
        expect(Math.abs((percentOf(count, n) ?? -1) - (count / n) * 100)).toBeLessThanOrEqual(
          0.05 + 1e-9,
        );
      }),
    );
  });
});
