import { describe, expect, it } from "vitest";
import { slotsOf } from "#app/domain/survey/counting/counts.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import type { Answers, Questionnaire } from "#app/domain/survey/index.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { questionnaireOf } from "../sample.ts";

const asking = (elements: object[]) =>
  questionnaireOf({ title: "調査", pages: [{ name: "p1", title: "問", elements }] });
const yesNo = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: `${name}はどうですか。`,
  choices: ["はい", "いいえ"],
  ...more,
});
const matrix = (rows: string[]) => ({
  type: "matrix",
  name: "m",
  title: "状況",
  rows,
  columns: ["済み", "まだ"],
});
const ranking = (choices: string[]) => ({
  type: "ranking",
  name: "r",
  title: "順位",
  choices,
  selectToRankEnabled: true,
});
const fields = (names: string[]) => ({
  type: "multipletext",
  name: "f",
  title: "欄",
  items: names.map((name) => ({ name, title: name })),
});
const panel = (names: string[]) => ({
  type: "paneldynamic",
  name: "p",
  title: "下請",
  templateElements: names.map((name) => yesNo(name)),
});

/** Answers given under each edition, the first first, counted by the last. */
function count(given: [Questionnaire, Answers[]][]) {
  const [newest, ...earlier] = given.map(([edition]) => edition).toReversed();
  if (!newest) throw new Error("no edition");
  const same = { sector: "工事", size: "小", region: "市内", grade: "A", tier: "下請" };
  const counts = countAnswers(
    withEarlierChoices(newest, earlier),
    given.flatMap(([givenUnder, all]) =>
      all.map((answers) => ({ answers, strata: same, givenUnder })),
    ),
  );
  /** n, 無回答, 非該当 of a variable, of firms or of a panel's entries. */
  return (id: string, tables = counts as Pick<typeof counts, "variables" | "byCombination">) => {
    const at = tables.variables.findIndex((variable) => variable.id === id);
    const variable = tables.variables[at];
    if (!variable) return undefined;
    const slots = slotsOf(variable);
    const [n = 0, noAnswer = 0, notApplicable = 0] = [1, 3, 2].map(
      (back) => tables.byCombination[at]?.[slots - back],
    );
    return { n, noAnswer, notApplicable, panels: counts.panels };
  };
}

const states = (n: number, noAnswer: number, notApplicable: number) => ({
  n,
  noAnswer,
  notApplicable,
});

describe("what an edition did not ask", () => {
  it("counts as not shown, and what it asked and nobody answered as 無回答", () => {
    const of = count([
      [asking([yesNo("a")]), [{ a: "はい" }, { a: "いいえ" }, {}]],
      [asking([yesNo("a"), yesNo("b")]), [{ a: "はい", b: "はい" }, {}]],
    ]);
    expect(of("a")).toMatchObject(states(3, 2, 0));
    expect(of("b")).toMatchObject(states(1, 1, 3));
  });

  it("stays not shown whatever the condition of an added question says", () => {
    const onA = { visibleIf: "{a} = 'はい'" };
    const of = count([
      [asking([yesNo("a")]), [{ a: "はい" }, { a: "いいえ" }]],
      [asking([yesNo("a"), yesNo("b", onA)]), [{ a: "はい" }, { a: "いいえ" }]],
    ]);
    expect(of("b")).toMatchObject(states(0, 1, 3));
  });

  it("is told apart by rows, items and fields, of which some went as well", () => {
    const of = count([
      [
        asking([matrix(["r1", "r2"]), ranking(["x", "y"]), fields(["f1", "f2"]), panel(["i"])]),
        [
          { m: { r1: "済み", r2: "まだ" }, r: ["y"], f: { f2: "あ" }, p: [{ i: "はい" }, {}] },
          { m: { r1: "済み" } },
        ],
      ],
      [
        asking([
          matrix(["r1", "r3"]),
          ranking(["x", "z"]),
          fields(["f1", "f3"]),
          panel(["i", "j"]),
        ]),
        [{ m: { r1: "済み", r3: "まだ" }, r: ["z"], f: { f3: "い" }, p: [{ i: "はい" }] }, {}],
      ],
    ]);
    expect(of("m/r1")).toMatchObject(states(3, 1, 0));
    expect(of("m/r2")).toMatchObject(states(1, 1, 2));
    expect(of("m/r3")).toMatchObject(states(1, 1, 2));
    expect(of("r/x")).toMatchObject(states(2, 2, 0));
    expect(of("r/y")).toMatchObject(states(1, 1, 2));
    expect(of("r/z")).toMatchObject(states(1, 1, 2));
    expect(of("f/f1")).toMatchObject(states(0, 4, 0));
    expect(of("f/f3")).toMatchObject(states(1, 1, 2));
    // A field that went has no table, nor has a question.
    expect(of("f/f2")).toBeUndefined();
    const entries = of("m/r1")?.panels.p;
    expect(of("p/i", entries)).toMatchObject(states(2, 1, 0));
    expect(of("p/j", entries)).toMatchObject(states(0, 1, 2));
  });

  it("has no table once a question went, and none of its old answers where its name comes back", () => {
    const gone = count([
      [asking([yesNo("a"), yesNo("b")]), [{ a: "はい", b: "はい" }]],
      [asking([yesNo("a")]), [{ a: "いいえ" }]],
    ]);
    expect(gone("a")).toMatchObject(states(2, 0, 0));
    expect(gone("b")).toBeUndefined();
    const number = { type: "text", inputType: "number", name: "b", title: "何人ですか。" };
    const back = count([
      [asking([yesNo("a"), yesNo("b")]), [{ a: "はい", b: "はい" }]],
      [asking([yesNo("a")]), [{ a: "いいえ" }]],
      [asking([yesNo("a"), number]), [{ a: "いいえ", b: 4 }, {}]],
    ]);
    expect(back("b")).toMatchObject(states(1, 1, 2));
  });
});
