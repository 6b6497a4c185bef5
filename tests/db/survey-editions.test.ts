import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import {
  type Clerk,
  closeSurvey,
  currentSource,
  findRelease,
  listEditions,
  newEdition,
  receiveAnswers,
  releaseResults,
} from "#db/queries/surveys/index.ts";
import { invitations, responses, surveyEditions, surveys } from "#db/schema/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, smallDefinition } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

/** The small definition with other choices of its second question. */
function withReasons(choices: { value: string; text: string }[]): string {
  const [page] = smallDefinition.pages;
  const [first, second, ...rest] = page?.elements ?? [];
  const elements = [first, { ...second, choices }, ...rest];
  return JSON.stringify({ ...smallDefinition, pages: [{ ...page, elements }] }, null, 3);
}

const costs = { value: "costs", text: "材料費が上がった" };
const orders = { value: "orders", text: "受注が減った" };
const people = { value: "people", text: "人手が足りない" };

describe("a new edition", () => {
  it("takes the place of the questionnaire, leaves answers as they are, and all are counted", async () => {
    const { db } = database;
    const { surveyId, slug } = await makeSurvey(db, "shinpan", (code) => code);
    const live = await db
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    const [first = "", second = "", third = ""] = live.map(({ id }) => id);
    const answer = (invitationId: string, edition: number, reasons: string[]) => {
      const receiptNumber = `R-${invitationId.slice(0, 8)}`;
      const answers = { raised: "no", reasons };
      return receiveAnswers(db, { invitationId, surveyId, edition, answers, receiptNumber });
    };
    expect(await answer(first, 1, ["orders"])).toMatchObject({ received: true });
    // Of an edition that is not there yet none is taken, nor anything remembered.
    expect(await answer(second, 2, ["people"])).toMatchObject({
      refusal: { why: "edition-changed" },
    });

    const source = withReasons([costs, people]);
    const questionnaire = questionnaireOf(source);
    const entry = { surveyId, questionnaire, source, reason: "選択肢の訂正" };
    const stored = await newEdition(db, clerk, { ...entry, follows: 1 });
    expect(stored).toEqual({ stored: true, number: 2 });
    expect(await currentSource(db, clerk, slug)).toBe(source);
    expect(await currentSource(db, anyone, slug)).toBeUndefined();
    expect(await listEditions(db, anyone, slug)).toMatchObject([
      { number: 1, reason: "" },
      { number: 2, reason: "選択肢の訂正" },
    ]);
    const [kept] = await db
      .select({ effects: surveyEditions.effects })
      .from(surveyEditions)
      .where(and(eq(surveyEditions.surveyId, surveyId), eq(surveyEditions.number, 2)));
    expect(kept?.effects).toMatchObject({
      changes: [
        { what: "問2（reasons）の選択肢「受注が減った」がなくなります。" },
        { what: "問2（reasons）に選択肢「人手が足りない」が加わります。" },
      ],
    });

    // Told of the edition before, or the same again, or another meaning: nothing is stored.
    const again = (follows: number, other = questionnaire) =>
      newEdition(db, clerk, { ...entry, questionnaire: other, follows });
    expect(await again(1)).toEqual({ stored: false, why: "changed-meanwhile" });
    expect(await again(2)).toEqual({ stored: false, why: "unchanged" });
    const swapped = questionnaireOf(withReasons([{ ...costs, text: people.text }, people]));
    expect(await again(2, swapped)).toMatchObject({ why: "refused", effects: { refused: true } });

    // An answer to the edition before is sent back; to the new one it is taken.
    expect(await answer(second, 1, ["orders"])).toMatchObject({
      refusal: { why: "edition-changed" },
    });
    expect(await answer(second, 2, ["people"])).toMatchObject({ received: true });
    expect(await answer(third, 2, ["people"])).toMatchObject({ received: true });
    const given = await db
      .select({ edition: responses.edition, answers: responses.answers })
      .from(responses)
      .where(eq(responses.surveyId, surveyId));
    expect(given).toHaveLength(3);
    expect(given).toContainEqual({ edition: 1, answers: { raised: "no", reasons: ["orders"] } });

    await closeSurvey(db, clerk, surveyId);
    await releaseResults(db, clerk, surveyId, "速報");
    const release = await findRelease(db, clerk, surveyId, 1);
    const question = release?.published.questions.find(({ name }) => name === "reasons");
    expect(question?.variables[0]?.rows.map(({ key, text }) => [key, text])).toEqual([
      ["costs", "材料費が上がった"],
      ["people", "人手が足りない"],
      ["other", "その他"],
      ["orders", "受注が減った（前の版の選択肢）"],
    ]);
    expect(await again(2)).toEqual({ stored: false, why: "not-open" });
  });

  it("is stored once when two clerks confirm at once", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "futari", (code) => code);
    const edition = (reason: string, choices: (typeof costs)[]) => {
      const source = withReasons(choices);
      const questionnaire = questionnaireOf(source);
      return newEdition(db, clerk, { surveyId, follows: 1, questionnaire, source, reason });
    };
    const outcomes = await Promise.all([
      edition("一人目", [costs, orders, people]),
      edition("二人目", [costs, orders, { value: "x", text: "分からない" }]),
    ]);
    expect(outcomes.map(({ stored }) => stored).sort()).toEqual([false, true]);
    const [survey] = await db.select().from(surveys).where(eq(surveys.id, surveyId));
    expect(survey?.edition).toBe(2);
  });
});
