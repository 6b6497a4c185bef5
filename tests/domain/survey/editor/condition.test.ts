import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCondition } from "#app/domain/survey/conditions.ts";
import {
  type Clause,
  type Operator,
  operators,
  readCondition,
  subjectsAt,
  takesList,
  takesNothing,
  writeCondition,
} from "#app/domain/survey/editor/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import { everyType } from "../every-type.ts";

const clause: fc.Arbitrary<Clause> = fc
  .tuple(
    fc.constantFrom("q1", "q11.r1", "panel.trade", "問い"),
    fc.constantFrom(...(Object.keys(operators) as Operator[])),
    fc.array(
      fc.oneof(
        fc.boolean(),
        fc.integer(),
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
          .map((n) => Number(n.toFixed(2)) || 0),
        fc.stringMatching(/^[\p{L}\p{N}' _().,-]{1,20}$/u),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([variable, operator, values]) => ({
    variable,
    operator,
    values: takesNothing(operator) ? [] : takesList(operator) ? values : values.slice(0, 1),
  }));

describe("a condition that is picked together", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("and" as const, "or" as const),
        fc.array(clause, { minLength: 2, maxLength: 4 }),
        (join, clauses) => {
          expect(readCondition(writeCondition({ join, clauses }))).toEqual({ join, clauses });
        },
      ),
    );
  });

  it("means what it says", () => {
    const holds = (written: string, answers: Record<string, unknown>) =>
      compileCondition(written)(answers);
    const either = writeCondition({
      join: "or",
      clauses: [
        { variable: "q1", operator: "equal", values: ["a1"] },
        { variable: "q2", operator: "contains", values: ["it's"] },
      ],
    });
    expect(holds(either, { q1: "a1" })).toBe(true);
    expect(holds(either, { q2: ["x", "it's"] })).toBe(true);
    expect(holds(either, { q1: "a2", q2: ["x"] })).toBe(false);
    expect(readCondition("{q6} anyof ['a2', 'a3']")?.clauses).toEqual([
      { variable: "q6", operator: "anyof", values: ["a2", "a3"] },
    ]);
  });

  it("is kept as it stands where it says more", () => {
    for (const more of [
      "{a} = 1 and ({b} = 2 or {c} = 3)",
      "!({a} = 1)",
      "age({birth}) >= 18",
      "{a} = {b}",
      "{a} + 1 > 3",
      "{#a} = 'x'",
      "{a} =",
    ]) {
      expect(readCondition(more), more).toBeNull();
    }
  });
});

describe("what a condition can ask for", () => {
  const definition = everyType as unknown as JsonObject;
  const asked = (place: (string | number)[]) =>
    subjectsAt(definition, place).map(({ variable }) => variable);

  it("are the questions before it", () => {
    expect(asked(["pages", 0, "elements", 0])).toEqual([]);
    expect(asked(["pages", 0, "elements", 7])).toEqual([
      ...["company", "mail", "staff", "hours", "since", "raised"],
    ]);
    expect(asked(["pages", 1])).toContain("reason");
    expect(asked(["pages", 1])).not.toContain("told");
  });

  it("are rows of a table, fields, and in a dynamic panel those of the same entry", () => {
    const last = everyType.pages[1]?.elements.length ?? 0;
    const atNote = asked(["pages", 1, "elements", last - 1]);
    expect(atNote).toContain("state.r1");
    expect(atNote).toContain("wages.lowest");
    expect(atNote).not.toContain("panel.trade");
    const panel = everyType.pages[1]?.elements.findIndex(({ name }) => name === "subs") ?? -1;
    const inside = asked(["pages", 1, "elements", panel, "templateElements", 2]);
    expect(inside).toContain("panel.insured");
    expect(inside).toContain("told");
    expect(inside).not.toContain("subs");
  });

  it("offers the choices with their words", () => {
    const [raised] = subjectsAt(definition, ["pages", 0, "elements", 7]).slice(-1);
    expect(raised).toMatchObject({ label: "問6　raised", kind: "one" });
    expect(raised?.answers.map(({ text }) => text)).toEqual([
      "引き上げた",
      "引き上げていない",
      "その他",
    ]);
  });
});
