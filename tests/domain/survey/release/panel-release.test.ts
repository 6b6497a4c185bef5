import { describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/survey/index.ts";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { choice, firms, type Made, made, releaseOf, surveyOf, variable } from "./small-release.ts";

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
  const sites = (people: number, ...trades: string[]): Answers => ({
    sites: trades.map((trade): Answers => (people === 0 ? { trade } : { trade, people })),
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

  it("stay withheld where the first one withheld them: a 0 would tell of the answers before", () => {
    const few = firms(2, sites(0, "型枠", "鉄筋"));
    const then = made(releaseOf(panel, countAnswers(panel, [...few, ...firms(8, {})])));
    expect(variable(then.release, "sites/trade").n).toBe(null);
    const all = countAnswers(panel, [...few, ...firms(8, {}), ...firms(6, sites(0, "型枠"))]);
    const now = made(releaseOf(panel, all, { earlier: [then] })).release;
    expect(variable(now, "sites/trade").rows.every(({ count }) => count === null)).toBe(true);
    expect(now.withheld).toEqual(["問1の1件ごとの表"]);
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
