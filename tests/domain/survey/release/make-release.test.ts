import { describe, expect, it } from "vitest";
import type { StoredCounts } from "#app/domain/survey/counting/stored-counts.ts";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import {
  type Answers,
  type Questionnaire,
  responseRate,
  type Strata,
} from "#app/domain/survey/index.ts";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { type MadeRelease, makeRelease } from "#app/domain/survey/release/make-release.ts";
import type { PublishedRelease, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { publishedRate } from "#app/domain/survey/release/published-rate.ts";
import { questionnaireOf } from "../sample.ts";

const solver = await loadSolver();

const choice = (name: string, choices: readonly string[]) => ({
  type: "radiogroup",
  name,
  title: name,
  choices,
});
const number = { type: "text", inputType: "number", name: "workers", title: "従業員数" };

function surveyOf(...elements: object[]): Questionnaire {
  return questionnaireOf({ title: "調査", pages: [{ name: "p1", title: "問", elements }] });
}

const strataOf = (sector: string): Strata => ({
  sector,
  size: "小",
  region: "市内",
  grade: "A",
  tier: "元請",
});

/** So many firms of a sector that gave the same answers. */
function firms(count: number, answers: Answers, sector = "工事"): AnswerWithStrata[] {
  return Array.from({ length: count }, () => ({ answers, strata: strataOf(sector) }));
}

function releaseOf(
  questionnaire: Questionnaire,
  counts: StoredCounts,
  { roster = [], earlier = [] }: { roster?: string[]; earlier?: Made[] } = {},
): MadeRelease {
  return makeRelease(
    {
      survey: { slug: "tameshi", mode: "named", threshold: 3, edition: 1, questionnaire },
      number: earlier.length + 1,
      label: "確報",
      cutOff: "2026-10-01",
      counts,
      roster: roster.map((sector) => ({ strata: strataOf(sector), firms: 1 })),
      responseRate: responseRate([]),
      earlier: earlier.map(({ protection }) => protection),
    },
    solver,
  );
}

type Made = Extract<MadeRelease, { made: true }>;

function made(release: MadeRelease): Made {
  if (!release.made) throw new Error(release.message);
  return release;
}

function variable({ questions }: PublishedRelease, id: string): PublishedVariable {
  const found = questions.flatMap(({ variables }) => variables).find((one) => one.id === id);
  if (!found) throw new Error(`no variable ${id}`);
  return found;
}

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

describe("entries of a panel in a release", () => {
  const panel = surveyOf({
    type: "paneldynamic",
    name: "sites",
    title: "現場ごとにお答えください。",
    maxPanelCount: 10,
    templateElements: [choice("trade", ["型枠", "鉄筋", "左官"])],
  });
  const sites = (...trades: string[]) => ({ sites: trades.map((trade) => ({ trade })) });

  it("are counted as entries", () => {
    const given = [...firms(4, sites("型枠", "型枠", "鉄筋")), ...firms(3, sites("左官"))];
    const { release } = made(releaseOf(panel, countAnswers(panel, given)));
    expect(variable(release, "sites")).toMatchObject({ counts: "firms", n: 7 });
    const trade = variable(release, "sites/trade");
    expect(trade).toMatchObject({ counts: "entries", n: 15, part: { value: "trade" } });
    expect(trade.rows.map(({ count }) => count)).toEqual([8, 4, 3]);
  });

  it("are hidden where many come from one firm alone", () => {
    const given = [
      ...firms(6, sites("型枠", "鉄筋")),
      ...firms(1, sites("左官", "左官", "左官", "左官", "左官")),
    ];
    const { release } = made(releaseOf(panel, countAnswers(panel, given)));
    const [, , few] = variable(release, "sites/trade").rows;
    expect(few).toMatchObject({ key: "左官", count: null, percent: null });
  });

  it("are withheld where it is hidden how many firms have any, and that is said", () => {
    const given = [...firms(2, sites("型枠", "型枠", "鉄筋")), ...firms(8, {})];
    const { release } = made(releaseOf(panel, countAnswers(panel, given)));
    expect(variable(release, "sites/trade").rows.every(({ count }) => count === null)).toBe(true);
    expect(release.withheld).toEqual(["問1の1件ごとの表"]);
  });
});

describe("entries of a panel in a second release", () => {
  const panel = surveyOf({
    type: "paneldynamic",
    name: "sites",
    title: "現場ごとにお答えください。",
    maxPanelCount: 10,
    templateElements: [
      choice("trade", ["型枠", "鉄筋", "左官"]),
      { type: "text", name: "people", title: "人数", inputType: "number" },
    ],
  });
  const sites = (people: number, ...trades: string[]) => ({
    sites: trades.map((trade) => (people === 0 ? { trade } : { trade, people })),
  });
  const before = firms(6, sites(0, "型枠", "鉄筋", "左官"));
  const first = made(releaseOf(panel, countAnswers(panel, before)));
  const releasedWith = (...more: AnswerWithStrata[]) =>
    made(releaseOf(panel, countAnswers(panel, [...before, ...more]), { earlier: [first] })).release;
  const counted = (release: Made["release"]) =>
    Object.fromEntries(variable(release, "sites/trade").rows.map(({ key, count }) => [key, count]));

  it("are hidden where one firm or two gave all that came, however many entries", () => {
    expect(counted(first.release)).toEqual({ 型枠: 6, 鉄筋: 6, 左官: 6 });
    const one = Array.from({ length: 5 }, () => "左官");
    const grown = releasedWith(
      ...firms(1, sites(0, "型枠", "鉄筋", ...one)),
      ...firms(3, sites(0, "型枠", "鉄筋")),
    );
    expect(counted(grown).左官).toBe(null);
  });

  it("are shown where three firms gave what came", () => {
    const grown = releasedWith(...firms(3, sites(0, "型枠", "左官", "左官")));
    expect(counted(grown)).toEqual({ 型枠: 9, 鉄筋: 6, 左官: 12 });
  });

  it("have no mean that tells with the one before what one firm gave", () => {
    const numbered = firms(8, sites(10, "型枠", "鉄筋"));
    const then = made(releaseOf(panel, countAnswers(panel, numbered)));
    const more = [
      ...firms(1, sites(10, "型枠", "型枠", "型枠", "型枠")),
      ...firms(3, sites(0, "型枠")),
    ];
    const counts = countAnswers(panel, [...numbered, ...more]);
    const now = made(releaseOf(panel, counts, { earlier: [then] })).release;
    expect(variable(then.release, "sites/people").summary).not.toBe(null);
    expect(variable(now, "sites/people").summary).toBe(null);
  });
});

describe("a second release that has grown by little", () => {
  const two = surveyOf(choice("x", ["a", "b"]), choice("y", ["c", "d"]));
  const forty = [
    ...firms(10, { x: "a", y: "c" }),
    ...firms(10, { x: "a", y: "d" }),
    ...firms(10, { x: "b", y: "c" }),
    ...firms(10, { x: "b", y: "d" }),
  ];
  const before = countAnswers(two, forty);
  const first = made(releaseOf(two, before));
  const releasedWith = (...more: AnswerWithStrata[]) =>
    made(releaseOf(two, countAnswers(two, [...forty, ...more]), { earlier: [first] }));
  const growth = ({ release, crossings }: Made) => {
    const cells = [
      ...["x", "y"].flatMap((id) =>
        variable(release, id).rows.map(({ count }, at) => [
          count,
          variable(first.release, id).rows[at]?.count,
        ]),
      ),
      ...(crossings["x|y"]?.cells ?? []).flatMap((row, at) =>
        row.map((count, column) => [count, first.crossings["x|y"]?.cells[at]?.[column]]),
      ),
    ];
    return cells.flatMap(([now, then]) =>
      typeof now === "number" && typeof then === "number" ? [now - then] : [],
    );
  };

  it("tells no count that has grown by one or two", () => {
    const second = releasedWith(...firms(1, { x: "a", y: "c" }), ...firms(2, { x: "b", y: "d" }));
    expect(growth(second).filter((came) => came > 0 && came < 3)).toEqual([]);
  });

  it("tells all where each has grown by three, or not at all", () => {
    const second = releasedWith(...firms(3, { x: "a", y: "c" }), ...firms(3, { x: "b", y: "d" }));
    expect(growth(second)).toEqual([3, 3, 3, 3, 3, 0, 0, 3]);
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
