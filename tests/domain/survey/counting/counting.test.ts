import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileCoding } from "#app/domain/survey/counting/coding.ts";
import { countRows } from "#app/domain/survey/counting/count-rows.ts";
import {
  addCounts,
  type Counts,
  emptyCounts,
  type Layout,
  slotsOf,
} from "#app/domain/survey/counting/counts.ts";
import { countedVariables } from "#app/domain/survey/counting/variables.ts";
import {
  type Answers,
  checkDefinition,
  readRoster,
  simulateAnswers,
} from "#app/domain/survey/index.ts";

const definition = readFileSync("content/survey/questionnaire.json", "utf8");
const checked = checkDefinition(definition);
if (!checked.ok) throw new Error("the sample questionnaire is broken");
const questionnaire = checked.value;
const roster = readRoster(readFileSync("content/survey/roster.csv"));
if (!roster.ok) throw new Error("the sample roster is broken");
const answers = simulateAnswers(questionnaire, roster.value.firms, 7, 0.9)
  .map((simulated) => simulated.answers)
  .filter((one): one is Answers => one !== null);

const variables = countedVariables(questionnaire, { q2: [0, 5, 20, 100] });
const coding = compileCoding(questionnaire, variables);
const combinations = 7;
const layout: Layout = { variables, width: coding.width, offsets: coding.offsets, combinations };

function counted(some: readonly Answers[], from = 0): Counts {
  const rows = new Uint8Array(some.length * coding.width);
  for (const [index, one] of some.entries()) rows.set(coding.code(one), index * coding.width);
  const counts = emptyCounts(layout);
  const strata = Uint16Array.from(some, (_, index) => (index + from) % combinations);
  countRows(layout, rows, strata, counts);
  return counts;
}

describe("counting coded answers", () => {
  const all = counted(answers);

  it("counts each pair of questions as looking at every answer does", () => {
    const pairs = variables.flatMap((first, index) =>
      variables.slice(index + 1).map((second, offset) => ({ first, second, index, offset })),
    );
    for (const { first, second, index, offset } of pairs) {
      if (first.part !== null || second.part !== null || first.edges || second.edges) continue;
      const has = (one: Answers, id: string, key: string) =>
        [one[id]].flat().some((value) => String(value) === key);
      const table = all.byVariable[index]?.[offset];
      for (const [place, row] of first.categories.entries()) {
        for (const [other, column] of second.categories.entries()) {
          if (row.key === "written" || column.key === "written") continue;
          const expected = answers.filter(
            (one) => has(one, first.id, row.key) && has(one, second.id, column.key),
          ).length;
          expect(table?.[other * slotsOf(first) + place]).toBe(expected);
        }
      }
    }
  });

  it("of two parts adds up to that of the whole, and more than a block is counted", () => {
    const many = Array.from({ length: 40 }, () => answers).flat();
    expect(many.length).toBeGreaterThan(4096);
    const whole = counted(many);
    const parts = counted(many.slice(0, 1001));
    addCounts(parts, counted(many.slice(1001), 1001));
    expect(parts).toEqual(whole);
  });
});
