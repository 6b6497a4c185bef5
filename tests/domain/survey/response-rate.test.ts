import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Disposition,
  responseRate,
  type SampleCount,
  type Strata,
} from "#app/domain/survey/index.ts";

const strata = (sector: string, size = "小"): Strata => ({
  sector,
  size,
  region: "市内",
  grade: "なし",
  tier: "元請",
});
const count = (sector: string, disposition: Disposition, firms: number): SampleCount => ({
  strata: strata(sector),
  disposition,
  firms,
});

describe("response rate", () => {
  it("is AAPOR's RR1: completes over all but the ineligible", () => {
    // 滋賀県's bidder survey of R4: 5,901 sent, 3,327 valid answers, 56.4 %.
    expect(
      responseRate([count("工事", "complete", 3327), count("工事", "no-reply", 2574)]).overall,
    ).toEqual({
      invited: 5901,
      complete: 3327,
      eligible: 5901,
      percent: 56.4,
    });
  });

  it("keeps returned mail, refusals and partial answers in the denominator and takes 廃業 out", () => {
    const { overall, definition } = responseRate([
      count("工事", "complete", 50),
      count("工事", "partial", 5),
      count("工事", "refusal", 5),
      count("工事", "returned", 10),
      count("工事", "no-reply", 20),
      count("工事", "not-eligible", 10),
    ]);
    expect(definition).toBe("AAPOR RR1");
    expect(overall).toEqual({ invited: 100, complete: 50, eligible: 90, percent: 55.6 });
  });

  it("shows each stratum, in the order in which it comes", () => {
    const { byStratum } = responseRate([
      { strata: strata("物品"), disposition: "complete" },
      { strata: strata("工事", "大"), disposition: "no-reply" },
      { strata: strata("物品", "大"), disposition: "no-reply" },
    ]);
    expect(byStratum.map(({ label }) => label)).toEqual([
      "業種",
      "規模",
      "地域区分",
      "等級",
      "元請・下請",
    ]);
    expect(byStratum[0]?.rows).toEqual([
      { stratum: "物品", invited: 2, complete: 1, eligible: 2, percent: 50 },
      { stratum: "工事", invited: 1, complete: 0, eligible: 1, percent: 0 },
    ]);
  });

  it("has no percentage where nobody is eligible", () => {
    expect(responseRate([]).overall).toEqual({
      invited: 0,
      complete: 0,
      eligible: 0,
      percent: null,
    });
    expect(responseRate([count("工事", "not-eligible", 3)]).overall.percent).toBeNull();
  });

  it("adds up over the strata of every axis", () => {
    const counts = fc.array(
      fc.record({
        strata: fc.record({
          sector: fc.constantFrom("工事", "委託", "物品"),
          size: fc.constantFrom("小", "中", "大"),
          region: fc.constantFrom("市内", "県外"),
          grade: fc.constantFrom("A", "なし"),
          tier: fc.constantFrom("元請", "下請"),
        }),
        disposition: fc.constantFrom<Disposition>(
          "complete",
          "no-reply",
          "returned",
          "not-eligible",
        ),
        firms: fc.nat(50),
      }),
    );
    fc.assert(
      fc.property(counts, (sample) => {
        const { overall, byStratum } = responseRate(sample);
        for (const { rows } of byStratum) {
          for (const key of ["invited", "complete", "eligible"] as const) {
            expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(overall[key]);
          }
        }
      }),
    );
  });
});
