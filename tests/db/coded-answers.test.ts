import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import type { Answers, Questionnaire } from "#app/domain/survey/index.ts";
import type { RawAnswer } from "#app/domain/survey/raw-answer.ts";
import { anyone } from "#app/domain/viewer.ts";
import { listRecord } from "#db/queries/record.ts";
import { codedAnswers, placedAnswers } from "#db/queries/surveys/coded-answers.ts";
import { codingBy } from "#db/queries/surveys/codings.ts";
import { earlierQuestionnaires } from "#db/queries/surveys/editions.ts";
import {
  type Clerk,
  closeSurvey,
  newEdition,
  rawAnswers,
  receiveAnswers,
} from "#db/queries/surveys/index.ts";
import { invitations, responses, surveys } from "#db/schema/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, notRaised, raised, smallDefinition } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

/** Hands in answers, one a firm, under an edition; `from` says whose codes were used before. */
const answer = (surveyId: string, given: readonly Answers[], edition = 1, from = 0) =>
  answerInTurn(database.db, surveyId, given, { edition, from });

/** Puts another choice into the small questionnaire and drops one. */
async function correct(surveyId: string): Promise<void> {
  const source = JSON.stringify(smallDefinition)
    .replace('"orders"', '"people"')
    .replace("受注が減った", "人手が足りない");
  const questionnaire = questionnaireOf(source);
  const entry = { surveyId, follows: 1, questionnaire, source, reason: "訂正" };
  expect(await newEdition(database.db, clerk, entry)).toMatchObject({ stored: true });
}

async function storedOf(surveyId: string) {
  const { db } = database;
  const [survey] = await db.select().from(surveys).where(eq(surveys.id, surveyId));
  if (!survey) throw new Error("no survey");
  const earlier = await earlierQuestionnaires(db, surveyId);
  const questionnaire: Questionnaire = withEarlierChoices(survey.questionnaire, earlier);
  const rows = await db.select().from(responses).where(eq(responses.surveyId, surveyId));
  return { survey, coding: codingBy(questionnaire), rows };
}

const hex = (bytes: Uint8Array | null | undefined) => bytes && Buffer.from(bytes).toString("hex");

const orders: Answers = { raised: "no", reasons: ["orders"] };
const people: Answers = { raised: "no", reasons: ["people"] };

describe("the code of an answer", () => {
  it("is stored with it, and anew at an anonymous close for what an earlier edition took", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "fugo", () => randomUUID(), { firms: 8 });
    await answer(surveyId, [raised, notRaised, orders]);
    const open = await storedOf(surveyId);
    for (const { answers, coded, place } of open.rows) {
      expect(hex(coded)).toBe(hex(open.coding.code(answers)));
      expect(place).toBeNull();
    }
    await correct(surveyId);
    await answer(surveyId, [people, raised, people], 2, 3);
    await closeSurvey(db, clerk, surveyId);
    const closed = await storedOf(surveyId);
    expect(closed.coding.width).toBe(open.coding.width);
    expect(hex(closed.coding.code(orders))).not.toBe(hex(open.coding.code(orders)));
    expect(closed.rows).toHaveLength(6);
    for (const { answers, coded } of closed.rows) {
      expect(hex(coded)).toBe(hex(closed.coding.code(answers)));
    }
    expect(closed.rows.map(({ place }) => place).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("is made on the way where an earlier edition of a named survey, or none, has coded it", async () => {
    const { db, sql } = database;
    const options = { firms: 8, mode: "named" } as const;
    const { surveyId } = await makeSurvey(db, "fugo-kimei", () => randomUUID(), options);
    await answer(surveyId, [raised, notRaised, orders]);
    await correct(surveyId);
    await answer(surveyId, [people, raised], 2, 3);
    // As an answer is that was stored before there were codes.
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update responses set coded = null where survey_id = ${surveyId} and place = 4`;
    });
    expect(await placedAnswers(db, surveyId)).toBe(5);
    const { coding, rows } = await storedOf(surveyId);
    const range = { surveyId, edition: 2, codingOf: () => coding };
    const read: string[] = [];
    const pieces = [];
    for await (const piece of codedAnswers(db, { ...range, from: 0, to: 5 })) pieces.push(...piece);
    for (const { rows } of pieces) {
      for (let at = 0; at < rows.length; at += coding.width) {
        read.push(Buffer.from(rows.subarray(at, at + coding.width)).toString("hex"));
      }
    }
    expect(read.sort()).toEqual(rows.map(({ answers }) => hex(coding.code(answers))).sort());
    await expect(async () => {
      for await (const _ of codedAnswers(db, { ...range, from: 3, to: 9 }));
    }).rejects.toThrow("6 answers to count, 2 found");
  });
});

describe("places", () => {
  it("number the answers of a named survey without gaps, also those handed in at once", async () => {
    const { db } = database;
    const options = { firms: 40, mode: "named" } as const;
    const { surveyId } = await makeSurvey(db, "bango", () => randomUUID(), options);
    const live = await db
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    await Promise.all(
      live.map(({ id: invitationId }) =>
        receiveAnswers(db, {
          invitationId,
          edition: 1,
          answers: raised,
          receiptNumber: randomUUID(),
        }),
      ),
    );
    const { rows } = await storedOf(surveyId);
    const places = rows.map(({ place }) => place ?? -1).sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: 40 }, (_, place) => place));
  });
});

describe("raw answers", () => {
  async function all(pieces: AsyncIterable<RawAnswer[]> | undefined): Promise<RawAnswer[]> {
    const read: RawAnswer[] = [];
    for await (const piece of pieces ?? []) read.push(...piece);
    return read;
  }

  it("are the secretariat's alone, after the close, and each time recorded", async () => {
    const { db } = database;
    const { surveyId, slug } = await makeSurvey(db, "kohyo", () => randomUUID(), { firms: 5 });
    await answer(surveyId, [raised, notRaised, orders]);
    expect(await rawAnswers(db, clerk, surveyId, "csv")).toBeUndefined();
    await closeSurvey(db, clerk, surveyId);
    const [before] = await listRecord(db, 1);
    const member = { kind: "member", accountId: randomUUID(), name: "委員A" } as const;
    for (const viewer of [anyone, member]) {
      expect(await rawAnswers(db, viewer, surveyId, "csv")).toBeUndefined();
    }
    expect(await listRecord(db, 1)).toEqual([before]);
    const read = await all(await rawAnswers(db, clerk, surveyId, "csv"));
    expect(read.map(({ place }) => place)).toEqual([0, 1, 2]);
    const given = read.map(({ answers }) => answers);
    expect(given).toEqual(expect.arrayContaining([raised, notRaised, orders]));
    for (const each of read)
      expect(each).toMatchObject({ firm: null, answeredAt: null, channel: null });
    const [entry] = await listRecord(db, 1);
    expect(entry).toMatchObject({
      action: "個票の取得",
      actorName: "事務局",
      detail: { slug, format: "csv", answers: 3 },
    });
  });

  it("of a named survey name the firm, and none is left out between the pieces", async () => {
    const { db, sql } = database;
    const options = { firms: 3, mode: "named" } as const;
    const { surveyId } = await makeSurvey(db, "kohyo-kimei", () => randomUUID(), options);
    await answer(surveyId, [raised]);
    await sql`
      insert into responses (survey_id, answers, strata, place)
      select ${surveyId}, answers, strata, n from responses, generate_series(1, 2499) n
      where survey_id = ${surveyId}`;
    await closeSurvey(db, clerk, surveyId);
    const read = await all(await rawAnswers(db, clerk, surveyId, "xlsx"));
    expect(read.map(({ place }) => place)).toEqual(Array.from({ length: 2500 }, (_, n) => n));
    expect(read[0]?.firm).toMatchObject({ name: expect.stringMatching(/^サンプル建設/) });
    expect(read[0]).toMatchObject({ channel: "web", answeredAt: expect.any(Date) });
  });

  it.each([1, 999, 1999])("are not handed out as whole where place %i is missing", async (gap) => {
    const { db, sql } = database;
    const options = { firms: 3, mode: "named" } as const;
    const { surveyId } = await makeSurvey(db, `ketsuban-${gap}`, () => randomUUID(), options);
    await answer(surveyId, [raised]);
    await sql`
      insert into responses (survey_id, answers, strata, place)
      select ${surveyId}, answers, strata, n from responses, generate_series(1, 1999) n
      where survey_id = ${surveyId} and n <> ${gap}`;
    // The last place moves on, so that the gap lies before it.
    await sql`
      insert into responses (survey_id, answers, strata, place)
      select ${surveyId}, answers, strata, 2000 from responses
      where survey_id = ${surveyId} and place = 0`;
    await closeSurvey(db, clerk, surveyId);
    await expect(rawAnswers(db, clerk, surveyId, "csv").then(all)).rejects.toThrow(
      "2000 answers to read, 1999 found",
    );
  });
});
