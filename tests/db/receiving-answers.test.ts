import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countBits, hasBit } from "#app/domain/survey/participation/bitmap.ts";
import { anyone } from "#app/domain/viewer.ts";
import { connect } from "#db/database.ts";
import {
  closeSurvey,
  invitationByCode,
  openSurvey,
  receiveAnswers,
  type Submission,
  spentOf,
} from "#db/queries/surveys/index.ts";
import { doubleAnswers, responses, surveyProgress, surveys } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, notRaised, raised } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const hashCode = (code: string) => `hash of ${code}`;

async function submissionUnder(code = "", more: Partial<Submission> = {}): Promise<Submission> {
  const invitation = await invitationByCode(database.db, [hashCode(code)]);
  if (!invitation) throw new Error(`no invitation for ${code}`);
  const receiptNumber = randomUUID();
  return { invitationId: invitation.id, edition: 1, answers: raised, receiptNumber, ...more };
}

const storedOf = (surveyId: string) =>
  database.db.select().from(responses).where(eq(responses.surveyId, surveyId));

async function progressOf(surveyId: string) {
  const [row] = await database.db
    .select()
    .from(surveyProgress)
    .where(eq(surveyProgress.surveyId, surveyId));
  if (!row) throw new Error("no progress");
  return row;
}

describe("many answers at once", () => {
  it("through two pools are each stored once, whatever the order", async () => {
    const { db, url } = database;
    const other = connect(url, 3);
    const { surveyId, codes } = await makeSurvey(db, "ooi", hashCode, { firms: 300 });
    const submissions = await Promise.all(codes.map((code) => submissionUnder(code)));
    const sent = await Promise.all(
      submissions.flatMap((each, index) => [
        receiveAnswers(index % 2 ? db : other.db, each),
        receiveAnswers(index % 2 ? other.db : db, each),
        receiveAnswers(db, each),
      ]),
    );
    await other.close();
    expect(sent.every(({ received }) => received)).toBe(true);
    expect(sent.filter((each) => each.received && each.first)).toHaveLength(300);
    const stored = await storedOf(surveyId);
    expect(new Set(stored.map(({ receiptNumber }) => receiptNumber)).size).toBe(300);
    expect(stored).toHaveLength(300);
    const { spent, days } = await progressOf(surveyId);
    expect(countBits(spent)).toBe(300);
    expect(Object.values(days)).toEqual([300]);
  });

  it("do not sink with one that the database refuses", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "warui", hashCode, { firms: 20 });
    const submissions = await Promise.all(
      codes.map((code, index) =>
        submissionUnder(code, index === 7 ? { answers: { wishes: "\u0000" } } : {}),
      ),
    );
    const sent = await Promise.allSettled(submissions.map((each) => receiveAnswers(db, each)));
    expect(sent.map(({ status }) => status).filter((status) => status === "rejected")).toHaveLength(
      1,
    );
    expect(sent[7]?.status).toBe("rejected");
    expect(await storedOf(surveyId)).toHaveLength(19);
    const spent = await spentOf(db, surveyId);
    expect(codes.map((_, index) => spent(index))).toEqual(codes.map((_, index) => index !== 7));
    const again = await receiveAnswers(db, await submissionUnder(codes[7]));
    expect(again).toMatchObject({ received: true, first: true });
  });

  it("that come while the survey closes are stored before it or refused", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "shimekiri", hashCode, { firms: 60 });
    const submissions = await Promise.all(codes.map((code) => submissionUnder(code)));
    const [sent] = await Promise.all([
      Promise.all(
        submissions.map(async (each, index) => {
          await new Promise((resolve) => setTimeout(resolve, index));
          return receiveAnswers(db, each);
        }),
      ),
      closeSurvey(db, anyone, surveyId),
    ]);
    const received = sent.filter((each) => each.received).length;
    for (const each of sent) if (!each.received) expect(each.refusal.why).toBe("closed");
    expect(await storedOf(surveyId)).toHaveLength(received);
    expect(countBits((await progressOf(surveyId)).spent)).toBe(received);
  });
});

describe("paper and web", () => {
  it("count once a firm: the first; the second is noted", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "kami", hashCode);
    const paper = await submissionUnder(codes[0], { channel: "paper" });
    expect(await receiveAnswers(db, paper)).toMatchObject({ received: true, first: true });
    expect(await receiveAnswers(db, paper)).toMatchObject({ received: true, first: false });
    const web = await receiveAnswers(db, { ...paper, channel: "web", answers: notRaised });
    expect(web).toMatchObject({ received: false, refusal: { why: "already-answered" } });
    await receiveAnswers(db, await submissionUnder(codes[1]));
    const late = await receiveAnswers(db, await submissionUnder(codes[1], { channel: "paper" }));
    expect(late).toMatchObject({ received: false, refusal: { why: "already-answered" } });

    expect((await storedOf(surveyId)).map(({ answers }) => answers)).toEqual([raised, raised]);
    const { spent, onPaper } = await progressOf(surveyId);
    expect([hasBit(spent, 0), hasBit(spent, 1), hasBit(spent, 2)]).toEqual([true, true, false]);
    expect([hasBit(onPaper, 0), hasBit(onPaper, 1)]).toEqual([true, false]);
    const doubles = await db
      .select({ channel: doubleAnswers.channel })
      .from(doubleAnswers)
      .where(eq(doubleAnswers.surveyId, surveyId));
    expect(doubles.map(({ channel }) => channel).sort()).toEqual(["paper", "web"]);
  });
});

describe("what an answer is refused for", () => {
  it("another edition, and a deadline that has passed", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "kotowari", hashCode);
    const stale = await submissionUnder(codes[0], { edition: 2 });
    expect(await receiveAnswers(db, stale)).toEqual({
      received: false,
      refusal: { why: "edition-changed" },
    });
    await db.update(surveys).set({ closesOn: "2020-01-31" }).where(eq(surveys.id, surveyId));
    expect(await receiveAnswers(db, { ...stale, edition: 1 })).toMatchObject({
      refusal: { why: "closed" },
    });
    expect(await storedOf(surveyId)).toEqual([]);
    expect(countBits((await progressOf(surveyId)).spent)).toBe(0);
  });
});

describe("a named survey", () => {
  it("keeps the firm, the time and the way, also after its close", async () => {
    const { db, sql } = database;
    const { surveyId, codes } = await makeSurvey(db, "kimei", hashCode, { open: false });
    await db.update(surveys).set({ mode: "named" }).where(eq(surveys.id, surveyId));
    await openSurvey(db, anyone, surveyId);
    await receiveAnswers(db, await submissionUnder(codes[2]));
    await closeSurvey(db, anyone, surveyId);
    const [row] = await sql`
      select f.number, r.channel, r.answered_at > now() - interval '1 minute' as recent, r.strata
      from responses r join firms f on f.id = r.firm_id where r.survey_id = ${surveyId}`;
    expect(row).toMatchObject({ number: "T00003", channel: "web", recent: true });
    expect(row?.strata.sector).toBe("委託");
  });
});
