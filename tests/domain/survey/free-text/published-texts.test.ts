import { describe, expect, it } from "vitest";
import {
  publishedTexts,
  type TextDecision,
  textHash,
  textKey,
  textsWithin,
} from "#app/domain/survey/free-text/index.ts";
import type { PublishedTexts, PublishedVariable } from "#app/domain/survey/release/published.ts";

const decisions = (entries: [string, TextDecision][]) =>
  new Map(entries.map(([text, decision]) => [textHash(textKey(text)), decision]));
const publish = (wording: string): TextDecision => ({ verdict: "publish", wording });
const withhold: TextDecision = { verdict: "withhold", wording: null };

describe("the texts of a release", () => {
  const answers = [
    ["賃金台帳の様式を減らしてほしい。"],
    ["下請への支払が心配です。"],
    ["賃金台帳の様式を減らして欲しい"],
    ["あの会社は賃金台帳を付けていない。"],
    ["賃金台帳の様式を減らしてほしい"],
    ["まだ決めていない文"],
    [],
  ];
  const decided = decisions([
    ["賃金台帳の様式を減らしてほしい。", publish("賃金台帳の様式を減らしてほしい。")],
    ["賃金台帳の様式を減らして欲しい", publish("賃金台帳の様式を減らしてほしい。")],
    ["下請への支払が心配です。", publish("下請への支払が心配です。")],
    ["あの会社は賃金台帳を付けていない。", withhold],
  ]);

  it("are those that were decided to be published, in their decided wording", () => {
    expect(publishedTexts(answers, decided, 3)).toEqual({
      written: null,
      published: [
        { text: "下請への支払が心配です。", firms: null },
        { text: "賃金台帳の様式を減らしてほしい。", firms: 3 },
      ],
      keywords: [
        { word: "様式", firms: 3 },
        { word: "賃金台帳", firms: 3 },
      ],
    });
  });

  it("stand in the order of their text, whatever the order of arrival", () => {
    expect(publishedTexts([...answers].reverse(), decided, 3)).toEqual(
      publishedTexts(answers, decided, 3),
    );
  });

  it("tell of keywords only what the published texts tell themselves", () => {
    const two = publishedTexts(answers, decided, 4);
    expect(two.published.map(({ firms }) => firms)).toEqual([null, null]);
    expect(two.keywords).toEqual([]);
  });

  it("are none without a decision", () => {
    expect(publishedTexts(answers, new Map(), 3)).toEqual({
      written: null,
      published: [],
      keywords: [],
    });
  });
});

describe("the numbers of texts beside the tables", () => {
  const variable = (changes: Partial<PublishedVariable>): PublishedVariable => ({
    ...{ id: "q1", part: null, kind: "written", answers: "one", counts: "firms" },
    ...{ n: 40, noAnswer: 60, notApplicable: 0, rows: [], ends: null, summary: null },
    ...{ byStratum: [], ...changes },
  });
  const texts = (...firms: (number | null)[]): PublishedTexts => ({
    written: null,
    published: firms.map((count, index) => ({ text: `賃金台帳${index}`, firms: count })),
    keywords: [{ word: "賃金台帳", firms: 9 }],
  });
  const told = (own: PublishedTexts, changes: Partial<PublishedVariable> = {}) =>
    textsWithin(own, { type: "comment", variables: [variable(changes)] }, 3);

  it("are told where enough firms are left for every text without a number", () => {
    const { written, published, keywords } = told(texts(20, 10, null, null));
    expect(written).toBe(40);
    expect(published.map(({ firms }) => firms)).toEqual([20, 10, null, null]);
    expect(keywords).toEqual([{ word: "賃金台帳", firms: 32 }]);
    expect(told(texts(30, 10)).published.map(({ firms }) => firms)).toEqual([30, 10]);
  });

  it("are taken away, the smallest first, where a hidden one would follow", () => {
    expect(told(texts(34, 4, null)).published.map(({ firms }) => firms)).toEqual([34, null, null]);
    expect(told(texts(20, 18)).published.map(({ firms }) => firms)).toEqual([20, null]);
    expect(told(texts(39)).published.map(({ firms }) => firms)).toEqual([null]);
  });

  it("are not told where the number of answers is hidden, or a firm writes several texts", () => {
    for (const hidden of [
      told(texts(20, 10), { n: null }),
      told(texts(20, 10), { counts: "entries" }),
      textsWithin(texts(20, 10), { type: "multipletext", variables: [variable({})] }, 3),
      textsWithin(texts(20), { type: "rating", variables: [variable({})] }, 3),
      textsWithin(texts(20), { type: "comment", variables: [] }, 3),
    ]) {
      expect(hidden.written).toBeNull();
      expect(hidden.published.every(({ firms }) => firms === null)).toBe(true);
      expect(hidden.keywords).toEqual([]);
    }
  });

  it("of words to 「その他」 hang on how many chose it", () => {
    const row = { key: "other", text: "その他", percent: null, weighted: null };
    const other = (count: number | null) =>
      textsWithin(
        texts(20, null),
        { type: "checkbox", variables: [variable({ kind: "choice", rows: [{ ...row, count }] })] },
        3,
      ).published.map(({ firms }) => firms);
    expect(other(30)).toEqual([20, null]);
    expect(other(22)).toEqual([null, null]);
    // Each text is a firm: even their number would tell of the hidden one.
    expect(other(null)).toEqual([]);
  });
});
