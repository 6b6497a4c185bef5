import fc from "fast-check";
import { expect, test } from "vitest";
import { formatOrdinance, parseOrdinance } from "#app/domain/ordinance/index.ts";
import { ordinanceOf, ordinancePlan, withoutLines } from "#tests/support/ordinances.ts";

test("a generated ordinance, written and read again, is the same structure", () => {
  fc.assert(
    fc.property(ordinancePlan, (plan) => {
      const ordinance = ordinanceOf(plan);
      const read = parseOrdinance(formatOrdinance(ordinance));
      expect(read.problems).toEqual([]);
      expect(withoutLines(read.ordinance)).toEqual(withoutLines(ordinance));
    }),
    { numRuns: 150 },
  );
});

test("any text at all gives a structure and never an exception", () => {
  const head = fc.constantFrom(
    "第1条",
    "第1条　",
    "(1)",
    "⑴　",
    "ア　",
    "（",
    "附則",
    "別表第1",
    "目次",
    "2　",
    "\t",
    "第5条から第9条まで　",
  );
  const line = fc
    .tuple(head, fc.string({ unit: "grapheme", maxLength: 12 }))
    .map(([a, b]) => a + b);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(line, fc.string({ unit: "binary" })), { maxLength: 30 }),
      (lines) => {
        const { ordinance } = parseOrdinance(lines.join("\n"));
        expect(typeof formatOrdinance(ordinance)).toBe("string");
      },
    ),
    { numRuns: 300 },
  );
});
