import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEditions } from "#app/domain/survey/editions/index.ts";
import { compileQuestionnaire, simulateAnswers } from "#app/domain/survey/index.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { everyType } from "../every-type.ts";
import { questionnaireOf, sampleFirms } from "../sample.ts";

const q1 = {
  type: "radiogroup",
  name: "q1",
  title: "昨年度、賃金を引き上げましたか。",
  choices: [
    { value: "a1", text: "引き上げた" },
    { value: "a2", text: "引き上げていない" },
  ],
};
const q2 = { type: "text", name: "q2", title: "従業員は何人ですか。", inputType: "number", min: 0 };

function effectsOf(before: unknown[], after: unknown[]) {
  return compareEditions(
    questionnaireOf({ title: "調査", elements: before }),
    questionnaireOf({ title: "調査", elements: after }),
  );
}

/** The only change of q1 between the editions. */
function changeOf(change: Record<string, unknown>) {
  const { changes } = effectsOf([q1, q2], [{ ...q1, ...change }, q2]);
  expect(changes).toHaveLength(1);
  return changes[0];
}

describe("comparing two editions", () => {
  it("finds nothing in the same questionnaire", () => {
    for (const definition of [everyType, fortyQuestions]) {
      const { changes, refused } = compareEditions(
        questionnaireOf(definition),
        questionnaireOf(structuredClone(definition)),
      );
      expect([changes, refused]).toEqual([[], false]);
    }
  });

  it("refuses what would change the meaning of answers given", () => {
    const another = [
      { value: "a1", text: "引き上げていない" },
      { value: "a2", text: "引き上げた" },
    ];
    expect(changeOf({ type: "dropdown" })).toMatchObject({
      severity: "refused",
      what: expect.stringContaining("新しい名前の問にしてください"),
    });
    expect(effectsOf([q1], [{ ...q1, choices: another }])).toMatchObject({ refused: true });
    expect(
      changeOf({ choices: [{ value: "a1", text: "分からない" }, q1.choices[1]] }),
    ).toMatchObject({
      severity: "refused",
      what: expect.stringContaining("値を新しくしてください"),
    });
    expect(changeOf({ title: "休憩室はありますか。" })).toMatchObject({ severity: "refused" });
    const renamed = effectsOf([q1, q2], [{ ...q1, name: "q1b" }, q2]);
    expect(renamed.refused).toBe(true);
    expect(renamed.changes[0]?.what).toContain("名前を「q1」に戻してください");
    const boolean = { type: "boolean", name: "q1", title: "届出をしましたか。" };
    expect(effectsOf([boolean], [{ ...boolean, valueTrue: "yes", valueFalse: "no" }]).refused).toBe(
      true,
    );
  });

  it("tells what becomes of answers, tables and drafts", () => {
    expect(changeOf({ choices: q1.choices.slice(0, 1) })).toMatchObject({
      severity: "careful",
      what: "問1（q1）の選択肢「引き上げていない」がなくなります。",
      given: expect.stringContaining("変えずに残します"),
      tables: expect.stringContaining("なくなった選択肢"),
      drafts: true,
    });
    expect(changeOf({ choices: [...q1.choices, { value: "a3", text: "検討中" }] })).toMatchObject({
      severity: "careful",
      given: null,
      tables: expect.stringContaining("選べませんでした"),
      drafts: false,
    });
    expect(changeOf({ isRequired: true })).toMatchObject({ severity: "careful", drafts: true });
    expect(changeOf({ description: "役員は除きます。" })).toMatchObject({ severity: "light" });
    expect(changeOf({ title: "昨年度に、賃金を引き上げましたか。" })).toMatchObject({
      severity: "careful",
      given: null,
    });
    expect(effectsOf([q1, q2], [q1, { ...q2, min: 1 }]).changes[0]).toMatchObject({
      severity: "careful",
      what: "問2（q2）の「min」が0から1に変わります。",
      drafts: true,
    });
    expect(effectsOf([q1, q2], [q1, { ...q2, min: -1 }]).changes[0]).toMatchObject({
      severity: "light",
    });
    expect(effectsOf([q1, q2], [q1, { ...q2, visibleIf: "{q1} = 'a1'" }]).changes[0]).toMatchObject(
      {
        what: "問2（q2）の表示する条件が変わります。",
        drafts: true,
      },
    );
    expect(effectsOf([q1, q2], [q1]).changes[0]?.what).toBe("問2（q2）がなくなります。");
    const [added] = effectsOf([q1], [q1, q2]).changes;
    expect(added?.what).toContain("が加わります");
    expect(added?.tables).toContain(
      "前の版で答えた人には、この問を示していません。表では非該当に数えます",
    );
    expect(effectsOf([q1, q2], [q1]).changes[0]).toMatchObject({
      given: "この問への回答は変えずに残しますが、集計の表には出ません。",
      tables: "この問の表はなくなります。",
    });
    expect(effectsOf([q1, q2], [q2, q1]).changes).toMatchObject([
      { severity: "light", what: "問の順が変わります。問の番号も変わります。" },
    ]);
  });

  it("looks into panels, rows and items", () => {
    const panel = (trade: object) => ({
      type: "paneldynamic",
      name: "subs",
      title: "下請",
      templateElements: [{ type: "text", name: "trade", title: "工種", ...trade }],
    });
    expect(effectsOf([panel({})], [panel({ isRequired: true })]).changes).toMatchObject([
      { question: "subs", what: "問1（subs）の「工種」の欄が必須になります。", drafts: true },
    ]);
    expect(effectsOf([panel({})], [panel({ inputType: "number" })]).refused).toBe(true);
    const matrix = (rows: string[]) => ({
      type: "matrix",
      name: "m",
      title: "状況",
      rows,
      columns: ["c1"],
    });
    expect(effectsOf([matrix(["周知", "台帳"])], [matrix(["周知"])]).changes[0]?.what).toContain(
      "行「台帳」がなくなります",
    );
    expect(effectsOf([matrix(["周知"])], [matrix(["周知", "台帳"])]).changes[0]?.tables).toContain(
      "前の版で答えた人には、この行を示していません。表では非該当に数えます",
    );
  });
});

describe("a change that touches no answer given", () => {
  /** One random change of a definition of forty questions. */
  const edits = fc.record({
    at: fc.nat(39),
    edit: fc.constantFrom<Record<string, unknown>>(
      { isRequired: true },
      { isRequired: false },
      { description: "説明" },
      { maxLength: 10 },
      { maxLength: 5000 },
      { min: 3 },
      { min: null },
      { max: 100 },
      { step: 7 },
      { maxSelectedChoices: 1 },
      { minSelectedChoices: 2 },
      { maxPanelCount: 1 },
      { eachRowUnique: true },
      { visibleIf: "{q1} notempty" },
      { visibleIf: "{q31} = 'a4'" },
      { requiredIf: "{q4} > 2" },
      { choices: ["a1|選択肢1", "a2|選択肢2"] },
      { rows: ["a1|選択肢1"] },
      { showOtherItem: false },
      { showCommentArea: false },
      { keyName: null },
      { inputType: "email" },
      { choices: ["a1", "a2", "a3", "a4", "a5", "a6", "a7"].map((a, i) => `${a}|選択肢${i + 1}`) },
      { rows: ["a1", "a2", "a3", "a4", "a5", "a6", "a7"].map((a, i) => `${a}|選択肢${i + 1}`) },
      { eachRowRequired: true },
      {
        items: [
          { name: "lowest", inputType: "number" },
          { name: "more", isRequired: true },
        ],
      },
      { validators: [{ type: "expression", expression: "{q4} > 900" }] },
    ),
  });

  it("is never called so while an answer accepted before is refused after it", () => {
    const before = questionnaireOf(fortyQuestions);
    const given = simulateAnswers(before, sampleFirms(), 9, 0.1).map(({ answers }) => ({
      ...answers,
      "q28-Comment": "別紙あり",
    }));
    const accepts = compileQuestionnaire(before);
    expect(given.every((answers) => accepts(answers).ok)).toBe(true);
    fc.assert(
      fc.property(edits, ({ at, edit }) => {
        const definition = structuredClone(fortyQuestions);
        const page = definition.pages[Math.floor(at / 10)];
        const element = page?.elements[at % 10];
        if (!element) throw new Error("no question");
        Object.assign(element, edit);
        let after: ReturnType<typeof questionnaireOf>;
        try {
          after = questionnaireOf(definition);
        } catch {
          return; // not a definition that could become an edition
        }
        const effects = compareEditions(before, after);
        const check = compileQuestionnaire(after);
        const outside = given.some((answers) => !check(answers).ok);
        if (outside) expect(effects.draftsAffected || effects.refused).toBe(true);
        if (outside) expect(effects.givenAffected || effects.refused).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
