import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { textHash, textKey } from "#app/domain/survey/free-text/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import {
  type Clerk,
  closeSurvey,
  decideTexts,
  newestRelease,
  previewRelease,
  releaseResults,
} from "#db/queries/surveys/index.ts";
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

const papers = "書類を減らしてください。";
const wages = "賃金台帳の様式を示してください。";

it("a later release shows no text that tells with an earlier one who else wrote", async () => {
  const { db } = database;
  const { surveyId: id } = await makeSurvey(db, "bunsho", () => randomUUID(), { firms: 60 });
  const writing = [...Array(37).fill(papers), wages, wages, "分かりません。"];
  const silent = Array.from({ length: 10 }, () => ({ raised: "yes" }));
  await answerInTurn(db, id, [...writing.map((wishes) => ({ raised: "yes", wishes })), ...silent]);
  await closeSurvey(db, clerk, id);
  const publish = (wording: string) =>
    decideTexts(
      db,
      clerk,
      { id, title: "調査" },
      { name: "wishes", number: 4 },
      [textHash(textKey(wording))],
      { verdict: "publish", wording },
    );
  const textsOf = async () => {
    const release = await newestRelease(db, anyone, id);
    const question = release?.published.questions.find(({ name }) => name === "wishes");
    return question?.texts;
  };
  await publish(papers);
  expect(await releaseResults(db, clerk, id, "速報")).toMatchObject({ released: true });
  expect(await textsOf()).toMatchObject({ written: 40, published: [{ text: papers, firms: 37 }] });
  // Of the three others at most two wrote it, which 40 - 37 would tell.
  await publish(wages);
  // The clerk is told that of two decided one will not stand in it.
  expect(await previewRelease(db, clerk, id, "確報")).toMatchObject({
    decidedTexts: { wishes: 2 },
  });
  expect(await releaseResults(db, clerk, id, "確報")).toMatchObject({ released: true });
  const { published, keywords } = (await textsOf()) ?? {};
  expect(published).toEqual([{ text: papers, firms: 37 }]);
  expect(keywords).toEqual([{ word: "書類", firms: 37 }]);
});
