import { describe, expect, it } from "vitest";
import {
  publishedTexts,
  type TextDecision,
  textHash,
  textKey,
  textsWithin,
} from "#app/domain/survey/free-text/index.ts";
import type { TextsToTell } from "#app/domain/survey/free-text/texts-within.ts";
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
  const told = (own: TextsToTell, changes: Partial<PublishedVariable> = {}) =>
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

  it("stand in no list that tells by its length that each is of one firm", () => {
    const listed = (n: number, ...firms: (number | null)[]) =>
      told(texts(...firms), { n }).published.length;
    expect(listed(4, null, null, null)).toBe(2);
    expect(listed(3, null, null, null)).toBe(1);
    expect(listed(5, null, null, null)).toBe(3);
    expect(listed(6, 3, null, null)).toBe(3);
    expect(listed(40, null, null, null)).toBe(3);
    expect(listed(3)).toBe(0);
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

  it("hold together with what an earlier release has told", () => {
    const named = (numbers: Record<string, number | null>): PublishedTexts => ({
      written: null,
      published: Object.entries(numbers).map(([text, firms]) => ({ text, firms })),
      keywords: [],
    });
    const numbers = ({ published }: PublishedTexts) =>
      Object.fromEntries(published.map(({ text, firms }) => [text, firms]));
    const since = (
      now: Record<string, number | null>,
      ...before: Record<string, number | null>[]
    ) => numbers(told({ ...named(now), earlier: before.map(named) }));

    // Alone the smallest would be taken away, which the release before has told: 40 - 10 - 27 = 3.
    const now = { a: 10, b: null, d: 27 };
    expect(since(now)).toEqual({ a: null, b: null, d: 27 });
    expect(since(now, { a: 10 })).toEqual({ a: 10, b: null, d: null });
    expect(since(now, { a: 10 }, { a: 10, b: null, d: null })).toEqual({ a: 10, b: null, d: null });

    // Of the three firms left one or two wrote what would now be shown.
    expect(since({ a: 37, b: null }, { a: 37 })).toEqual({ a: 37 });
    expect(since({ a: 36, b: null, c: null }, { a: 36 })).toEqual({ a: 36, b: null });
    // What was seen stays, and what is shown no more is known all the same.
    expect(since({ b: null, c: 30 }, { a: 8, b: null })).toEqual({ b: null, c: null });
    // Two more firms' words were put to a text that twenty had written.
    expect(since({ a: 22, b: 5 }, { a: 20 })).toEqual({ a: null, b: 5 });
    expect(since({ a: 20, b: 20 }, { a: 20 })).toEqual({ a: 20, b: 20 });
  });

  it("are none where a field's number of answers is hidden: each text is one of them", () => {
    for (const type of ["multipletext", "paneldynamic"] as const) {
      const variables = [variable({}), variable({ id: "q1/memo", n: null })];
      expect(textsWithin(texts(20), { type, variables }, 3).published).toEqual([]);
      const shown = [variable({}), variable({ id: "q1/memo", n: 5 })];
      expect(textsWithin(texts(20), { type, variables: shown }, 3).published).toHaveLength(1);
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
