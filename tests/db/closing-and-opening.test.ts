import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import {
  closeSurvey,
  invitationByCode,
  keepCalendar,
  openSurvey,
  receiveAnswers,
} from "#db/queries/surveys/index.ts";
import { surveyProgress, surveys } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const hashCode = (code: string) => `hash of ${code}`;
const noon = new Date("2026-06-01T12:00:00+09:00");

/** The file that PostgreSQL keeps the answers in: another one after they were written anew. */
async function fileOfResponses(): Promise<unknown> {
  const [row] = await database.sql`select pg_relation_filepath('responses') as file`;
  return row?.file;
}

async function isWipeDue(surveyId: string): Promise<boolean | undefined> {
  const [row] = await database.db
    .select({ due: surveyProgress.wipeDue })
    .from(surveyProgress)
    .where(eq(surveyProgress.surveyId, surveyId));
  return row?.due;
}

describe("closing a survey", () => {
  it("writes the tables anew at once, and not again at every look at the calendar", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "sugu", hashCode);
    const before = await fileOfResponses();
    await closeSurvey(db, anyone, surveyId);
    const after = await fileOfResponses();
    expect(after).not.toBe(before);
    expect(await isWipeDue(surveyId)).toBe(false);
    await keepCalendar(db, noon);
    expect(await fileOfResponses()).toBe(after);
  });

  it("leaves that to the calendar when the server dies between the two", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "ato", hashCode);
    const invitation = await invitationByCode(db, [hashCode(codes[0] ?? "")]);
    const sent = { edition: 1, answers: raised, receiptNumber: randomUUID() };
    await receiveAnswers(db, { invitationId: invitation?.id ?? "", surveyId, ...sent });
    // Within a transaction tables cannot be written anew: it ends where a crash would.
    await db.transaction((tx) => closeSurvey(tx, anyone, surveyId));
    const before = await fileOfResponses();
    expect(await isWipeDue(surveyId)).toBe(true);
    await keepCalendar(db, noon);
    expect(await fileOfResponses()).not.toBe(before);
    expect(await isWipeDue(surveyId)).toBe(false);
  });
});

describe("opening a survey", () => {
  it("is refused to an anonymous one of fewer firms than its threshold", async () => {
    const { db } = database;
    const few = await makeSurvey(db, "sukunai", hashCode, { firms: 2, open: false });
    expect(await openSurvey(db, anyone, few.surveyId)).toBe("too-few-firms");
    const enough = await makeSurvey(db, "tariru", hashCode, { firms: 3, open: false });
    expect(await openSurvey(db, anyone, enough.surveyId)).toBe("opened");
    await db.update(surveys).set({ mode: "named" }).where(eq(surveys.id, few.surveyId));
    expect(await openSurvey(db, anyone, few.surveyId)).toBe("opened");
  });
});
