import { describe, expect, it } from "vitest";
import { compareReleases } from "#app/domain/survey/release/compare-releases.ts";
import { comparisonWords } from "#app/domain/survey/release/comparison-words.ts";
import { question, release, variable } from "#tests/support/hand-made-release.ts";

const asked = (yes: number | null, no: number | null, n: number | null, title = "必要ですか。") =>
  question(1, title, [
    variable("q1", n, [
      ["yes", "必要", yes],
      ["no", "不要", no],
    ]),
  ]);
const other = question(2, "別の問", [variable("q2", 10, [["a", "甲", 10]])]);

describe("two releases", () => {
  it("are compared in points of percentage, with one decimal", () => {
    const [compared] = compareReleases(release([asked(13, 27, 40)]), release([asked(17, 33, 50)]));
    expect(compared?.standing).toBe("both");
    expect(compared?.changes).toEqual([]);
    expect(compared?.variables[0]?.rows.map(({ points }) => points)).toEqual([1.5, -1.5]);
    expect(compared?.variables[0]?.rows[0]?.before).toEqual({ count: 13, percent: 32.5 });
    expect(compared?.variables[0]?.after?.n).toBe(50);
  });

  it("have no difference where a count or its base is hidden on either side", () => {
    const pointsOf = (before: ReturnType<typeof asked>, after: ReturnType<typeof asked>) =>
      compareReleases(release([before]), release([after]))[0]?.variables[0]?.rows.map(
        ({ points }) => points,
      );
    expect(pointsOf(asked(null, 27, 40), asked(17, 33, 50))).toEqual([null, -1.5]);
    expect(pointsOf(asked(13, 27, 40), asked(null, null, 50))).toEqual([null, null]);
    expect(pointsOf(asked(13, 27, null), asked(17, 33, 50))).toEqual([null, null]);
  });

  it("say which questions were added and removed, the removed last", () => {
    const added = question(3, "新しい問", [variable("q3", 10, [["a", "甲", 10]])]);
    const compared = compareReleases(
      release([other, asked(13, 27, 40)]),
      release([asked(17, 33, 50), added]),
    );
    expect(compared.map(({ name, standing }) => [name, standing])).toEqual([
      ["q1", "both"],
      ["q3", "added"],
      ["q2", "removed"],
    ]);
    expect(compared[2]?.variables[0]?.after).toBeNull();
  });

  it("say in words what is another in the questionnaire", () => {
    const before = asked(13, 27, 40);
    const after = question(
      1,
      "条例は必要ですか。",
      [
        variable("q1", 50, [
          ["yes", "必要である", 17],
          ["unknown", "分からない", 33],
        ]),
      ],
      { type: "dropdown" },
    );
    const [compared] = compareReleases(release([before]), release([after]));
    expect(compared?.changes).toEqual([
      "問の文を変えました（前の文「必要ですか。」）。",
      "答え方（問の形式）を変えました。",
      "選択肢「分からない」を加えました。",
      "選択肢「不要」を除きました。",
      "選択肢の言葉を変えました（「必要」を「必要である」に）。",
    ]);
    const rows = compared?.variables[0]?.rows ?? [];
    expect(rows.map(({ key, before: was, after: is }) => [key, was?.count, is?.count])).toEqual([
      ["yes", 13, 17],
      ["unknown", undefined, 33],
      ["no", 27, undefined],
    ]);
    expect(rows.map(({ points }) => points)).toEqual([1.5, null, null]);
  });
});

describe("where two releases differ, in words", () => {
  const wordsOf = (before: ReturnType<typeof release>, after: ReturnType<typeof release>) =>
    comparisonWords(before, after, compareReleases(before, after));

  it("is said of the questions, and of the texts that were published", () => {
    const first = release([asked(13, 27, 40), other]);
    expect(wordsOf(first, first)).toEqual(["どの問の数も、二つの集計版で同じです。"]);
    const [one, two] = [release([asked(17, 33, 50), other]), release([other])];
    expect(wordsOf(first, one)).toEqual(["数の違う問は、2問のうち1問です。"]);
    expect(wordsOf(first, two)).toEqual(["数の違う問は、2問のうち1問です。"]);
    const told = { written: 2, published: [{ text: "書類が多い。", firms: null }], keywords: [] };
    const withTexts = release([asked(13, 27, 40), { ...other, texts: told }]);
    expect(wordsOf(first, withTexts)).toEqual([
      "どの問の数も、二つの集計版で同じです。",
      "公表した文章の回答は、0個から1個になりました。",
    ]);
  });

  it("counts a hidden number on one side alone as another number", () => {
    const shown = release([asked(13, 27, 40)]);
    expect(wordsOf(shown, release([asked(null, null, 40)]))).toEqual([
      "数の違う問は、1問のうち1問です。",
    ]);
  });
});
