import { describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/survey/form/index.ts";
import { numberIn } from "#app/domain/survey/form/posted.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { questionnaireOf } from "../sample.ts";

function reading(
  elements: object[],
  posted: Record<string, string | string[]>,
  before: Answers = {},
) {
  const form = compileForm(questionnaireOf({ pages: [{ name: "p", elements }] }));
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(posted)) {
    for (const each of [value].flat()) fields.append(name, each);
  }
  const read = form.read("p", before, fields);
  if (read === undefined) throw new Error("no page");
  return { ...read, messages: read.problems.map(({ message }) => message), form };
}

describe("a posted page", () => {
  it("reads numbers as people type them, and nothing else as a number", () => {
    const numbers: [string, number | undefined][] = [
      ["１２", 12],
      [" 1,200 ", 1200],
      ["１，２３４，５６７．５", 1234567.5],
      ["−3", -3],
      ["ー3", -3],
      [".5", 0.5],
      ["-0", 0],
      ["1,20", undefined],
      ["1e5", undefined],
      ["0x10", undefined],
      ["十二", undefined],
      ["12人", undefined],
      ["Infinity", undefined],
      ["", undefined],
    ];
    for (const [typed, number] of numbers)
      expect([typed, numberIn(typed)]).toEqual([typed, number]);
  });

  it("stores what SurveyJS stores: numbers, offered values, dates", () => {
    const elements = [
      { type: "text", name: "n", inputType: "number" },
      { type: "text", name: "d", inputType: "date" },
      { type: "text", name: "t" },
      { type: "comment", name: "c" },
      { type: "radiogroup", name: "r", choices: [1, "2"] },
      { type: "boolean", name: "b", valueTrue: "ok", valueFalse: 0 },
      { type: "dropdown", name: "s", choices: [10, 20] },
    ];
    const { answers, problems } = reading(elements, {
      "q.n": "１２",
      "q.d": "令和8年4月1日",
      "q.t": " 前後の空白 ",
      "q.c": "一行目\r\n二行目",
      "q.r": "2",
      "q.b": "false",
      "q.s": "20",
    });
    expect(problems).toEqual([]);
    expect(answers).toEqual({
      ...{ n: 12, d: "2026-04-01", t: " 前後の空白 ", c: "一行目\n二行目" },
      ...{ r: "2", b: 0, s: 20 },
    });
  });

  it("takes a text to other for choosing other, and says so where another was chosen", () => {
    const choices = ["a", "b"];
    const radio = { type: "radiogroup", name: "r", choices, showOtherItem: true };
    const boxes = { type: "checkbox", name: "k", choices, showOtherItem: true };
    const both = { "q.r.other": "甲", "q.k": "a", "q.k.other": "乙" };
    expect(reading([radio, boxes], both).answers).toEqual({
      ...{ r: "other", "r-Comment": "甲", k: ["a", "other"], "k-Comment": "乙" },
    });
    const torn = reading([radio], { "q.r": "a", "q.r.other": "甲" });
    expect(torn.messages).toEqual([
      "「その他」を選んでいないときは、その他の内容を書かないでください。",
    ]);
    expect(torn.answers).toEqual({ r: "a", "r-Comment": "甲" });
    // The text that was there before goes when another choice is made.
    const changed = reading(
      [radio],
      { "q.r": "a", "q.r.other": "甲" },
      { r: "other", "r-Comment": "甲" },
    );
    expect(changed).toMatchObject({ answers: { r: "a" }, problems: [] });
  });

  it("keeps places that make no ranking as they were typed, and says what is wrong", () => {
    const ranking = { type: "ranking", name: "k", choices: ["a", "b", "c"] };
    const twice = reading([ranking], { "q.k.a": "1", "q.k.b": "1", "q.k.c": "2" });
    expect(twice.messages).toEqual([
      "1位が2つ以上あります。順位が重ならないように選び直してください。",
    ]);
    const field = twice.form.pages(twice.answers)[0]?.fields[0];
    expect(field?.type === "ranking" && field.items.map(({ place }) => place)).toEqual([
      ...["1", "1", "2"],
    ]);
    const some = { ...ranking, selectToRankEnabled: true };
    expect(reading([some], { "q.k.a": "3", "q.k.c": "1" }).answers).toEqual({ k: ["c", "a"] });
    expect(reading([ranking], { "q.k.a": "3" }).messages[0]).toContain("すべての項目に");
    expect(reading([ranking], {}).problems).toEqual([]);
  });

  it("comes back with the questions that its answers bring, before it asks for them", () => {
    const elements = [
      { type: "boolean", name: "more", isRequired: true },
      { type: "text", name: "why", visibleIf: "{more} = true", isRequired: true },
      { type: "text", name: "open", enableIf: "{more} = true", isRequired: true },
    ];
    const first = reading(elements, { "q.more": "true" });
    expect(first).toMatchObject({ problems: [], added: ["why", "open"] });
    const second = reading(
      elements,
      { "q.more": "true", "q.why": "", "q.open": "x" },
      first.answers,
    );
    expect(second).toMatchObject({ added: [], problems: [{ field: "why", control: "q.why" }] });
    const gone = reading(
      elements,
      { "q.more": "false", "q.why": "x", "q.open": "y" },
      { more: true, why: "x", open: "y" },
    );
    // An answer given while the question was open stays, as in SurveyJS; a hidden one goes.
    expect(gone).toMatchObject({ answers: { more: false, open: "y" }, added: [], problems: [] });
  });

  it("adds and removes panels within their limits, and tells which panel lacks what", () => {
    const panels = {
      type: "paneldynamic",
      name: "subs",
      maxPanelCount: 2,
      templateElements: [{ type: "text", name: "trade", title: "業種", isRequired: true }],
    };
    const { form } = reading([panels], {});
    const one = form.change("add:subs", {});
    const two = form.change("add:subs", one);
    expect(form.change("add:subs", two)).toEqual({ subs: [{}, {}] });
    expect(form.change("add:nobody", two)).toEqual(two);
    const posted = { "q.subs": "2", "q.subs.0.trade": "左官", "q.subs.1.trade": "" };
    const lacking = reading([panels], posted, two);
    expect(lacking.problems).toEqual([
      {
        field: "subs",
        control: "q.subs.1.trade",
        message: "2件目の「業種」：この問に答えてください。",
      },
    ]);
    expect(form.change("remove:subs.1", lacking.answers)).toEqual({ subs: [{ trade: "左官" }] });
    expect(form.change("remove:subs.0", { subs: [{}] })).toEqual({});
  });

  it("reads no more than the page asks for", () => {
    const { answers } = reading(
      [{ type: "text", name: "t" }],
      { "q.t": "x", "q.other": "y", "q.__proto__": "z", t: "w", intent: "next" },
      { earlier: "kept" },
    );
    expect(answers).toEqual({ earlier: "kept", t: "x" });
  });
});
