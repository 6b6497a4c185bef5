import fc from "fast-check";
import { ConditionRunner } from "survey-core";
import { describe, expect, it } from "vitest";
import { compileCondition } from "#app/domain/survey/conditions.ts";

const scalars = fc.constantFrom<unknown>(
  "a1",
  "A1",
  " a1",
  "a10",
  "工事",
  "",
  "0",
  "5",
  "05",
  "5.0",
  "1e3",
  "\u30005",
  "true",
  "True",
  "false",
  "undefined",
  "null",
  "'a1'",
  "Infinity",
  "2026-04-01",
  0,
  1,
  5,
  -3,
  2.5,
  1e21,
  1e-7,
  true,
  false,
);
const answers = fc.oneof(
  { weight: 5, arbitrary: scalars },
  fc.array(scalars, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("r1", "r2", "x"), scalars, {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  fc.array(fc.dictionary(fc.constantFrom("x", "r1"), scalars, { noNullPrototype: true }), {
    maxLength: 2,
  }),
);
const values = fc.dictionary(
  fc.constantFrom("q1", "q2", "panel", "q1-Comment", "constructor"),
  answers,
  { noNullPrototype: true },
);

const names = fc.constantFrom(
  "{q1}",
  "{Q1}",
  "{q2}",
  "{q3}",
  "{#q1}",
  "{q1.r1}",
  "{q1.R1}",
  "{panel.x}",
  "{q1-Comment}",
  "{q1[0].x}",
  "{q1.length}",
  "{toString}",
);
const constants = fc.constantFrom(
  "'a1'",
  "'A1 '",
  "'5'",
  "5",
  "0",
  "-3",
  "100",
  "true",
  "'true'",
  "''",
  "null",
  "undefined",
  "'undefined'",
  "['a1', 'a10']",
  "['5', 0]",
  "[{q2}, 'a1']",
  "'工事'",
  "'2026-04-01'",
);
const operators = fc.constantFrom(
  "=",
  "<>",
  ">",
  "<",
  ">=",
  "<=",
  "contains",
  "notcontains",
  "anyof",
  "allof",
  "noneof",
  "+",
  "*",
);
const { expression: expressions } = fc.letrec<{ expression: string; simple: string }>((tie) => ({
  simple: fc.oneof(
    fc
      .tuple(names, operators, fc.oneof(constants, names))
      .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    fc.tuple(constants, operators, names).map((parts) => parts.join(" ")),
    fc.tuple(names, fc.constantFrom("empty", "notempty")).map((parts) => parts.join(" ")),
    names.map((name) => `!${name}`),
    names,
    names.map((name) => `iif(${name} > 1, 'x', 'y') = 'x'`),
    fc.tuple(names, names, constants).map(([a, b, c]) => `${a} - ${b} > ${c}`),
  ),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: tie("simple") },
    fc
      .tuple(tie("expression"), fc.constantFrom("and", "or"), tie("expression"))
      .map(([a, both, b]) => `(${a}) ${both} (${b})`),
  ),
}));

describe("a compiled condition", () => {
  it("judges as ConditionRunner does, whatever the expression and the answers", () => {
    fc.assert(
      fc.property(expressions, fc.array(values, { maxLength: 4 }), (expression, cases) => {
        const condition = compileCondition(expression);
        for (const given of cases) {
          expect({ expression, given, holds: condition(given) }).toEqual({
            expression,
            given,
            holds: new ConditionRunner(expression).runValues(given),
          });
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("keeps nothing from one run to the next", () => {
    const condition = compileCondition("{q1} = 'a1' and {q2} > 3");
    expect(condition({ q1: "a1", q2: 4 })).toBe(true);
    expect(condition({ q1: "a1" })).toBe(false);
    expect(condition({ q1: "a1", q2: 4 })).toBe(true);
  });
});
