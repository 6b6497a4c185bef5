import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationsByCell } from "#app/domain/survey/disclosure/neighbourhood.ts";
import { possibleCounts } from "#app/domain/survey/disclosure/possible-counts.ts";
import { type DisclosureSystem, systemBuilder } from "#app/domain/survey/disclosure/system.ts";

const threshold = 3;

/** Two rows and two columns with their sums: cells 0 to 3 from the upper left, then the sums. */
function twoByTwo([a = 0, b = 0, c = 0, d = 0]: readonly number[]): DisclosureSystem {
  const builder = systemBuilder();
  const sums = [a + b, c + d, a + c, b + d];
  for (const [at, count] of [a, b, c, d, ...sums].entries()) {
    const state = at < 4 ? "open" : "shown";
    builder.cell({ key: `${at}`, count, state, sensitive: true, weight: 1, tables: [] });
  }
  builder.sum("4", ["0", "1"]);
  builder.sum("5", ["2", "3"]);
  builder.sum("6", ["0", "2"]);
  builder.sum("7", ["1", "3"]);
  return builder.build();
}

function openFor(system: DisclosureSystem) {
  return possibleCounts(system, relationsByCell(system), threshold);
}

/** From row to row and back, by so much. */
const turn = (by: number) => [by, -by, -by, by].map((by, cell) => ({ cell, by }));

describe("what a change of counts shows to be possible", () => {
  it("goes as far both ways as no count falls below nobody", () => {
    const possible = openFor(twoByTwo([1, 5, 4, 2]));
    expect(possible.isSafe(0)).toBe(false);
    possible.along(turn(2));
    expect([...possible.least.slice(0, 4)]).toEqual([0, 1, 0, 1]);
    expect([...possible.greatest.slice(0, 4)]).toEqual([5, 6, 5, 6]);
    expect([0, 1, 2, 3].map(possible.isSafe)).toEqual([true, true, true, true]);
  });

  it("takes the whole steps of one that a solver gives in fractions", () => {
    const possible = openFor(twoByTwo([1, 5, 4, 2]));
    possible.along(turn(1.5000000001));
    expect(possible.greatest[0]).toBe(5);
  });

  it("is nothing where a sum would not hold", () => {
    const possible = openFor(twoByTwo([1, 5, 4, 2]));
    possible.along([
      { cell: 0, by: 2 },
      { cell: 1, by: -2 },
    ]);
    possible.along(turn(Math.PI));
    expect([...possible.greatest]).toEqual([1, 5, 4, 2, 6, 6, 5, 7]);
  });

  it("calls no cell safe that cannot reach the threshold", () => {
    const possible = openFor(twoByTwo([1, 1, 1, 1]));
    possible.along(turn(1));
    expect([possible.least[0], possible.greatest[0]]).toEqual([0, 2]);
    expect(possible.isSafe(0)).toBe(false);
  });

  it("stays below what a cell may be at most", () => {
    const builder = systemBuilder();
    for (const [at, count] of [2, 4].entries()) {
      const state = at === 0 ? "open" : "shown";
      builder.cell({ key: `${at}`, count, state, sensitive: true, weight: 1, tables: [] });
    }
    builder.atMost(["0"], ["1"]);
    const possible = openFor(builder.build());
    possible.along([{ cell: 0, by: 2 }]);
    expect([possible.least[0], possible.greatest[0]]).toEqual([0, 4]);
  });

  it("is never more than the exact range of a table of two by two", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, fc.integer({ min: -9, max: 9 }), (own, by) => {
        const [a = 0, b = 0, c = 0, d = 0] = own;
        const possible = openFor(twoByTwo(own));
        possible.along(turn(by));
        const exact = by === 0 ? [a, a] : [a - Math.min(a, d), a + Math.min(b, c)];
        expect([possible.least[0], possible.greatest[0]]).toEqual(exact);
      }),
    );
  });
});
