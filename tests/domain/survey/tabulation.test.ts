import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  cellsOf,
  figureOf,
  percentOf,
  releaseSha256,
  responseRate,
  simulateAnswers,
  type Table,
  tabulate,
} from "#app/domain/survey/index.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFirms, sampleQuestionnaire } from "./sample.ts";

/** The one table of a questionnaire of one question q1 over the given values. */
function tableOf(question: object, values: unknown[]): Table {
  const questionnaire = questionnaireOf({ elements: [{ name: "q1", ...question }] });
  const responses = values.map((value) => (value === undefined ? {} : { q1: value }) as Answers);
  const [table] = tabulate(questionnaire, responses).tables;
  if (table === undefined) throw new Error("no table");
  return table;
}

describe("single tables", () => {
  it("of one choice count and give percent of those who answered", () => {
    const choices = [
      { value: "a", text: "必要" },
      { value: "b", text: "不要" },
      { value: "c", text: "分からない" },
    ];
    const table = tableOf(
      { type: "radiogroup", title: "公契約条例は必要ですか。", choices, articles: ["第1条"] },
      ["a", "b", "a", undefined],
    );
    expect(table).toEqual({
      kind: "single",
      question: "q1",
      number: 1,
      title: "公契約条例は必要ですか。",
      articles: ["第1条"],
      n: 3,
      noAnswer: 1,
      notApplicable: 0,
      rows: [
        { value: "a", text: "必要", count: 2, percent: 66.7 },
        { value: "b", text: "不要", count: 1, percent: 33.3 },
        { value: "c", text: "分からない", count: 0, percent: 0 },
      ],
      otherTexts: 0,
    });
  });

  it("of several choices may add up to more than 100 and say so", () => {
    const table = tableOf({ type: "checkbox", choices: [1, 2], showNoneItem: true }, [
      [1, 2],
      [1],
      ["none"],
    ]);
    expect(table).toMatchObject({ kind: "multiple", note: "複数回答", n: 3 });
    expect(
      table.kind === "multiple" && table.rows.map(({ count, percent }) => [count, percent]),
    ).toEqual([
      [2, 66.7],
      [1, 33.3],
      [1, 33.3],
    ]);
  });

  it("tell no answer from not applicable", () => {
    const questionnaire = questionnaireOf({
      elements: [
        { type: "boolean", name: "out", isRequired: true },
        { type: "text", name: "why", visibleIf: "{out} = true" },
      ],
    });
    const { tables, responses } = tabulate(questionnaire, [
      { out: true, why: "人手" },
      { out: true },
      { out: false },
      { out: true, why: "　" },
    ]);
    expect(responses).toBe(4);
    expect(tables[1]).toMatchObject({ kind: "text", n: 1, noAnswer: 2, notApplicable: 1 });
  });

  it("count other-texts and keep the texts out", () => {
    const questionnaire = questionnaireOf({
      elements: [{ type: "radiogroup", name: "q1", choices: ["a"], showOtherItem: true }],
    });
    const tabulation = tabulate(questionnaire, [
      { q1: "other", "q1-Comment": "秘密の事情" },
      { q1: "a" },
    ]);
    expect(tabulation.tables[0]).toMatchObject({ otherTexts: 1 });
    expect(JSON.stringify(tabulation)).not.toContain("秘密");
  });

  it("of numbers give mean, median, quartiles and a histogram of round bins", () => {
    const table = tableOf({ type: "text", inputType: "number" }, [1, 2, 3, 4, 10, undefined]);
    expect(table).toMatchObject({
      n: 5,
      noAnswer: 1,
      summary: { mean: 4, median: 3, lowerQuartile: 2, upperQuartile: 4, min: 1, max: 10 },
    });
    expect(table.kind === "number" && table.histogram).toEqual([
      { from: 0, to: 2, count: 1, percent: 20 },
      { from: 2, to: 4, count: 2, percent: 40 },
      { from: 4, to: 6, count: 1, percent: 20 },
      { from: 6, to: 8, count: 0, percent: 0 },
      { from: 8, to: 10, count: 1, percent: 20 },
    ]);
    // QUARTILE.INC of 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49 (Tukey's example by interpolation).
    expect(
      tableOf({ type: "text", inputType: "number" }, [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49]),
    ).toMatchObject({
      summary: { lowerQuartile: 25.5, median: 40, upperQuartile: 42.5 },
    });
    expect(tableOf({ type: "text", inputType: "number" }, [])).toMatchObject({
      n: 0,
      summary: null,
      histogram: [],
    });
  });

  it("of ratings, rankings, matrices and dates", () => {
    expect(tableOf({ type: "rating" }, [1, 5, 5])).toMatchObject({ mean: 3.67 });
    const ranking = tableOf({ type: "ranking", choices: ["a", "b"] }, [
      ["a", "b"],
      ["b", "a"],
      ["a", "b"],
    ]);
    expect(ranking).toMatchObject({
      rows: [
        { value: "a", ranks: [2, 1], firstCount: 2, firstPercent: 66.7, meanRank: 1.33 },
        { value: "b", ranks: [1, 2], firstCount: 1, firstPercent: 33.3, meanRank: 1.67 },
      ],
    });
    const matrix = tableOf({ type: "matrix", rows: ["r1", "r2"], columns: ["c1", "c2"] }, [
      { r1: "c1" },
      { r1: "c2", r2: "c2" },
      undefined,
    ]);
    expect(matrix).toMatchObject({
      n: 2,
      noAnswer: 1,
      rows: [
        {
          value: "r1",
          n: 2,
          noAnswer: 0,
          cells: [
            { count: 1, percent: 50 },
            { count: 1, percent: 50 },
          ],
        },
        {
          value: "r2",
          n: 1,
          noAnswer: 1,
          cells: [
            { count: 0, percent: 0 },
            { count: 1, percent: 100 },
          ],
        },
      ],
    });
    expect(
      tableOf({ type: "text", inputType: "date" }, ["2026-05-01", "2025-01-31"]),
    ).toMatchObject({
      earliest: "2025-01-31",
      latest: "2026-05-01",
    });
  });

  it("of panels count entries", () => {
    const table = tableOf(
      {
        type: "paneldynamic",
        templateElements: [
          { type: "boolean", name: "insured" },
          { type: "text", inputType: "number", name: "count", visibleIf: "{panel.insured} = true" },
        ],
      },
      [[{ insured: true, count: 2 }, { insured: false }], undefined, [{}]],
    );
    expect(table).toMatchObject({
      kind: "entries",
      n: 1,
      noAnswer: 2,
      entries: 2,
      tables: [
        { question: "insured", n: 2 },
        { question: "count", n: 1, notApplicable: 1 },
      ],
    });
  });
});

describe("laws of tabulation", () => {
  const questionnaires = [questionnaireOf(everyType), sampleQuestionnaire()];
  const pools = questionnaires.map((questionnaire) =>
    simulateAnswers(questionnaire, sampleFirms(), 5, 0.15).map(({ answers }) => answers),
  );

  it.each([0, 1])("hold for any answers to questionnaire %i", (index) => {
    const questionnaire = questionnaires[index];
    const pool = pools[index];
    if (questionnaire === undefined || pool === undefined) throw new Error("no pool");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool), { maxLength: 40 }), (answers) => {
        const tabulation = tabulate(questionnaire, answers);
        expect(tabulation.responses).toBe(answers.length);
        for (const table of tabulation.tables) {
          expect(table.n + table.noAnswer + table.notApplicable).toBe(answers.length);
          if (table.kind === "single" || table.kind === "boolean" || table.kind === "rating") {
            expect(table.rows.reduce((sum, { count }) => sum + count, 0)).toBe(table.n);
          }
          if (table.kind === "matrix") {
            for (const row of table.rows) {
              expect(row.n + row.noAnswer).toBe(table.n);
              expect(row.cells.reduce((sum, { count }) => sum + count, 0)).toBe(row.n);
            }
          }
          if (table.kind === "multiple") {
            for (const { count } of table.rows) expect(count).toBeLessThanOrEqual(table.n);
          }
          if (table.kind === "number") {
            expect(table.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(table.n);
          }
        }
        // The order of answers is no matter, and the tables survive JSON byte for byte.
        const text = JSON.stringify(tabulation);
        expect(JSON.stringify(tabulate(questionnaire, [...answers].reverse()))).toBe(text);
        expect(JSON.parse(text)).toEqual(tabulation);
      }),
      { numRuns: 30 },
    );
  });

  it("every number lies in one bin, bins meet and hold the extremes", () => {
    const numbers = fc.array(
      fc.oneof(
        fc.integer({ min: -1000, max: 1e6 }),
        fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
      ),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(numbers, (values) => {
        const table = tableOf({ type: "text", inputType: "number" }, values);
        if (table.kind !== "number" || table.summary === null) throw new Error("no numbers");
        const { histogram, summary } = table;
        expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(histogram.length).toBeLessThanOrEqual(10);
        expect(histogram[0]?.from).toBeLessThanOrEqual(summary.min);
        expect(histogram.at(-1)?.to).toBeGreaterThanOrEqual(summary.max);
        for (const [index, bin] of histogram.entries()) {
          if (index > 0) expect(bin.from).toBe(histogram[index - 1]?.to);
        }
        expect(summary.lowerQuartile).toBeLessThanOrEqual(summary.median);
        expect(summary.median).toBeLessThanOrEqual(summary.upperQuartile);
      }),
    );
  });

  it("numbers at the edge of what a computer holds do not break a table", () => {
    const table = tableOf({ type: "text", inputType: "number" }, [1e308, -1e308, 1e308, 0]);
    expect(JSON.stringify(table)).not.toContain("null");
    expect(table).toMatchObject({ summary: { min: -1e308, max: 1e308 } });
  });
});

describe("percentages", () => {
  it("have one decimal and round five up", () => {
    expect(percentOf(1, 3)).toBe(33.3);
    expect(percentOf(2, 3)).toBe(66.7);
    expect(percentOf(1, 2000)).toBe(0.1);
    expect(percentOf(1, 2001)).toBe(0);
    expect(percentOf(23, 160)).toBe(14.4); // 14.375
    expect(percentOf(0, 5)).toBe(0);
    expect(percentOf(5, 5)).toBe(100);
    expect(percentOf(0, 0)).toBeNull();
  });

  it("never stray from the true share by more than half a tenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (n, part) => {
        const count = part % (n + 1);
        expect(Math.abs((percentOf(count, n) ?? -1) - (count / n) * 100)).toBeLessThanOrEqual(
          0.05 + 1e-9,
        );
      }),
    );
  });
});

describe("figures", () => {
  const definition = {
    elements: [
      {
        type: "radiogroup",
        name: "q1",
        title: "公契約条例は必要だと思いますか。",
        choices: [
          { value: "a1", text: "必要" },
          { value: "a2", text: "不要" },
        ],
      },
      {
        type: "matrix",
        name: "q2",
        title: "次の定めについて。",
        rows: [{ value: "r1", text: "台帳" }],
        columns: [{ value: "c1", text: "置く" }],
      },
      { type: "text", inputType: "number", name: "q3", title: "何時間かかりますか。" },
      { type: "comment", name: "q4", title: "意見" },
    ],
  };
  const answers = (need: string, hours: number): Answers => ({
    q1: need,
    q2: { r1: "c1" },
    q3: hours,
  });
  const tabulation = tabulate(questionnaireOf(definition), [
    ...Array.from({ length: 78 }, () => answers("a1", 2)),
    ...Array.from({ length: 150 }, () => answers("a2", 5)),
  ]);

  it("stand in a sentence with their n", () => {
    expect(figureOf(tabulation, "q1", "a1")).toEqual({
      question: "q1",
      number: 1,
      title: "公契約条例は必要だと思いますか。",
      cell: "a1",
      choiceText: "必要",
      count: 78,
      n: 228,
      percent: 34.2,
      sentence:
        "「公契約条例は必要だと思いますか。」に「必要」と答えた事業者は、n=228 のうち 34.2%（78者）です。",
    });
    expect(figureOf(tabulation, "q2", "r1/c1")).toMatchObject({
      choiceText: "台帳：置く",
      count: 228,
      percent: 100,
    });
  });

  it("of a question as a whole say the mean or the most frequent answer", () => {
    expect(figureOf(tabulation, "q3")?.sentence).toBe(
      "「何時間かかりますか。」の答えは、平均 3.97、中央値 5 です（n=228）。",
    );
    expect(figureOf(tabulation, "q1")?.sentence).toBe(
      "「公契約条例は必要だと思いますか。」で最も多い答えは「不要」で、n=228 のうち 65.8%（150者）です。",
    );
    expect(figureOf(tabulation, "q4")?.sentence).toBe(
      "「意見」に答えた事業者はありません（n=0）。",
    );
  });

  it("are undefined for what the tables do not hold", () => {
    expect(figureOf(tabulation, "q9")).toBeUndefined();
    expect(figureOf(tabulation, "q1", "a9")).toBeUndefined();
    expect(figureOf(tabulation, "q3", "mean")).toBeUndefined();
  });

  it("exist for every cell that is offered for citing", () => {
    for (const table of tabulation.tables) {
      for (const { cell } of cellsOf(table)) {
        expect(figureOf(tabulation, table.question, cell)).toMatchObject({ cell });
      }
    }
  });

  it("of a release have one hash, whatever order PostgreSQL keeps the keys in", () => {
    const rate = responseRate([]);
    const release = { survey: "s", number: 1, label: "速報", tabulation, responseRate: rate };
    const reordered = {
      ...tabulation,
      tables: tabulation.tables.map(
        (table) => Object.fromEntries(Object.entries(table).reverse()) as unknown as Table,
      ),
    };
    const hash = releaseSha256(release);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(releaseSha256({ ...release, tabulation: reordered })).toBe(hash);
    expect(releaseSha256({ ...release, number: 2 })).not.toBe(hash);
  });
});
