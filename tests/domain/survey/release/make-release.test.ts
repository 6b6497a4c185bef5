import { describe, expect, it } from "vitest";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import { responseRate } from "#app/domain/survey/index.ts";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { publishedRate } from "#app/domain/survey/release/published-rate.ts";
import {
  choice,
  firms,
  type Made,
  made,
  number,
  releaseOf,
  strataOf,
  surveyOf,
  variable,
} from "./small-release.ts";

const wage = surveyOf(choice("wage", ["上げた", "変えていない"]), number);

describe("a release of few answers", () => {
  it.each([0, 1, 2])("is refused with the reason: %i", (count) => {
    const release = releaseOf(wage, countAnswers(wage, firms(count, { wage: "上げた" })));
    expect(release).toMatchObject({ made: false, why: "too-few" });
    expect(!release.made && release.message).toContain("3者に満たない");
  });

  it("of cells that are all small shows none of them", () => {
    const given = [...firms(2, { wage: "上げた" }), ...firms(2, { wage: "変えていない" })];
    const { release } = made(releaseOf(wage, countAnswers(wage, given)));
    const { n, rows } = variable(release, "wage");
    expect(n).toBe(4);
    expect(rows.map(({ count, percent }) => [count, percent])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(release.audit).toMatchObject({ threshold: 3 });
    expect(release.audit.narrowest).toBeGreaterThanOrEqual(3);
  });

  it("from one stratum has neither strata nor weights", () => {
    const counts = countAnswers(wage, firms(9, { wage: "上げた" }));
    const { release } = made(releaseOf(wage, counts, { roster: Array(20).fill("工事") }));
    expect(release.axes).toEqual([]);
    expect(release.weighting).toMatchObject({ weighted: false });
    expect(variable(release, "wage").rows.map(({ count }) => count)).toEqual([9, 0]);
  });
});

describe("a second release", () => {
  const given = [...firms(8, { wage: "上げた" }), ...firms(5, { wage: "変えていない" })];
  const counts = countAnswers(wage, given);
  const first = made(releaseOf(wage, counts));

  it.each([1, 2])("is refused with the reason when it differs by %i answers", (came) => {
    const more = countAnswers(wage, firms(came, { wage: "変えていない" }), counts);
    const release = releaseOf(wage, more, { earlier: [first] });
    expect(release).toMatchObject({ made: false, why: "too-few-new" });
    expect(!release.made && release.message).toContain("新しく増えた回答が3者に満たない");
  });

  it("of the same answers shows and hides the same", () => {
    const again = made(releaseOf(wage, counts, { earlier: [first] }));
    expect(again.release.questions).toEqual(first.release.questions);
    expect(again.crossings).toEqual(first.crossings);
  });

  it("counts what came together with what was there", () => {
    const more = countAnswers(wage, firms(6, { wage: "変えていない" }), counts);
    const second = made(releaseOf(wage, more, { earlier: [first] }));
    expect(variable(second.release, "wage").rows.map(({ count }) => count)).toEqual([8, 11]);
    expect(second.release.audit.earlier).toEqual(["1"]);
  });

  it("of the same answers under another edition keeps hidden what was hidden", () => {
    const few = [...given, ...firms(2, { wage: "下げた" })];
    const older = surveyOf(choice("wage", ["上げた", "変えていない", "下げた"]), number);
    const before = made(releaseOf(older, countAnswers(older, few)));
    expect(variable(before.release, "wage").rows.map(({ count }) => count)).toContain(null);
    const newer = withEarlierChoices(
      surveyOf(choice("wage", ["上げた", "変えていない"]), choice("more", ["はい", "いいえ"])),
      [older],
    );
    const after = made(releaseOf(newer, countAnswers(newer, few), { earlier: [before] }));
    const hidden = ({ release }: Made) =>
      variable(release, "wage").rows.flatMap(({ key, count }) => (count === null ? [key] : []));
    expect(hidden(after).toSorted()).toEqual(hidden(before).toSorted());
    expect(variable(after.release, "more")).toMatchObject({ n: 0, noAnswer: 15 });
    expect(after.release.questions.map(({ name }) => name)).toEqual(["wage", "more"]);
  });
});

describe("numbers in a release", () => {
  const of = (...workers: number[]) =>
    made(
      releaseOf(
        wage,
        countAnswers(
          wage,
          workers.flatMap((count) => firms(1, { workers: count })),
        ),
      ),
    ).release;

  it("have mean, median and quartiles where every class is shown", () => {
    const release = of(...Array.from({ length: 40 }, (_, at) => at));
    const { kind, rows, summary } = variable(release, "workers");
    expect(kind).toBe("class");
    expect(rows.every(({ count }) => count !== null)).toBe(true);
    expect(summary).toEqual({
      mean: 19.5,
      median: 19.5,
      lowerQuartile: 9.75,
      upperQuartile: 29.25,
    });
  });

  it("have none where a class is hidden", () => {
    const { rows, summary } = variable(of(1, 1, 1, 1, 1, 20, 20, 20, 20, 35), "workers");
    expect(rows.some(({ count }) => count === null)).toBe(true);
    expect(summary).toBeNull();
  });

  it("have no second mean that would tell the number of one firm by the first", () => {
    const numbers = Array.from({ length: 40 }, (_, at) => firms(1, { workers: at })).flat();
    const counts = countAnswers(wage, numbers);
    const first = made(releaseOf(wage, counts));
    const second = (more: AnswerWithStrata[]) =>
      variable(
        made(releaseOf(wage, countAnswers(wage, more, counts), { earlier: [first] })).release,
        "workers",
      );
    const one = second([...firms(1, { workers: 12 }), ...firms(4, { wage: "上げた" })]);
    // That one more gave a number is not told either.
    expect(one).toMatchObject({ n: null, summary: null });
    expect(second(firms(4, { workers: 12 }))).toMatchObject({ n: 44, summary: { mean: 18.82 } });
  });

  it("as large as 1e308 leave every figure a number or hidden", () => {
    const release = of(1e308, 1e308, 1e308, 1e308, 5, 6, 7, 8, -1e308);
    const { rows, n } = variable(release, "workers");
    expect(n).toBe(9);
    for (const { count, from, to } of rows) {
      expect([null, 0, 3, 4, 5]).toContain(count);
      for (const edge of [from, to]) expect(edge === null || Number.isFinite(edge)).toBe(true);
    }
  });
});

describe("names of every kind", () => {
  it("may be those of an axis, or hold the signs that part names of cells", () => {
    const odd = surveyOf(choice("sector", ["a=b", "c&d", "elsewhere"]));
    const given = [
      ...firms(5, { sector: "a=b" }, "建築&土木"),
      ...firms(5, { sector: "c&d" }, "D=1"),
      ...firms(5, { sector: "elsewhere" }, "建築&土木"),
    ];
    const { release } = made(releaseOf(odd, countAnswers(odd, given), { roster: ["D=1"] }));
    expect(variable(release, "sector").rows.map(({ count }) => count)).toEqual([5, 5, 5]);
    expect(release.axes.map(({ strata }) => strata)).toEqual([
      [
        { stratum: "D＝1", answers: 5 },
        { stratum: "建築＆土木", answers: 10 },
      ],
    ]);
  });
});

describe("the response rate of a release", () => {
  it("shows strata of fewer firms than the threshold together with others", () => {
    const samples = [
      ...Array.from({ length: 9 }, () => ["工事", "complete"] as const),
      ["委託", "no-reply"] as const,
      ...Array.from({ length: 4 }, () => ["物品", "no-reply"] as const),
    ].map(([sector, disposition]) => ({ strata: strataOf(sector), disposition }));
    const rate = publishedRate(responseRate(samples), 3);
    expect(rate.byStratum.find(({ axis }) => axis === "sector")?.rows).toEqual([
      { stratum: "工事", invited: 9, complete: 9, eligible: 9, percent: 100 },
      { stratum: "委託・物品", invited: 5, complete: 0, eligible: 5, percent: 0 },
    ]);
  });
});
