import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangesOf, type Statement } from "./unknown-counts.ts";

const says = (terms: Record<string, number>, sense: Statement["sense"], constant: number) => ({
  terms: new Map(Object.entries(terms)),
  sense,
  constant,
});

const never = () => false;

describe("the ranges of counts that nobody tells", () => {
  it("are those of a table with hidden cells", async () => {
    // 2 × 2, rows of 5 and 4, columns of 3 and 6.
    const table = [
      says({ a: 1, b: 1 }, "=", -5),
      says({ c: 1, d: 1 }, "=", -4),
      says({ a: 1, c: 1 }, "=", -3),
      says({ b: 1, d: 1 }, "=", -6),
    ];
    expect(await rangesOf(table, ["a", "d"], never)).toEqual([
      { cell: "a", least: 0, greatest: 3 },
      { cell: "d", least: 1, greatest: 4 },
    ]);
  });

  it("are one count where it follows from the others", async () => {
    const told = [says({ a: 1, b: 1 }, "=", -2), says({ b: 1 }, "<=", 0)];
    expect(await rangesOf(told, ["a"], never)).toEqual([{ cell: "a", least: 2, greatest: 2 }]);
  });

  it("hold every world of whole counts, and no more than is possible", async () => {
    const names = ["a", "b", "c", "d"];
    const statement = fc.record({
      factors: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }),
      sense: fc.constantFrom("=" as const, "<=" as const),
    });
    const world = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        async (counts, drawn) => {
          const statements = drawn.map(({ factors, sense }) => {
            const at = counts.reduce((sum, count, index) => sum + count * (factors[index] ?? 0), 0);
            const terms = Object.fromEntries(
              names.map((name, index) => [name, factors[index] ?? 0]),
            );
            return says(terms, sense, -at);
          });
          const capped = [...statements, ...names.map((name) => says({ [name]: 1 }, "<=", -6))];
          const ranges = await rangesOf(capped, names, never);
          for (const one of worlds(capped, names, 6)) {
            for (const [index, { least, greatest }] of ranges.entries()) {
              expect(one[index]).toBeGreaterThanOrEqual(least - 1e-6);
              expect(one[index]).toBeLessThanOrEqual(greatest + 1e-6);
            }
          }
          for (const [index, { least, greatest }] of ranges.entries()) {
            expect(least - 1e-6).toBeLessThanOrEqual(counts[index] ?? 0);
            expect(greatest + 1e-6).toBeGreaterThanOrEqual(counts[index] ?? 0);
            expect(greatest).toBeLessThanOrEqual(6 + 1e-6);
          }
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });

  it("are not told of what cannot be", async () => {
    const told = [says({ a: 1, b: 1 }, "=", -2), says({ a: -1 }, "<=", 3)];
    await expect(rangesOf(told, ["a"], never)).rejects.toThrow("does not agree with itself");
  });
});

/** All whole counts up to `most` that agree with the statements. */
function worlds(statements: readonly Statement[], names: readonly string[], most: number) {
  const all = names.reduce<number[][]>(
    (found, _) => found.flatMap((one) => Array.from({ length: most + 1 }, (_, at) => [...one, at])),
    [[]],
  );
  return all.filter((one) =>
    statements.every(({ terms, constant, sense }) => {
      const sum = names.reduce(
        (sum, name, at) => sum + (terms.get(name) ?? 0) * (one[at] ?? 0),
        constant,
      );
      return sense === "=" ? sum === 0 : sum <= 0;
    }),
  );
}
