import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel } from "#app/domain/survey/index.ts";
import { countBits } from "#app/domain/survey/participation/bitmap.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import {
  invitationByCode,
  openSurvey,
  receiveAnswers,
  type Submission,
} from "#db/queries/surveys/index.ts";
import { lockSurvey } from "#db/queries/surveys/lock.ts";
import { storeAdmitted } from "#db/queries/surveys/store-admitted.ts";
import { storeAnswers } from "#db/queries/surveys/store-answers.ts";
import { invitations, responses, surveyProgress, surveys } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";

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
  return {
    invitationId: invitation.id,
    surveyId: invitation.survey.id,
    edition: 1,
    answers: raised,
    receiptNumber,
    ...more,
  };
}

async function storedAndSpent(surveyId: string) {
  const { db } = database;
  const stored = await db.$count(responses, eq(responses.surveyId, surveyId));
  const [progress] = await db
    .select()
    .from(surveyProgress)
    .where(eq(surveyProgress.surveyId, surveyId));
  return { stored, spent: countBits(progress?.spent ?? new Uint8Array()) };
}

/** Waits until a statement waits for a lock. */
async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await database.sql`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.waiting;
    })
    .toBeGreaterThan(0);
}

/** Every combination of what decides whether an answer is taken. */
const situations = ["open", "closed"].flatMap((state) =>
  [null, "2020-01-31", "2099-12-31"].flatMap((closesOn) =>
    ["nothing", "web", "paper", "revoked"].flatMap((before) =>
      [1, 2].flatMap((edition) =>
        ["web", "paper"].map((channel) => ({ state, closesOn, before, edition, channel })),
      ),
    ),
  ),
) as {
  state: "open" | "closed";
  closesOn: string | null;
  before: "nothing" | "revoked" | Channel;
  edition: number;
  channel: Channel;
}[];

describe("what is stored in one statement", () => {
  it.each(["anonymous", "named"] as const)(
    "of an %s survey is what the verdict admits",
    async (mode) => {
      const { db } = database;
      const { surveyId, codes } = await makeSurvey(db, `itchi-${mode}`, hashCode, { open: false });
      await db.update(surveys).set({ mode }).where(eq(surveys.id, surveyId));
      await openSurvey(db, anyone, surveyId);
      const submission = await submissionUnder(codes[0]);
      const seen = new Set<boolean>();
      for (const situation of situations) {
        const { state, closesOn, before, edition, channel } = situation;
        await undone(db, async (tx) => {
          if (before === "revoked") {
            const ours = eq(invitations.id, submission.invitationId);
            await tx.update(invitations).set({ revokedAt: new Date() }).where(ours);
          } else if (before !== "nothing") {
            await storeAnswers(tx, [{ ...submission, channel: before }]);
          }
          await tx.update(surveys).set({ state, closesOn }).where(eq(surveys.id, surveyId));
          const sent = { ...submission, edition, channel, receiptNumber: randomUUID() };
          const admitted = await undone(tx, async (inner) => {
            const [reception] = await storeAnswers(inner, [sent]);
            return reception?.received === true && reception.first;
          });
          const stored = await undone(tx, async (inner) =>
            (await storeAdmitted(inner, [sent])).has(0),
          );
          expect({ ...situation, stored }).toEqual({ ...situation, stored: admitted });
          seen.add(stored);
        });
      }
      expect(situations).toHaveLength(96);
      expect(seen.size).toBe(2);
    },
  );

  it("leaves the codes of others alone: of a batch it takes those that it may", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "nokori", hashCode);
    const [one, two, three] = await Promise.all(codes.map((code) => submissionUnder(code)));
    if (!one || !two || !three) throw new Error("too few");
    const unknown = { ...one, invitationId: randomUUID(), receiptNumber: randomUUID() };
    const batch = [unknown, one, { ...two, edition: 2 }, one, three];
    expect(await storeAdmitted(db, batch)).toEqual(new Set([1, 4]));
    expect(await storeAdmitted(db, batch)).toEqual(new Set());
    expect(await storedAndSpent(surveyId)).toEqual({ stored: 2, spent: 2 });
  });
});

describe("an answer that has to wait for another transaction", () => {
  it("is refused when the survey was closed meanwhile", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "machi-shimekiri", hashCode);
    const submission = await submissionUnder(codes[0]);
    let waiting: ReturnType<typeof receiveAnswers> | undefined;
    await db.transaction(async (tx) => {
      await lockSurvey(tx, surveyId);
      await tx.update(surveys).set({ state: "closed" }).where(eq(surveys.id, surveyId));
      waiting = receiveAnswers(db, submission);
      await somebodyWaits();
    });
    expect(await waiting).toMatchObject({ received: false, refusal: { why: "closed" } });
    expect(await storedAndSpent(surveyId)).toEqual({ stored: 0, spent: 0 });
  });

  it("is stored beside one of another firm, and only once when both are of one firm", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "machi-hoka", hashCode);
    const [one, two] = await Promise.all(codes.map((code) => submissionUnder(code)));
    if (!one || !two) throw new Error("too few");
    let waiting: Promise<unknown[]> | undefined;
    await db.transaction(async (tx) => {
      expect(await storeAdmitted(tx, [one])).toEqual(new Set([0]));
      waiting = Promise.all([receiveAnswers(db, one), receiveAnswers(db, two)]);
      await somebodyWaits();
    });
    expect(await waiting).toMatchObject([
      { received: true, first: false },
      { received: true, first: true },
    ]);
    expect(await storedAndSpent(surveyId)).toEqual({ stored: 2, spent: 2 });
    const [progress] = await db
      .select({ days: surveyProgress.days })
      .from(surveyProgress)
      .where(eq(surveyProgress.surveyId, surveyId));
    expect(Object.values(progress?.days ?? {})).toEqual([2]);
  });
});

describe("the bitmaps of the database", () => {
  it("grow with what is set in them", async () => {
    const [row] = await database.db.execute<{ bitmap: string; third: boolean; far: boolean }>(sql`
      select encode(with_bits('\\x01'::bytea, array[3, 17]), 'hex') as bitmap,
        has_any_bit('\\x08'::bytea, array[1, 3]) as third,
        has_any_bit('\\x08'::bytea, array[4, 300]) as far`);
    expect(row).toEqual({ bitmap: "090002", third: true, far: false });
  });
});

class Undo extends Error {}

/** Runs something in a transaction (or a part of one) and undoes it. */
async function undone<T>(tx: Database, work: (inner: Database) => Promise<T>): Promise<T> {
  let result: T[] = [];
  await tx
    .transaction(async (inner) => {
      result = [await work(inner)];
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  const [only] = result;
  return only as T;
}
