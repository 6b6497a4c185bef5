import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { publishedTexts, textHash, textKey } from "#app/domain/survey/free-text/index.ts";
import { type Answers, responseRate, type Strata } from "#app/domain/survey/index.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { makeRelease } from "#app/domain/survey/release/make-release.ts";
import { smallQuestionnaire } from "#tests/support/sample-survey.ts";

const questionnaire = smallQuestionnaire();
const solver = await loadSolver();
const strata: Strata = {
  sector: "工事",
  size: "小",
  region: "市内",
  grade: "なし",
  tier: "元請",
};
const wish = "書類を減らしてください。";

/** A release of answers of which so many wrote a wish, and the rest none. */
function textsOf(written: number, silent: number) {
  const answer = (text?: string): Answers => ({ raised: "yes", ...(text ? { wishes: text } : {}) });
  const given = [
    ...Array.from({ length: written }, () => answer(wish)),
    ...Array.from({ length: silent }, () => answer()),
  ];
  const decisions = new Map([
    [textHash(textKey(wish)), { verdict: "publish" as const, wording: wish }],
  ]);
  const made = makeRelease(
    {
      survey: { slug: "s", mode: "anonymous", threshold: 3, edition: 1, questionnaire },
      ...{ number: 1, label: "確報", cutOff: "2026-09-18", earlier: [] },
      counts: countAnswers(
        questionnaire,
        given.map((answers) => ({ answers, strata })),
      ),
      roster: [{ strata, firms: given.length }],
      responseRate: responseRate(given.map(() => ({ strata, disposition: "complete" }))),
      texts: {
        wishes: publishedTexts(
          given.map(({ wishes }) => (typeof wishes === "string" ? [wishes] : [])),
          decisions,
          3,
        ),
      },
    },
    solver,
  );
  if (!made.made) throw new Error(made.message);
  const question = made.release.questions.find(({ name }) => name === "wishes");
  return { n: question?.variables[0]?.n, texts: question?.texts };
}

describe("the texts of a release", () => {
  it("tell how many firms wrote them where the tables tell it, too", () => {
    const { n, texts } = textsOf(20, 10);
    expect(n).toBe(20);
    expect(texts).toEqual({
      written: 20,
      published: [{ text: wish, firms: 20 }],
      keywords: [{ word: "書類", firms: 20 }],
    });
  });

  it("are not shown where the tables hide how many wrote", () => {
    const { n, texts } = textsOf(2, 28);
    expect(n).toBeNull();
    expect(texts).toEqual({ written: null, published: [], keywords: [] });
  });
});
