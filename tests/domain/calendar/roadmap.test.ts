import { describe, expect, test } from "vitest";
import { roadmap } from "#app/domain/calendar/index.ts";

const states = (...args: Parameters<typeof roadmap>) =>
  roadmap(...args).map(({ what, state }) => `${state} ${what}`);

const facts = {
  firstMeetingOn: "2026-05-20",
  surveyReleasedOn: "2026-10-15",
};

describe("the road to R9.2", () => {
  test("in November: what happened is done, the draft is being made, the rest is planned", () => {
    expect(states(facts, "2026-11-22")).toEqual([
      "done 庁内での検討を始めました",
      "done 審議会を置く条例が成立しました",
      "done 審議会を置く条例が施行されました",
      "done 諮問と審議の始まり",
      "done 事業者アンケート",
      "now 条例中間案づくり",
      "ahead 議員全員協議会に条例中間案を示します",
      "ahead パブリックコメントと答申",
      "ahead 条例案を議会へ",
    ]);
  });

  test("has months in words, and marks as planned what is assumed and not done", () => {
    const road = roadmap(facts, "2026-11-22");
    expect(road.map(({ label, isPlanned }) => [label, isPlanned])).toEqual([
      ["令和7年7月", false],
      ["令和8年3月", false],
      ["令和8年4月", false],
      ["令和8年4月〜6月", false],
      ["令和8年6月〜10月", false],
      ["令和8年11月〜令和9年1月", true],
      ["令和9年2月", true],
      ["令和9年3月", true],
      ["その後", true],
    ]);
    expect(road.map(({ month }) => month).filter((month) => month !== null)).toEqual(
      road.flatMap(({ month }) => (month === null ? [] : [month])).sort(),
    );
  });

  test("does not take a stage for done because its month has passed", () => {
    expect(states({ firstMeetingOn: "2026-05-20" }, "2027-04-01")).toContain(
      "now 事業者アンケート",
    );
    expect(states(facts, "2027-04-01")).toContain("now 議員全員協議会に条例中間案を示します");
    expect(states({}, "2026-11-22")).toContain("now 諮問と審議の始まり");
  });

  test("takes a stage for done as soon as it is, even before its month, and not before that day", () => {
    const early = { ...facts, surveyReleasedOn: "2026-05-30" };
    expect(states(early, "2026-05-31")).toContain("done 事業者アンケート");
    expect(states(early, "2026-05-29")).toContain("ahead 事業者アンケート");
    const shown = { ...early, presentedOn: "2027-01-25" };
    expect(states(shown, "2027-01-26")).toContain("done 議員全員協議会に条例中間案を示します");
  });

  test("is still making the interim draft after a first 骨子, until its months are over or it is presented", () => {
    const outlined = { ...facts, interimDraftPublishedOn: "2026-10-30" };
    expect(states(outlined, "2026-10-29")).toContain("ahead 条例中間案づくり");
    expect(states(outlined, "2026-10-31")).toContain("now 条例中間案づくり");
    expect(states(outlined, "2027-01-31")).toContain("now 条例中間案づくり");
    expect(states(outlined, "2027-02-01")).toContain("done 条例中間案づくり");
    expect(states({ ...outlined, presentedOn: "2027-01-20" }, "2027-01-21")).toContain(
      "done 条例中間案づくり",
    );
  });
});
