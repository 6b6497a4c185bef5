import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blackened,
  cleanText,
  countTexts,
  firmNames,
  groupsOfTexts,
  hintsIn,
  keywordsOf,
  readRedaction,
  redactedWording,
  textHash,
  textKey,
  textQuestions,
  textsIn,
} from "#app/domain/survey/free-text/index.ts";
import type { AnswerValue } from "#app/domain/survey/index.ts";
import { questionnaireOf } from "../sample.ts";

const grouped = (texts: string[]) =>
  groupsOfTexts(countTexts(texts.map((text) => [text]))).map((group) =>
    group.map(({ text, firms }) => `${text}×${firms}`),
  );

describe("a text that is shown", () => {
  it("turns no direction, hides nothing, and keeps its emoji", () => {
    expect(cleanText("賛成\u202Eです\u2066。\u200B")).toBe("賛成です。");
    expect(cleanText("👨‍👩‍👧 と 😀")).toBe("👨‍👩‍👧 と 😀");
    expect(cleanText("  一行目\r\n\r\n\r\n\r\n二行目\u0000　\n")).toBe("一行目\n\n二行目");
    expect(cleanText("\ud83d")).toBe("\ufffd");
  });

  it("is the same text in full width, with other signs and in other kana", () => {
    const key = textKey("ＤＸを進めてほしい。");
    expect(textKey(" DX を進めて ほしい！")).toBe(key);
    expect(textKey("「ｄｘヲ進メテホシイ」")).toBe(key);
    expect(textKey("DXを進めないでほしい")).not.toBe(key);
    expect(textHash(key)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is another text with another number", () => {
    const same = (...texts: string[]) => new Set(texts.map(textKey)).size === 1;
    expect(same("-5%です", "－５％です。", "△5%です", "▲ 5 %です", "−5%です")).toBe(true);
    expect(same("予算は（-5%）", "予算は「△5%」")).toBe(true);
    for (const [one, other] of [
      ["-5%", "5%"],
      ["△5", "5"],
      ["▲5万円", "5万円"],
      ["1.5倍", "15倍"],
      ["5～10人", "510人"],
      ["5-10人", "510人"],
      ["3/4", "34"],
      ["5%上げる", "5上げる"],
      ["-.5", ".5"],
      [".5", "5"],
      ["+5%", "5%"],
      ["±5%", "-5%"],
      ["1:2", "1/2"],
      ["1、2", "12"],
      ["昨年比-5%です", "昨年比5%です"],
      ["昨年比△5%です", "昨年比5%です"],
    ] as const) {
      expect(same(one, other), `${one} ${other}`).toBe(false);
    }
    expect(same("1,000円", "１０００円。", "1000円")).toBe(true);
    expect(same("- 賛成", "賛成")).toBe(true);
  });

  it("is never empty by folding alone", () => {
    expect(textKey("😀")).not.toBe("");
    expect(textKey("……")).not.toBe("");
    expect(textKey("\u202E\u200B")).toBe("");
  });
});

describe("grouping", () => {
  it("puts nearly identical texts together, the one most often written first", () => {
    expect(
      grouped([
        "台帳の様式は、今使っている賃金台帳をそのまま使えるようにしてほしい。",
        "台帳の様式は今使っている賃金台帳をそのまま使えるようにしてほしい",
        "台帳の様式は、今使っている賃金台帳をそのまま使えるようにして下さい。",
        "下請の賃金まで元請が確かめるのは、実際には難しい。",
      ]),
    ).toEqual([
      [
        "台帳の様式は、今使っている賃金台帳をそのまま使えるようにしてほしい。×2",
        "台帳の様式は、今使っている賃金台帳をそのまま使えるようにして下さい。×1",
      ],
      ["下請の賃金まで元請が確かめるのは、実際には難しい。×1"],
    ]);
  });

  it("never puts opposites or other numbers together", () => {
    for (const pair of [
      ["公契約条例の制定は必要だと思います。", "公契約条例の制定は不必要だと思います。"],
      [
        "条例を作ることに賛成です。市の考えを知りたい。",
        "条例を作ることに反対です。市の考えを知りたい。",
      ],
      ["準備の期間は3か月あれば足りると思います。", "準備の期間は6か月あれば足りると思います。"],
      ["毎月の報告はできると思っています。", "毎月の報告はできないと思っています。"],
      ["労務費は昨年と比べて5%の見込みです。", "労務費は昨年と比べて△5%の見込みです。"],
      ["労務費は昨年と比べて5%の見込みです。", "労務費は昨年と比べて-5%の見込みです。"],
      ["労務費は昨年と比べて1.5倍の見込みです。", "労務費は昨年と比べて15倍の見込みです。"],
      ["単価は10%から5%に変わる見込みです。", "単価は5%から10%に変わる見込みです。"],
    ]) {
      expect(grouped(pair)).toHaveLength(2);
    }
  });

  it("hangs on the texts alone, not on the order they came in", () => {
    const words = fc.array(
      fc.constantFrom("賃金", "台帳", "が", "重い", "、", "下請", "です", "ない", "1", "😀"),
      { minLength: 1, maxLength: 12 },
    );
    const texts = fc.array(
      words.map((parts) => parts.join("")),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(texts, fc.integer(), (own, seed) => {
        const shuffled = [...own].sort((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
        expect(grouped(shuffled)).toEqual(grouped(own));
        expect(grouped([...own].reverse())).toEqual(grouped(own));
      }),
      { numRuns: 60 },
    );
  });

  it("counts a firm once, whatever it repeats", () => {
    expect(countTexts([["同じ", "同じ。"], ["同じ"], [" "], []]).firms).toBe(2);
    expect(countTexts([["同じ", "同じ。"], ["同じ"]]).texts).toMatchObject([{ firms: 2 }]);
  });

  it("takes thousands of texts and texts of 50,000 characters in seconds", () => {
    const long = "市の発注する工事の労務費について述べます。".repeat(2_500).slice(0, 50_000);
    const texts = Array.from({ length: 4_000 }, (_, index) => [
      `${["賃金", "台帳", "下請", "報告"][index % 4]}について${"あいうえおかきくけこ"[index % 10]}と考えます。番号${index}。`,
    ]);
    const started = performance.now();
    const groups = groupsOfTexts(
      countTexts([
        ...texts,
        ...[[long], [`${long}。`], [`終わりに${long}`], ["😀".repeat(25_000)]],
        ...["ー", "-", "5-", "<"].map((sign) => [sign.repeat(50_000 / sign.length)]),
      ]),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
    const longest = groups.find(([first]) => first.text.length > 40_000);
    expect(longest?.map(({ firms }) => firms)).toEqual([2, 1]);
  });
});

describe("the texts of an answer", () => {
  const questionnaire = questionnaireOf({
    pages: [
      {
        elements: [
          { type: "radiogroup", name: "q1", choices: ["a"], showOtherItem: true },
          { type: "comment", name: "q2" },
          { type: "text", name: "q3", inputType: "email" },
          {
            type: "multipletext",
            name: "q4",
            items: [{ name: "m1" }, { name: "n", inputType: "number" }],
          },
          { type: "rating", name: "q5", rateMax: 3, showCommentArea: true },
          { type: "radiogroup", name: "q6", choices: ["a"] },
          {
            type: "paneldynamic",
            name: "q7",
            templateElements: [
              { type: "text", name: "trade" },
              { type: "radiogroup", name: "kind", choices: ["x"], showOtherItem: true },
            ],
          },
        ],
      },
    ],
  });

  it("are those of words of one's own, also beside a choice and inside a panel", () => {
    const questions = textQuestions(questionnaire);
    expect(questions.map(({ name }) => name)).toEqual(["q1", "q2", "q4", "q5", "q7"]);
    const [q1, , q4, q5, q7] = questions;
    if (!q1 || !q4 || !q5 || !q7) throw new Error("questions are missing");
    expect(textsIn(q1, "other", "ほかの理由")).toEqual(["ほかの理由"]);
    expect(textsIn(q4, { m1: "言葉", n: 3 }, undefined)).toEqual(["言葉"]);
    expect(textsIn(q5, 3, "重い")).toEqual(["重い"]);
    const entries: AnswerValue = [
      { trade: "とび", kind: "other", "kind-Comment": "足場" },
      { trade: "左官", kind: "x" },
    ];
    expect(textsIn(q7, entries, undefined)).toEqual(["とび", "足場", "左官"]);
    expect(textsIn(q7, undefined, undefined)).toEqual([]);
  });
});

describe("keywords", () => {
  it("are nouns, neighbouring kanji together, without words that say nothing", () => {
    expect([
      ...keywordsOf(
        "当社では賃金台帳の様式をＤＸで作る場合、サーバーの費用が必要です。賃金台帳は重い。",
      ),
    ]).toEqual(["賃金台帳", "様式", "DX", "サーバー", "費用"]);
    expect([...keywordsOf("今使っている賃金台帳から始め、入札にも反映してほしい。")]).toEqual([
      "賃金台帳",
      "入札",
      "反映",
    ]);
    expect([...keywordsOf("😀\u202E●●はとてもよい")]).toEqual([]);
  });
});

describe("hints at who may be meant", () => {
  const names = firmNames(["株式会社サンプル建設", "（有）伊賀 清掃サービス", "有限会社丸"]);
  const hinted = (text: string) =>
    hintsIn(text, names).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);

  it.each([
    ["ｻﾝﾌﾟﾙ建設の田中社長に聞いてください。", ["firm:ｻﾝﾌﾟﾙ建設", "person:田中"]],
    ["伊賀清掃サービスです。", ["firm:伊賀清掃サービス"]],
    [
      "電話は0595-22-1234、携帯は０９０１２３４５６７８です。",
      ["phone:0595-22-1234", "phone:０９０１２３４５６７８"],
    ],
    ["info@sample.example へ", ["mail:info@sample.example"]],
    ["契約は3,200万円で、利益は数万円でした。", ["amount:3,200万円", "amount:数万円"]],
    ["公共工事の書類を減らしてほしい。", []],
    ["令和8年度から様式を変えてください。", []],
  ])("%s", (text, expected) => {
    expect(hinted(text)).toEqual(expected);
  });

  it("do not run away on long texts", () => {
    const started = performance.now();
    for (const piece of ["0", "一", "a@", "(", "山田", "😀", "0-"]) {
      hintsIn(piece.repeat(Math.ceil(50_000 / piece.length)), names);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("redaction", () => {
  const text = "サンプル建設の田中社長は、下請に3万円しか払いません。";

  it("makes places black and leaves the rest as it was written", () => {
    const runs = readRedaction(text, "●●の●●社長は、下請に●円しか払いません。");
    expect(runs?.filter(({ kind }) => kind === "black").map((run) => run.text)).toEqual([
      "サンプル建設",
      "田中",
      "3万",
    ]);
    expect(redactedWording(runs ?? [])).toBe("●●の●●社長は、下請に●●円しか払いません。");
  });

  it("refuses other words than the writer's", () => {
    expect(readRedaction(text, "●●は、下請に十分払います。")).toBeUndefined();
    expect(readRedaction(text, text.replace("しか", ""))).toBeUndefined();
    expect(readRedaction(text, `${text}●と思う`)).toBeUndefined();
    expect(readRedaction(text, text)).toEqual([{ kind: "shown", text }]);
  });

  it("proposes black places that it accepts", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.nat(), fc.nat(), (own, a, b) => {
        const clean = cleanText(own);
        const [from = 0, to = 0] = [a % (clean.length + 1), b % (clean.length + 1)].sort(
          (x, y) => x - y,
        );
        fc.pre(to > from && !clean.includes("●"));
        const wording = cleanText(blackened(clean, [{ from, to }]));
        const runs = readRedaction(clean, wording);
        fc.pre(runs !== undefined);
        expect(runs?.map((run) => run.text).join("")).toBe(clean);
      }),
    );
  });
});
