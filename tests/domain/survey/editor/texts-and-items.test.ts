import { describe, expect, it } from "vitest";
import {
  addItem,
  articlesFrom,
  pastedItems,
  problemInWords,
  textOf,
  textOfItem,
  withItemText,
  withText,
} from "#app/domain/survey/editor/index.ts";
import { checkDefinition } from "#app/domain/survey/index.ts";

describe("a text in several languages", () => {
  it("stays plain while it is Japanese alone, and falls back on Japanese afterwards", () => {
    const plain = { title: "題" };
    const both = withText(plain, ["title"], "en", "Title");
    expect(both.title).toEqual({ default: "題", en: "Title" });
    expect(textOf(both, ["title"], "ja")).toBe("題");
    expect(textOf(both, ["title"], "zh-cn")).toBe("");
    expect(withText(both, ["title"], "ja", "新しい題").title).toEqual({
      ...{ default: "新しい題", en: "Title" },
    });
    expect(withText(both, ["title"], "en", "")).toEqual(plain);
    expect(withText({ title: { ja: "題", en: "T" } }, ["title"], "ja", "次").title).toEqual({
      ...{ ja: "次", en: "T" },
    });
    expect(withText(plain, ["title"], "ja", "")).toEqual({});
  });

  it("is set under the name that the definition uses", () => {
    const old = { mininumRateDescription: "小" };
    const names = ["minRateDescription", "mininumRateDescription"];
    expect(withText(old, names, "ja", "とても小さい")).toEqual({
      mininumRateDescription: "とても小さい",
    });
  });
});

describe("choices", () => {
  it("keep their value when their text changes, in every short form", () => {
    expect(withItemText("手引", "ja", "手引き")).toEqual({ value: "手引", text: "手引き" });
    expect(withItemText("a1|工事", "ja", "建設")).toEqual({ value: "a1", text: "建設" });
    expect(withItemText(10, "ja", "10人")).toEqual({ value: 10, text: "10人" });
    expect(withItemText("手引", "en", "Guide")).toEqual({
      ...{ value: "手引", text: { default: "手引", en: "Guide" } },
    });
    const kept = { value: "a1", text: "x", unknown: [1] };
    expect(withItemText(kept, "ja", "y")).toEqual({ ...kept, text: "y" });
    expect(textOfItem(10, "ja")).toBe("10");
  });

  it("come from a spreadsheet: a text a line, or value, tab and text", () => {
    const before = [
      { value: "a1", text: "工事" },
      { value: "a3", text: { default: "委託", en: "S" } },
    ];
    expect(pastedItems("委託\r\n物品\n\n 工事 \n", before, "a")).toEqual([
      before[1],
      { value: "a4", text: "物品" },
      before[0],
    ]);
    expect(pastedItems("a3\t業務委託\n9\t指定管理\n\t物品", before, "a", ["a4"])).toEqual([
      { value: "a3", text: { default: "業務委託", en: "S" } },
      { value: "9", text: "指定管理" },
      { value: "a5", text: "物品" },
    ]);
    expect(pastedItems('"「""引用""」"', [], "a")).toEqual([{ value: "a1", text: '「"引用"」' }]);
  });

  it("get values that no choice has had", () => {
    expect(addItem([{ value: "a1" }], "a", "", ["a2"])).toEqual([
      { value: "a1" },
      { value: "a3", text: "" },
    ]);
  });
});

describe("words for clerks", () => {
  it("reads articles as people type them", () => {
    expect(articlesFrom("第８条、9条の2 12 ,附則")).toEqual([
      "第8条",
      "第9条の2",
      "第12条",
      "附則",
    ]);
  });

  it("names the editor's fields in the place of SurveyJS's", () => {
    const element = { type: "radiogroup", name: "q1", choices: [], visibleIf: "{q9} = 1" };
    const checked = checkDefinition({ pages: [{ name: "p1", elements: [element] }] });
    const said = checked.ok ? [] : checked.problems.map(problemInWords);
    expect(said).toEqual([
      { message: "選択肢がありません。「選択肢」に1つ以上書いてください。", field: "q1" },
      {
        message:
          "「表示する条件」の式「{q9} = 1」の「q9」という問がありません。問の名前を確かめてください。",
        field: "q1",
      },
    ]);
  });
});
