import { expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { responseRate, type Strata } from "#app/domain/survey/index.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { makeRelease } from "#app/domain/survey/release/make-release.ts";
import { questionnaireOf } from "../sample.ts";

const solver = await loadSolver();
const strata: Strata = { sector: "工事", size: "小", region: "市内", grade: "A", tier: "元請" };
const asking = (...names: string[]) =>
  questionnaireOf({
    title: "調査",
    pages: [
      {
        name: "p1",
        title: "問",
        elements: names.map((name) => ({
          type: "radiogroup",
          name,
          title: `${name}はどうですか。`,
          choices: ["はい", "いいえ"],
        })),
      },
    ],
  });
const before = asking("kept");
const after = asking("kept", "x", "y");
const times = (count: number, answers: Record<string, string>, givenUnder = after) =>
  Array.from({ length: count }, () => ({
    answers: { kept: "はい", ...answers },
    strata,
    givenUnder,
  }));

/** How a question is counted where as many firms answered the two that were added as given. */
function released(answered: { x: number; y: number }) {
  const late = Array.from({ length: 20 }, (_, at) =>
    times(1, {
      ...(at < answered.x && { x: "はい" }),
      ...(at >= 20 - answered.y && { y: "はい" }),
    }),
  ).flat();
  const given = [...times(14, {}, before), ...late];
  const made = makeRelease(
    {
      survey: { slug: "s", mode: "named", threshold: 3, edition: 2, questionnaire: after },
      ...{ number: 1, label: "確報", cutOff: "2026-09-18", earlier: [] },
      counts: countAnswers(after, given),
      roster: [{ strata, firms: given.length }],
      responseRate: responseRate(given.map(() => ({ strata, disposition: "complete" }))),
    },
    solver,
  );
  if (!made.made) throw new Error(made.message);
  return (name: string) => made.release.questions.find((one) => one.name === name)?.variables[0];
}

it("two questions that came together were not shown to the same firms: one tells of the other", () => {
  for (const x of [1, 2]) {
    const of = released({ x, y: 12 });
    expect(of("y")).toMatchObject({ n: 12 });
    expect(of("x")?.n).toBeNull();
    // 34 - 無回答 - 非該当 would be the hidden number, wherever its 非該当 stands.
    const notShown = of("x")?.notApplicable ?? of("y")?.notApplicable;
    expect([of("x")?.noAnswer, notShown]).toContain(null);
  }
});
