import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishedQuestion } from "#app/domain/survey/release/published.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { question, variable } from "#tests/support/hand-made-release.ts";

const say = (asked: PublishedQuestion) => questionSentences(asked).join("");
const raised = (a: number | null, b: number | null, c: number | null, n: number | null = 40) =>
  question(1, "賃金を引き上げましたか。", [
    variable("q1", n, [
      ["yes", "引き上げた", a],
      ["same", "変えていない", b],
      ["no", "下げた", c],
    ]),
  ]);

describe("the sentence of a question with choices", () => {
  it("names the most frequent answer and the next", () => {
    expect(say(raised(9, 25, 6))).toBe(
      "答えた40者のうち、最も多かったのは「変えていない」の25者（62.5%）、次は「引き上げた」の9者（22.5%）です。",
    );
  });

  it("names all that share the first place, and then no next", () => {
    expect(say(raised(18, 18, 4))).toBe(
      "答えた40者のうち、最も多かったのは「引き上げた」と「変えていない」で、どちらも18者（45.0%）です。",
    );
  });

  it("calls nothing the most frequent of all where an answer is hidden", () => {
    expect(say(raised(null, 25, null))).toBe(
      "答えた40者のうち、数を示している答えの中では、最も多かったのは「変えていない」の25者（62.5%）です。" +
        "「引き上げた」と「下げた」の数は、事業者が推測されないように伏せています。",
    );
  });

  it("says of a hidden n that it is hidden, and gives no percentage", () => {
    expect(say(raised(null, 25, 6, null))).toBe(
      "数を示している答えの中では、最も多かったのは「変えていない」の25者、次は「下げた」の6者です。" +
        "答えた事業者の数は、事業者が推測されないように伏せています。" +
        "「引き上げた」の数は、事業者が推測されないように伏せています。",
    );
  });

  it("says that everything is hidden, that nobody answered, that there is no table", () => {
    expect(say(raised(null, null, null))).toBe(
      "40者が答えました。答えごとの数は、すべて事業者が推測されないように伏せています。",
    );
    expect(say(raised(0, 0, 0, 0))).toBe("この問に答えた事業者はありません。");
    expect(say(question(1, "問", []))).toContain("すべて伏せています");
  });

  it("says of several choices that each firm could choose several", () => {
    const rows = [["a", "書類", 30] as const, ["b", "賃金", 20] as const];
    const asked = question(2, "負担は何ですか。", [
      variable("q2", 40, rows, { answers: "several" }),
    ]);
    expect(say(asked)).toBe(
      "あてはまるものをすべて選ぶ問です。答えた40者のうち、最も多かったのは「書類」の30者（75.0%）、次は「賃金」の20者（50.0%）です。",
    );
  });
});

describe("the sentence of other questions", () => {
  it("gives mean, median and the middle half of numbers", () => {
    const rows = [["0", "10未満", 10] as const, ["10", "10以上", 30] as const];
    const summary = { mean: 1234.5, median: 12, lowerQuartile: 5, upperQuartile: 20 };
    const of = (more: object) =>
      say(question(3, "人数", [variable("q3", 40, rows, { kind: "class", summary, ...more })]));
    expect(of({})).toBe(
      "答えの平均は1,234.5、中央値（小さい順に並べたときのまん中の値）は12です。" +
        "小さい順に並べると、まん中の半分の答えは5から20までの間にあります。" +
        "答えた40者のうち、最も多かった範囲は「10以上」の30者（75.0%）、次は「10未満」の10者（25.0%）です。",
    );
    expect(of({ summary: { ...summary, mean: 1e308, median: 1e308 } })).toContain("1×10^308");
  });

  it("gives no mean where a class is hidden, and says so", () => {
    const rows = [["0", "10未満", null] as const, ["10", "10以上", 30] as const];
    const asked = question(3, "人数", [variable("q3", 40, rows, { kind: "class" })]);
    expect(say(asked)).toContain("平均と中央値は、伏せた数が推測されないように、示していません。");
  });

  it("names the ends of a scale", () => {
    const rows = [["1", "1", 10] as const, ["5", "5", 30] as const];
    const summary = { mean: 4, median: 5, lowerQuartile: null, upperQuartile: null };
    const ends = { least: "軽い", greatest: "重い" };
    const asked = question(4, "負担", [
      variable("q4", 40, rows, { kind: "rating", summary, ends }),
    ]);
    expect(say(asked)).toContain("は5です（1「軽い」から5「重い」まで）。");
  });

  it("names the most frequent answer of each row of a matrix", () => {
    const part = (value: string, text: string, yes: number | null) =>
      variable(
        `q5/${value}`,
        40,
        [
          ["y", "必要", yes],
          ["n", "不要", 30],
        ],
        { part: { value, text } },
      );
    const matrix = (yes: number | null) =>
      say(
        question(5, "要否", [part("a", "下限額", 10), part("b", "報告", yes)], { type: "matrix" }),
      );
    expect(matrix(10)).toBe(
      "項目ごとに最も多いのは、「下限額」では「不要」（75.0%）、「報告」では「不要」（75.0%）です。",
    );
    expect(matrix(null)).toContain("数を示している答えの中で、項目ごとに最も多いのは");
    expect(matrix(null)).toContain("伏せている数があります（表の x）。");
  });

  it("names what was ranked first most often, and the best mean place only where all are shown", () => {
    const item = (value: string, first: number | null, mean: number | null) =>
      variable(
        `q6/${value}`,
        40,
        [
          ["1", "1位", first],
          ["2", "2位", 10],
        ],
        {
          part: { value, text: `項目${value}` },
          kind: "place",
          summary: { mean, median: null, lowerQuartile: null, upperQuartile: null },
        },
      );
    const ranking = (...items: ReturnType<typeof item>[]) =>
      say(question(6, "順位", items, { type: "ranking" }));
    expect(ranking(item("a", 30, 1.25), item("b", 10, 1.75))).toBe(
      "1位に選んだ数が最も多いのは「項目a」で、30者（75.0%）です。順位の平均は「項目a」の1.25位が最も上です。",
    );
    const hidden = ranking(item("a", 30, 1.25), item("b", null, null));
    expect(hidden).toContain("数を示しているものの中で、1位に選んだ数が最も多いのは「項目a」");
    expect(hidden).not.toContain("順位の平均");
  });

  it("counts who wrote something", () => {
    const written = (n: number | null) =>
      say(
        question(7, "意見", [variable("q7", n, [["written", "記入あり", n]], { kind: "written" })]),
      );
    expect(written(12)).toBe("12者が記入しました。");
    expect(written(null)).toContain("伏せています");
  });
});

describe("whatever is hidden", () => {
  it("no sentence has a number in it that the table does not show", () => {
    const count = fc.option(fc.integer({ min: 3, max: 900 }), { freq: 2 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), count, (counts, n) => {
        const rows = counts.map((each, index) => [`k${index}`, "答え", each] as const);
        const asked = question(1, "問", [variable("q1", n, rows)]);
        const shown = new Set([...counts, n].filter((each) => each !== null).map(String));
        const hiddenCells = counts.filter((each) => each === null).length;
        const told = say(asked)
          .replace(/（[0-9.]+%）/g, "")
          .replace(`${hiddenCells}個の答え`, "")
          .match(/[0-9]+/g);
        expect((told ?? []).filter((number) => !shown.has(number))).toEqual([]);
      }),
    );
  });
});
