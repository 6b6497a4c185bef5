import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers, SurveyMode } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import {
  type Clerk,
  closeSurvey,
  newEdition,
  newestRelease,
  releaseResults,
} from "#db/queries/surveys/index.ts";
import { responses } from "#db/schema/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

const yesNo = (name: string) => ({
  type: "radiogroup",
  name,
  title: `${name}はどうですか。`,
  choices: ["はい", "いいえ"],
});
const asking = (...names: string[]) => ({
  title: "調査",
  pages: [{ name: "p1", title: "問", elements: names.map(yesNo) }],
});

/** Answers to "kept" and "gone", then, after a correction, to "kept" and "added"; closed and released. */
async function released(
  slug: string,
  mode: SurveyMode,
  first: readonly Answers[],
  second: readonly Answers[],
) {
  const { db } = database;
  const firms = first.length + second.length + 3;
  const definition = asking("kept", "gone");
  const { surveyId } = await makeSurvey(db, slug, () => randomUUID(), { firms, mode, definition });
  await answerInTurn(db, surveyId, first);
  const source = JSON.stringify(asking("kept", "added"));
  const edition = { surveyId, follows: 1, questionnaire: questionnaireOf(source), source };
  expect(await newEdition(db, clerk, { ...edition, reason: "問の差し替え" })).toMatchObject({
    stored: true,
  });
  await answerInTurn(db, surveyId, second, { edition: 2, from: first.length });
  await closeSurvey(db, clerk, surveyId);
  expect(await releaseResults(db, clerk, surveyId, "確報")).toMatchObject({ released: true });
  const release = await newestRelease(db, anyone, surveyId);
  const of = (name: string) => {
    const [variable] =
      release?.published.questions.find((one) => one.name === name)?.variables ?? [];
    return variable && [variable.n, variable.noAnswer, variable.notApplicable];
  };
  return { surveyId, of };
}

const times = (count: number, answers: Answers) => Array.from({ length: count }, () => answers);
const early = [
  ...times(6, { kept: "はい", gone: "はい" }),
  ...times(6, { kept: "いいえ", gone: "いいえ" }),
];
const late = [
  ...times(6, { kept: "はい", added: "はい" }),
  ...times(6, { kept: "いいえ", added: "いいえ" }),
  ...times(4, { kept: "はい" }),
];

describe.each(["named", "anonymous"] as const)("a question of a corrected %s survey", (mode) => {
  it("is not shown to who answered before it was added; one that went has no table", async () => {
    const { surveyId, of } = await released(`teisei-${mode}`, mode, early, late);
    expect(of("kept")).toEqual([28, 0, 0]);
    expect(of("added")).toEqual([12, 4, 12]);
    expect(of("gone")).toBeUndefined();
    // What was answered to it stays with the raw answers.
    const rows = await database.db
      .select({ answers: responses.answers, edition: responses.edition })
      .from(responses)
      .where(eq(responses.surveyId, surveyId));
    expect(rows.filter(({ answers }) => "gone" in answers)).toHaveLength(12);
    // Which edition an anonymous answer was given under is forgotten at the close.
    const editions = new Set(rows.map(({ edition }) => edition));
    expect([...editions].sort()).toEqual(mode === "named" ? [1, 2] : [2]);
  });
});

describe("of fewer answers than the threshold before the correction", () => {
  const few = early.slice(5, 7);

  it("an anonymous survey does not tell: they are among those who left the question out", async () => {
    const { of } = await released("sukunai-mumei", "anonymous", few, late);
    expect(of("kept")).toEqual([18, 0, 0]);
    expect(of("added")).toEqual([12, 6, 0]);
  });
});
