import { describe, expect, it } from "vitest";
import { slotsOf } from "#app/domain/survey/counting/counts.ts";
import {
  readStoredCounts,
  storedCountsBytes,
} from "#app/domain/survey/counting/stored-counts-bytes.ts";
import type { Strata } from "#app/domain/survey/index.ts";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { questionnaireOf } from "../sample.ts";

const questionnaire = questionnaireOf({
  title: "下請の職種",
  pages: [
    {
      name: "p1",
      title: "職種",
      elements: [
        {
          type: "paneldynamic",
          name: "trades",
          title: "職種ごとにお答えください。",
          maxPanelCount: 5,
          templateElements: [
            {
              type: "radiogroup",
              name: "trade",
              title: "職種",
              choices: ["型枠", "鉄筋"],
            },
            { type: "text", inputType: "number", name: "workers", title: "人数" },
            {
              type: "checkbox",
              name: "lacking",
              title: "足りないもの",
              choices: ["人", "機械"],
              visibleIf: "{panel.trade} = '型枠'",
            },
          ],
        },
      ],
    },
  ],
});

const strataOf = (sector: string): Strata => {
  const same = { size: "小", region: "市内", grade: "A", tier: "下請" };
  return { sector, ...same };
};
const given: AnswerWithStrata[] = [
  {
    strata: strataOf("工事"),
    answers: {
      trades: [
        { trade: "型枠", workers: 3, lacking: ["人", "機械"] },
        { trade: "型枠", workers: 1e308 },
        { trade: "鉄筋" },
      ],
    },
  },
  { strata: strataOf("工事"), answers: { trades: [{ trade: "鉄筋", workers: 4 }] } },
  { strata: strataOf("委託"), answers: {} },
  { strata: strataOf("委託"), answers: { trades: [{ workers: 5 }, { trade: "型枠" }] } },
];

const counts = countAnswers(questionnaire, given);

/** Sums over all strata: categories, elsewhere, 無回答, 非該当, n. */
function totals(id: string, of: "byCombination" | "firms"): number[] {
  const panel = counts.panels.trades;
  const index = panel?.variables.findIndex((variable) => variable.id === id) ?? -1;
  const variable = panel?.variables[index];
  const table = panel?.[of]?.[index];
  if (!variable || !table) throw new Error(`no ${id}`);
  const slots = slotsOf(variable);
  return Array.from({ length: slots }, (_, slot) =>
    table.reduce((sum, count, at) => (at % slots === slot ? sum + count : sum), 0),
  );
}

describe("entries of a dynamic panel", () => {
  it("are counted one by one, and beside them the firms that have them", () => {
    expect(counts.responses).toBe(4);
    expect(counts.panels.trades?.responses).toBe(6);
    expect(totals("trades/trade", "byCombination")).toEqual([3, 2, 0, 1, 0, 5]);
    expect(totals("trades/trade", "firms")).toEqual([2, 2, 0, 1, 0, 3]);
    // Only who named 型枠 was asked; of two or more entries alike a firm counts once.
    expect(totals("trades/lacking", "byCombination")).toEqual([1, 1, 0, 2, 3, 1]);
    expect(totals("trades/lacking", "firms")).toEqual([1, 1, 0, 2, 3, 1]);
  });

  it("keep their numbers as they were given", () => {
    const { values } = counts.panels.trades?.numbers["trades/workers"] ?? {};
    expect(values).toEqual(Float64Array.from([3, 4, 5, 1e308]));
  });

  it("of later answers are added to those counted before", () => {
    const first = countAnswers(questionnaire, given.slice(0, 2));
    const { panels } = countAnswers(questionnaire, given.slice(2), first);
    expect(panels.trades?.responses).toBe(6);
    const trade = (one: typeof counts) => [
      one.panels.trades?.byCombination[0],
      one.panels.trades?.firms?.[0],
    ];
    expect(trade({ ...counts, panels })).toEqual(trade(counts));
    expect(panels.trades?.numbers).toEqual(counts.panels.trades?.numbers);
  });

  it("come back from bytes with all the counts, wherever in a buffer these lie", () => {
    const bytes = storedCountsBytes(counts);
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    expect(readStoredCounts(moved.subarray(3))).toEqual(counts);
  });
});
