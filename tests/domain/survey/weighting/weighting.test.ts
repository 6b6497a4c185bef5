import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveNumber } from "#app/domain/survey/weighting/effective-number.ts";
import { type RakingCell, rake } from "#app/domain/survey/weighting/raking.ts";
import { wilsonInterval } from "#app/domain/survey/weighting/wilson.ts";

describe("Wilson's interval", () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17
  // (1998), 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d is that of Newcombe 1998", (count, n, lower, upper) => {
    const interval = wilsonInterval(count / n, n);
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  });

  it("holds the share, stays within 0 and 1, and is narrower of more answers", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1 }),
        (share, n) => {
          const few = wilsonInterval(share, n);
          const many = wilsonInterval(share, n * 4);
          if (!few || !many) throw new Error("no interval");
          expect(few.lower).toBeGreaterThanOrEqual(0);
          expect(few.upper).toBeLessThanOrEqual(1);
          expect(few.lower).toBeLessThanOrEqual(share + 1e-12);
          expect(few.upper).toBeGreaterThanOrEqual(share - 1e-12);
          expect(many.upper - many.lower).toBeLessThanOrEqual(few.upper - few.lower + 1e-12);
        },
      ),
    );
  });

  it("is none of no answers", () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe("raking", () => {
  it("goes where the worked example of the article 'Iterative proportional fitting' in Wikipedia leads", () => {
    const seed = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ];
    const cells: RakingCell[] = seed.flatMap((row, i) =>
      row.map((answers, j) => ({ categories: [`r${i}`, `c${j}`], answers })),
    );
    const margin = (prefix: string, counts: number[]) =>
      new Map(counts.map((count, index) => [`${prefix}${index}`, count]));
    const raking = rake(cells, [
      margin("r", [150, 300, 400, 150]),
      margin("c", [200, 300, 400, 100]),
    ]);
    if (!raking.raked) throw new Error(raking.why);
    const answered = seed.flat().reduce((sum, count) => sum + count, 0);
    const fitted = cells.map(
      ({ answers }, index) => ((raking.weights[index] ?? 0) * answers * 1000) / answered,
    );
    // The article stops after three cycles, when each margin is met to within 0.1 %.
    const third = [
      [64.61, 46.28, 35.42, 3.83],
      [49.95, 68.15, 156.49, 25.37],
      [56.7, 144.4, 145.06, 53.76],
      [28.74, 41.18, 63.03, 17.03],
    ].flat();
    for (const [index, mass] of fitted.entries()) {
      expect(Math.abs(mass - (third[index] ?? 0))).toBeLessThan(0.06);
    }
  });

  it("brings every margin to the roster's, and nothing but the margins matters", () => {
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 12, maxLength: 12 }),
        fc.array(count, { minLength: 7, maxLength: 7 }),
        (answers, firms) => {
          const cells = answers.map((number, index) => ({
            categories: [`業種${index % 4}`, `規模${Math.floor(index / 4)}`],
            answers: number,
          }));
          // Both margins have to be of one roster: the second is scaled to the first.
          const sectors = new Map(
            firms.slice(0, 4).map((number, index) => [`業種${index}`, number]),
          );
          const sizes = new Map(firms.slice(4).map((number, index) => [`規模${index}`, number]));
          const raking = rake(cells, [sectors, sizes]);
          if (!raking.raked) throw new Error(raking.why);
          const total = answers.reduce((sum, number) => sum + number, 0);
          const all = [...sectors.values()].reduce((sum, number) => sum + number, 0);
          for (const [sector, number] of sectors) {
            const weighted = cells.reduce(
              (sum, cell, index) =>
                cell.categories[0] === sector
                  ? sum + cell.answers * (raking.weights[index] ?? 0)
                  : sum,
              0,
            );
            expect(weighted / total).toBeCloseTo(number / all, 6);
          }
        },
      ),
    );
  });

  it("says which category nobody answered for", () => {
    const cells = [
      { categories: ["土木"], answers: 4 },
      { categories: ["清掃"], answers: 0 },
    ];
    const margins = [
      new Map([
        ["土木", 10],
        ["清掃", 3],
      ]),
    ];
    expect(rake(cells, margins)).toEqual({
      raked: false,
      why: "empty-category",
      axis: 0,
      category: "清掃",
    });
    expect(rake([], margins)).toEqual({ raked: false, why: "no-answers" });
  });
});

describe("the effective number", () => {
  it("is the number of answers of equal weight, and less of unequal", () => {
    expect(effectiveNumber([{ weight: 2.5, answers: 40 }])).toBeCloseTo(40, 10);
    // Kish's 1 + L with weights 1 and 3, half of the answers each: L = 0.25.
    expect(
      effectiveNumber([
        { weight: 1, answers: 50 },
        { weight: 3, answers: 50 },
      ]),
    ).toBeCloseTo(100 / 1.25, 10);
    expect(effectiveNumber([])).toBe(0);
  });
});
