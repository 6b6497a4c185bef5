import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveProgress, gradeOf, type ProgressFacts } from "#app/domain/goal-sheet/index.ts";

describe("the six grades", () => {
  test.each([
    [120, "目標としていた達成水準を上回る成果を出した"],
    [100.1, "目標としていた達成水準を上回る成果を出した"],
    [100, "目標としていた達成水準に到達した"],
    [99.9, "目標としていた達成水準にわずかに満たなかった"],
    [90, "目標としていた達成水準にわずかに満たなかった"],
    [89.9, "目標としていた達成水準には届かなかった"],
    [60, "目標としていた達成水準には届かなかった"],
    [59.9, "目標としていた達成水準までは遠い結果となった"],
    [0, "目標としていた達成水準までは遠い結果となった"],
    [null, "取り組みが見られなかった"],
  ])("%s", (percent, words) => {
    expect(gradeOf(percent).words).toBe(words);
  });

  test("more is never graded worse", () => {
    const percent = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        expect(gradeOf(Math.max(a, b)).rank).toBeLessThanOrEqual(gradeOf(Math.min(a, b)).rank);
      }),
    );
    expect(() => gradeOf(-1)).toThrow(RangeError);
    expect(() => gradeOf(Number.NaN)).toThrow(RangeError);
  });
});

const start: ProgressFacts = {
  meetingsHeld: 0,
  minutesPublished: 0,
  surveysReleased: 0,
  responses: 0,
  invited: 0,
  versionsPublished: 0,
  commentsAnswered: 0,
  hasSamples: false,
  isSimulated: false,
  today: "2026-04-10",
};

const underWay: ProgressFacts = {
  ...start,
  meetingsHeld: 6,
  minutesPublished: 5,
  surveysReleased: 1,
  responses: 228,
  invited: 400,
  versionsPublished: 3,
  commentsAnswered: 4,
  today: "2026-11-22",
};

describe("the progress of goal 3", () => {
  test("at the start: nothing done, nothing graded", () => {
    const { steps, sentence } = deriveProgress(start);
    expect(steps.filter(({ done }) => done)).toEqual([]);
    expect(sentence).toContain("まだ示していないため、評価はしていません");
    expect(sentence).toContain("審議はこれからです");
  });

  test("under way: what the platform holds, in numbers", () => {
    const { steps, sentence } = deriveProgress(underWay);
    expect(steps.map(({ label, done }) => [label, done])).toEqual([
      ["審議会での審議", true],
      ["会議録の公表", true],
      ["事業者アンケート", true],
      ["条例案の公表", true],
      ["委員の意見への回答", true],
      ["条例中間案の公表", false],
      ["議員全員協議会への提示", false],
    ]);
    expect(steps[1]?.detail).toBe("6回のうち5回分を公表しています。");
    expect(steps[2]?.detail).toContain("400者に依頼し、228者（57.0%）");
    expect(sentence).toContain("令和9年2月に条例中間案を議員全員協議会に示すことです");
  });

  test("says when the answers are simulated", () => {
    const simulated = deriveProgress({ ...underWay, hasSamples: true, isSimulated: true });
    expect(simulated.steps[2]?.detail).toContain("228者（57.0%）から回答がありました（模擬回答）");
    expect(deriveProgress(underWay).steps[2]?.detail).not.toContain("模擬");
    expect([simulated.hasSamples, deriveProgress(underWay).hasSamples]).toEqual([true, false]);
  });

  test("a published draft is not yet a draft shown to the 議員全員協議会", () => {
    const { steps, sentence } = deriveProgress({
      ...underWay,
      interimDraftPublishedOn: "2027-01-28",
    });
    expect(steps.at(-2)).toMatchObject({ done: true, detail: "令和9年1月28日に公表しました。" });
    expect(steps.at(-1)?.done).toBe(false);
    expect(sentence).toContain("まだ示していない");
  });

  test("after the month has passed it says so", () => {
    expect(deriveProgress({ ...underWay, today: "2027-02-28" }).sentence).toContain("まだ");
    expect(deriveProgress({ ...underWay, today: "2027-03-01" }).sentence).toContain(
      "目標の令和9年2月を過ぎましたが",
    );
  });

  test("once shown, in time or late, the fact is told and the judgement left to the department", () => {
    const inTime = deriveProgress({ ...underWay, presentedOn: "2027-02-25", today: "2027-03-02" });
    expect(inTime.sentence).toContain("目標の期限までに令和9年2月25日に");
    const late = deriveProgress({ ...underWay, presentedOn: "2027-03-05", today: "2027-03-06" });
    expect(late.sentence).toContain("目標の令和9年2月より後の令和9年3月5日に");
    for (const { sentence } of [inTime, late]) {
      expect(sentence).toContain("達成度は年度の終わりに部局が評価します");
      expect(sentence).not.toContain("到達した");
    }
  });
});
