import { describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/survey/index.ts";
import { compilePaperForm, differencesOf, settledKeying } from "#app/domain/survey/paper/index.ts";
import { smallQuestionnaire } from "#tests/support/sample-survey.ts";

const questionnaire = smallQuestionnaire();
const form = compilePaperForm(questionnaire);
const read = (fields: Record<string, string | string[]>) => {
  const posted = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) posted.append(name, each);
  }
  return form.read(posted);
};

describe("the form for keying a paper answer", () => {
  it("shows every question, also those that hang on another, with what they hang on", () => {
    const fields = form.pages({}).flatMap((page) => page.fields);
    expect(fields.map(({ name }) => name)).toEqual(["raised", "reasons", "employees", "wishes"]);
    const reasons = fields.find(({ name }) => name === "reasons");
    expect(reasons?.description).toBe("問1で「変えていない」を選んだときだけ答える問です。");
    expect(fields.every(({ required, enabled }) => !required && enabled)).toBe(true);
  });

  it("takes a paper with questions left empty, and remarks on the required one", () => {
    const { keyed, problems } = read({ "q.employees": "１２" });
    expect(problems).toEqual([]);
    expect(form.answer(keyed)).toMatchObject({
      answers: { employees: 12 },
      problems: [],
      remarks: [{ name: "raised" }],
    });
  });

  it("refuses what cannot be an answer, at its question", () => {
    const { problems } = read({ "q.raised": "maybe", "q.employees": "六人" });
    expect(problems.map(({ field }) => field)).toEqual(["raised", "employees"]);
    expect(read({ "q.employees": "6000" }).problems).toHaveLength(1);
    expect(read({ "q.wishes": "あ".repeat(201) }).problems).toHaveLength(1);
  });

  it("does not count an answer where none belongs, says so, and keeps it for comparing", () => {
    const { keyed } = read({ "q.raised": "yes", "q.reasons": ["costs"] });
    expect(keyed).toEqual({ raised: "yes", reasons: ["costs"] });
    const { answers, remarks } = form.answer(keyed);
    expect(answers).toEqual({ raised: "yes" });
    expect(remarks).toEqual([
      { name: "reasons", message: "答える対象でない問に答えがあります。この答えは数えません。" },
    ]);
  });

  it("remarks nothing on a paper that the web form could have sent", () => {
    const { keyed } = read({
      "q.raised": "no",
      "q.reasons": ["costs", "other"],
      "q.reasons.other": "先が見通せない",
    });
    const { answers, remarks } = form.answer(keyed);
    expect(remarks).toEqual([]);
    expect(answers).toEqual({
      raised: "no",
      reasons: ["costs", "other"],
      "reasons-Comment": "先が見通せない",
    });
  });
});

describe("two keyings of one paper", () => {
  const own: Answers = { raised: "yes", employees: 12, wishes: "書類を減らして　ください。" };
  const names = (other: Answers) =>
    differencesOf(questionnaire, own, other).map(({ name }) => name);

  it("agree when only spaces and the width of letters differ", () => {
    expect(names({ ...own, wishes: "書類を減らして ください。\n" })).toEqual([]);
  });

  it("differ question by question, also where one has nothing", () => {
    const other: Answers = { raised: "no", reasons: ["costs"], employees: 12 };
    expect(differencesOf(questionnaire, own, other)).toMatchObject([
      { name: "raised", number: 1, own: ["引き上げた"], other: ["変えていない"] },
      { name: "reasons", own: [], other: ["材料費が上がった"] },
      { name: "wishes", own: ["書類を減らして　ください。"], other: [] },
    ]);
    expect(names({ ...own, employees: 21 })).toEqual(["employees"]);
  });

  it("become one by choosing at every difference, and not before", () => {
    const other: Answers = { raised: "no", reasons: ["other"], "reasons-Comment": "その他" };
    const differences = differencesOf(questionnaire, own, other);
    const choose = (chosen: Record<string, "own" | "other">) =>
      settledKeying(differences, own, other, (name) => chosen[name]);
    expect(choose({ raised: "own" })).toBeUndefined();
    const chosen = {
      raised: "other",
      reasons: "other",
      employees: "own",
      wishes: "other",
    } as const;
    expect(choose(chosen)).toEqual({
      raised: "no",
      reasons: ["other"],
      "reasons-Comment": "その他",
      employees: 12,
    });
  });
});
