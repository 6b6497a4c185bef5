import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classEdges } from "#app/domain/survey/counting/class-edges.ts";
import {
  howMany,
  meanOfNumbers,
  mergeNumbers,
  numberValues,
  quantileOf,
} from "#app/domain/survey/counting/number-values.ts";

const counted = (...numbers: number[]) => numberValues(Float64Array.from(numbers));

describe("numbers that were given", () => {
  const number = fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );

  it("counted in two parts are the numbers counted as a whole", () => {
    fc.assert(
      fc.property(fc.array(number), fc.array(number), (first, second) => {
        const merged = mergeNumbers(counted(...first), counted(...second));
        expect(merged).toEqual(counted(...first, ...second));
        expect(howMany(merged)).toBe(first.length + second.length);
      }),
    );
  });

  it("have the quartiles of type 7 of Hyndman and Fan (1996), as R's quantile() gives them", () => {
    // quantile(c(1, 2, 4, 7, 11, 16), c(.25, .5, .75))
    const numbers = counted(16, 1, 7, 2, 11, 4);
    expect([0.25, 0.5, 0.75].map((share) => quantileOf(numbers, share))).toEqual([2.5, 5.5, 10]);
  });

  it("have a mean even where their sum passes the largest number", () => {
    expect(meanOfNumbers(counted(1e308, 1e308, 1e308, 1e308))).toBe(1e308);
    expect(meanOfNumbers(counted())).toBeNull();
    expect(quantileOf(counted(), 0.5)).toBeNull();
  });
});

describe("classes of numbers", () => {
  it("have round edges, whole ones for whole numbers", () => {
    expect(classEdges(counted(...Array.from({ length: 81 }, (_, at) => at)))).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70,
    ]);
    expect(classEdges(counted(1, 1, 2, 2, 3, 3))).toEqual([1, 2, 3]);
  });

  it("are not set by the largest firm", () => {
    const many = Array.from({ length: 200 }, (_, at) => at % 40);
    expect(classEdges(counted(...many, 100_000)).at(-1)).toBeLessThan(41);
  });

  it("are none where all gave the same, or nothing", () => {
    expect(classEdges(counted(8, 8, 8))).toEqual([]);
    expect(classEdges(counted())).toEqual([]);
  });

  it("ascend and are finite, whatever was given", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (numbers) => {
        const edges = classEdges(counted(...numbers));
        expect(edges.every(Number.isFinite)).toBe(true);
        expect(edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge))).toBe(true);
        expect(edges.length).toBeLessThan(40);
      }),
    );
  });
});
