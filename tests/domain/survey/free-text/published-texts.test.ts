import { describe, expect, it } from "vitest";
import {
  publishedTexts,
  type TextDecision,
  textHash,
  textKey,
} from "#app/domain/survey/free-text/index.ts";

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
