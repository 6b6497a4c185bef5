import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  compileQuestionnaire,
  compileSettling,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFirms, sampleLeanings, sampleQuestionnaire } from "./sample.ts";

const check = compileQuestionnaire(questionnaireOf(everyType));

/** A complete answer to the questionnaire of every type. */
const complete: Answers = {
  company: "サンプル建設",
  mail: "sample@example.jp",
  staff: 12,
  hours: 7.5,
  since: "1988-04-01",
  raised: "yes",
  share: 2,
  reason: "材料費が上がったため\n半分の従業員に限りました。",
  told: ["paper", "other"],
  "told-Comment": "朝礼で知らせる",
  size: 50,
  burden: 5,
  "burden-Comment": "別紙あり",
  wishes: ["窓口", "手引", "説明会"],
  top: ["c"],
  state: { r1: "c1", r2: "c3" },
  order: { r1: "c2" },
  outsourced: true,
  ready: "ok",
  subs: [
    { trade: "電気", insured: true, count: 3 },
    { trade: "塗装", insured: false },
  ],
  wages: { lowest: 1100 },
  note: "特記事項",
};

/** What is said at a question when some answers are changed; undefined takes one away. */
function messageAt(field: string, changes: Record<string, unknown>): string | undefined {
  const changed = Object.fromEntries(
    Object.entries({ ...complete, ...changes }).filter(([, value]) => value !== undefined),
  );
  const checked = check(changed);
  return checked.ok
    ? undefined
    : checked.problems.find((problem) => problem.field === field)?.message;
}

describe("an answer the questionnaire can produce", () => {
  it("is accepted unchanged", () => {
    expect(check(complete)).toEqual({ ok: true, value: complete });
  });

  it("comes back in the order of the questions, whatever order it came in", () => {
    const reversed = Object.fromEntries(Object.entries(complete).reverse());
    const checked = check(reversed);
    const keys = checked.ok ? Object.keys(checked.value) : [];
    expect(keys.slice(0, 4)).toEqual(["company", "mail", "staff", "hours"]);
    expect(keys.indexOf("told-Comment")).toBe(keys.indexOf("told") + 1);
  });

  it("may leave out whatever need not be answered", () => {
    for (const name of [
      "mail",
      "hours",
      "since",
      "reason",
      "size",
      "wishes",
      "top",
      "order",
      "burden-Comment",
    ]) {
      expect(messageAt(name, { [name]: undefined }), name).toBeUndefined();
    }
  });
});

describe("what SurveyJS wrongly accepts is refused", () => {
  it.each([
    ["unknown keys", "hidden", { hidden: 1 }, "調査票にない問です。消してください。"],
    [
      "keys of objects themselves",
      "constructor",
      { constructor: "x" },
      "調査票にない問です。消してください。",
    ],
    ["a comment nobody could write", "company-Comment", { "company-Comment": "x" }, undefined],
    ["an object in a text", "company", { company: { a: 1 } }, "文字で答えてください。"],
    ["a text in a number", "staff", { staff: "abc" }, "数字で入力してください。"],
    ["digits as text in a number", "staff", { staff: "12" }, "数字で入力してください。"],
    ["a number beyond its limit", "staff", { staff: 5001 }, "5000以下の数を入力してください。"],
    ["a number below its limit", "staff", { staff: -1 }, "0以上の数を入力してください。"],
    ["a fraction of a person", "staff", { staff: 1.5 }, "整数で入力してください。"],
    ["a number off its step", "hours", { hours: 7.3 }, "0.5刻みの数を入力してください。"],
    ["a number that is none", "staff", { staff: Number.NaN }, "数字で入力してください。"],
    [
      "a string in a checkbox",
      "told",
      { told: "paper" },
      "選択肢にない答えです。表示されている中から選び直してください。",
    ],
    [
      "a text beyond its length",
      "company",
      { company: "あ".repeat(41) },
      "40字までにしてください（今は41字です）。",
    ],
    [
      "a megabyte of text",
      "reason",
      { reason: "あ".repeat(1_000_000) },
      "300字までにしてください（今は1,000,000字です）。",
    ],
    [
      "two lines in one",
      "company",
      { company: "サンプル\n建設" },
      "改行を入れずに1行で入力してください。",
    ],
    [
      "control codes",
      "reason",
      { reason: "a\u0000b" },
      "使えない文字（制御文字など）が入っています。入力し直してください。",
    ],
    [
      "half an emoji",
      "reason",
      { reason: "\ud83d" },
      "使えない文字（制御文字など）が入っています。入力し直してください。",
    ],
    [
      "rating 99",
      "burden",
      { burden: 99 },
      "選択肢にない答えです。表示されている中から選び直してください。",
    ],
    [
      "rating as text",
      "burden",
      { burden: "5" },
      "選択肢にない答えです。表示されている中から選び直してください。",
    ],
    [
      "boolean maybe",
      "outsourced",
      { outsourced: "maybe", subs: undefined },
      "選択肢にない答えです。表示されている中から選び直してください。",
    ],
    [
      "true where the values are words",
      "ready",
      { ready: true },
      "選択肢にない答えです。表示されている中から選び直してください。",
    ],
    [
      "bad rows",
      "state",
      { state: { r1: "c1", r2: "c1", r3: "c1" } },
      "表にない行の答えが入っています。選び直してください。",
    ],
    [
      "bad columns",
      "state",
      { state: { r1: "c9", r2: "c1" } },
      "表にない列の答えが入っています。選び直してください。",
    ],
    [
      "too many panels",
      "subs",
      { subs: ["a", "b", "c", "d"].map((trade) => ({ trade, insured: false })) },
      "3件までにしてください。",
    ],
    [
      "unknown keys in a panel",
      "subs",
      { subs: [{ trade: "電気", insured: false, x: 1 }] },
      "1件目の「x」：調査票にない問です。消してください。",
    ],
    [
      "a day that is none",
      "since",
      { since: "2026-02-30" },
      "実際にある日付を、2026-04-01 のように入力してください。",
    ],
    [
      "more selected than allowed",
      "told",
      { told: ["paper", "talk", "post", "other"] },
      "3つまで選んでください（今は4つです）。",
    ],
  ])("%s", (_, field, changes, message) => {
    const changed = { ...complete, ...changes };
    expect(check(changed).ok).toBe(false);
    if (message !== undefined) expect(messageAt(field, changes)).toBe(message);
  });

  it("answers to questions that are not shown", () => {
    const message = "この問は、ほかの答えにより対象外です。答えを消してください。";
    expect(messageAt("share", { raised: "no" })).toBe(message);
    expect(messageAt("subs", { outsourced: false })).toBe(message);
    expect(messageAt("told", { staff: 0 })).toBe(message);
    expect(messageAt("subs", { subs: [{ trade: "電気", insured: false, count: 3 }] })).toBe(
      `1件目の「count」：${message}`,
    );
  });
});

describe("what SurveyJS silently alters is refused", () => {
  it.each([
    ["a choice outside the list", "raised", { raised: "maybe" }],
    ["a choice of another type", "share", { share: "2" }],
    ["a choice twice", "told", { told: ["paper", "paper"] }],
    ["an unknown choice beside other", "told", { told: ["朝礼"] }],
    ["none beside others", "told", { told: ["none", "paper"], "told-Comment": undefined }],
    ["other-text without other", "told", { told: ["paper"] }],
    ["a ranking that leaves something out", "wishes", { wishes: ["手引", "窓口"] }],
    ["a ranking with something else", "wishes", { wishes: ["手引", "窓口", "講座"] }],
    ["more ranked than allowed", "top", { top: ["a", "b", "c"] }],
    ["null", "company", { company: null }],
    ["an empty text", "mail", { mail: "" }],
    ["an empty list", "told", { told: [], "told-Comment": undefined }],
    ["an empty matrix", "order", { order: {} }],
  ])("%s", (_, field, changes) => {
    expect(messageAt(field, changes)).toMatch(/。$/);
  });
});

describe("what SurveyJS rightly refuses is refused", () => {
  it.each([
    [
      "nothing where an answer is required",
      "company",
      { company: undefined },
      "この問に答えてください。",
    ],
    [
      "blanks where an answer is required",
      "company",
      { company: "　 " },
      "この問に答えてください。",
    ],
    [
      "nothing where a condition requires it",
      "reason",
      { staff: 200, reason: undefined },
      "この問に答えてください。",
    ],
    ["a row left out", "state", { state: { r1: "c1" } }, "「台帳」の行にも答えてください。"],
    [
      "a column twice where rows must differ",
      "order",
      { order: { r1: "c1", r2: "c1" } },
      "行ごとに別の答えを選んでください。",
    ],
    [
      "other without its text",
      "told",
      { "told-Comment": undefined },
      "「その他」の内容を書いてください。",
    ],
    [
      "a required cell of a panel",
      "subs",
      { subs: [{ trade: "電気" }] },
      "1件目の「insured」：この問に答えてください。",
    ],
    [
      "no panel where one is required",
      "subs",
      { subs: undefined },
      "1件目の「trade」：この問に答えてください。",
    ],
    [
      "the same key in two panels",
      "subs",
      {
        subs: [
          { trade: "電気", insured: false },
          { trade: "電気", insured: false },
        ],
      },
      "「trade」は1件ごとに別の答えにしてください。",
    ],
    [
      "a required item",
      "wages",
      { wages: { memo: "なし" } },
      "「最も低い時給」：この問に答えてください。",
    ],
    [
      "a required item of nothing",
      "wages",
      { wages: undefined },
      "「最も低い時給」：この問に答えてください。",
    ],
    [
      "an address that is none",
      "mail",
      { mail: "example.jp" },
      "メールアドレスを正しく入力してください。",
    ],
  ])("%s", (_, field, changes, message) => {
    expect(messageAt(field, changes)).toBe(message);
  });

  it("but a disabled question need not be answered and may keep its answer", () => {
    expect(messageAt("note", { ready: "ng", note: undefined })).toBeUndefined();
    expect(messageAt("note", { ready: "ng" })).toBeUndefined();
    expect(messageAt("note", { ready: "ok", note: undefined })).toBe("この問に答えてください。");
  });
});

describe("validators", () => {
  const checkOne = (question: object, value: unknown) => {
    const questionnaire = questionnaireOf({
      elements: [
        { name: "q1", ...question },
        { type: "text", name: "q2", inputType: "number" },
      ],
    });
    const checked = compileQuestionnaire(questionnaire)({ q1: value, q2: 3 });
    return checked.ok ? "" : checked.problems[0]?.message;
  };

  it("speak with the author's words, or with ours", () => {
    const postal = { type: "regex", regex: "^\\d{7}$", text: "郵便番号を7桁で入力してください。" };
    expect(checkOne({ type: "text", validators: [postal] }, "518-00")).toBe(postal.text);
    expect(checkOne({ type: "text", validators: [postal] }, "5180000")).toBe("");
    const short = { type: "text", minLength: 3, maxLength: 5, allowDigits: false };
    expect(checkOne({ type: "comment", validators: [short] }, "ああ")).toBe(
      "3字以上で入力してください。",
    );
    expect(checkOne({ type: "comment", validators: [short] }, "あああああい")).toBe(
      "5字までにしてください。",
    );
    expect(checkOne({ type: "comment", validators: [short] }, "ああ12")).toBe(
      "数字を入れないでください。",
    );
    const count = { type: "answercount", minCount: 2 };
    expect(checkOne({ type: "checkbox", choices: [1, 2, 3], validators: [count] }, [1])).toBe(
      "2つ以上選んでください。",
    );
    const sum = {
      type: "expression",
      expression: "{q1} <= {q2}",
      text: "問2より小さくしてください。",
    };
    expect(checkOne({ type: "text", inputType: "number", validators: [sum] }, 4)).toBe(sum.text);
    expect(checkOne({ type: "text", inputType: "number", validators: [sum] }, 3)).toBe("");
    const hint = { type: "numeric", maxValue: 1, notificationType: "warning" };
    expect(checkOne({ type: "text", inputType: "number", validators: [hint] }, 3)).toBe("");
  });
});

describe("anything at all", () => {
  it("is judged without a throw, and hardly ever accepted", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => {
        expect(check(value).ok).toBe(false);
        expect(check({ ...complete, staff: value }).ok).toBe(
          typeof value === "number" && Number.isInteger(value) && value >= 4 && value <= 5000,
        );
      }),
    );
  });

  it("deep or wide, is refused quickly", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`);
    expect(check(deep).ok).toBe(false);
    expect(check({ ...complete, raised: deep, told: Array(200_000).fill("paper") }).ok).toBe(false);
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1]));
    const checked = check(wide);
    expect(checked.ok ? 0 : checked.problems.length).toBeLessThan(60);
  });
});

describe("mutations of answers to the sample", () => {
  const questionnaire = sampleQuestionnaire();
  const checkSample = compileQuestionnaire(questionnaire);
  const answers = simulateAnswers(questionnaire, sampleFirms(), 7, 0.3, sampleLeanings()).map(
    (simulated) => simulated.answers,
  );
  const names = Object.keys(Object.assign({}, ...answers));

  it("never offered by the questionnaire are refused at their question", () => {
    const values = fc.constantFrom<unknown>(
      null,
      "",
      [],
      {},
      "a99",
      ["a1", "a1"],
      ["a99"],
      { r1: "c99" },
      { r9: "c1" },
      1e9,
      -1,
      "1",
      "あ".repeat(5000),
      ["none", "a1"],
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.constantFrom(...names),
        values,
        (original, name, value) => {
          fc.pre(!(name === "q24" && (value === "1" || value === "a99")));
          fc.pre(!(name.endsWith("-Comment") && typeof value === "string"));
          const checked = checkSample({ ...original, [name]: value });
          expect(checked.ok).toBe(false);
          const field = name.replace(/-Comment$/, "");
          expect(checked.ok ? [] : checked.problems.map((problem) => problem.field)).toContain(
            field,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("that drop a required answer are refused, others accepted", () => {
    const required = new Set(
      questionnaire.pages.flatMap(({ questions }) =>
        questions
          .filter(
            (question) =>
              question.required || (question.type === "matrix" && question.eachRowRequired),
          )
          .map(({ name }) => name),
      ),
    );
    for (const original of answers.slice(0, 40)) {
      for (const name of Object.keys(original)) {
        const { [name]: dropped, ...rest } = original;
        const leansOnOther = name.endsWith("-Comment") || `${name}-Comment` in original;
        expect(checkSample(rest).ok, `${name} ${JSON.stringify(dropped)}`).toBe(
          !required.has(name) && !leansOnOther,
        );
      }
    }
  });
});

describe("settling", () => {
  it("takes away a whole chain of hidden answers", () => {
    const questionnaire = questionnaireOf({
      elements: [
        { type: "radiogroup", name: "a", choices: [1, 2] },
        {
          type: "radiogroup",
          name: "b",
          visibleIf: "{a} = 1",
          choices: [1, 2],
          showOtherItem: true,
        },
        { type: "text", name: "c", visibleIf: "{b} notempty" },
        { type: "text", name: "d", visibleIf: "{c} notempty" },
      ],
    });
    const settle = compileSettling(questionnaire);
    expect(settle({ a: 2, b: "other", "b-Comment": "x", c: "x", d: "y" })).toEqual({ a: 2 });
    const kept = { a: 1, b: 1, c: "x", d: "y" };
    expect(settle(kept)).toBe(kept);
    expect(compileQuestionnaire(questionnaire)(kept).ok).toBe(true);
  });
});
