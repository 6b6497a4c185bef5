import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { listRecord } from "#db/queries/record.ts";
import {
  type Clerk,
  changeSettings,
  closeSurvey,
  conductOf,
  countPaperAnswer,
  keyingsWaiting,
  notePaperBesideWeb,
  openSurvey,
  paperState,
  receiveAnswers,
  rosterCounts,
  saveKeying,
} from "#db/queries/surveys/index.ts";
import { doubleAnswers, invitations, paperKeyings, responses, surveys } from "#db/schema/index.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, notRaised, raised } from "#tests/support/sample-survey.ts";
import { storedAnswers } from "#tests/support/stored-answers.ts";

let database: TestDatabase;
let anna: Clerk;
let bert: Clerk;
let carl: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  anna = await clerkOf(db, "事務局1");
  bert = await clerkOf(db, "事務局2");
  carl = await clerkOf(db, "事務局3");
});
afterAll(() => database.drop());

let surveyId: string;
let papers: { surveyId: string; invitationId: string }[];
beforeEach(async () => {
  ({ surveyId } = await makeSurvey(database.db, `paper-${randomUUID()}`, () => randomUUID()));
  const rows = await database.db
    .select({ invitationId: invitations.id })
    .from(invitations)
    .where(eq(invitations.surveyId, surveyId));
  papers = rows.map(({ invitationId }) => ({ surveyId, invitationId }));
});

const paper = (index = 0) => papers[index] ?? { surveyId, invitationId: "" };
const sealed = () => new Uint8Array(randomBytes(64));
const receipt = () => randomUUID().slice(0, 14);

/** Two people key a paper in; what is left is to count it. */
async function keyedTwice(index = 0) {
  const [own, other] = [sealed(), sealed()];
  expect(await saveKeying(database.db, anna, paper(index), own)).toBe("saved");
  expect(await saveKeying(database.db, bert, paper(index), other)).toBe("saved");
  return { own, other };
}

const count = (viewer: Clerk, compared: { own: Uint8Array; other: Uint8Array }, index = 0) =>
  countPaperAnswer(database.db, viewer, {
    ...paper(index),
    edition: 1,
    answers: notRaised,
    receiptNumber: receipt(),
    compared,
    settled: 0,
  });
const webAnswer = (index = 0) =>
  receiveAnswers(database.db, {
    invitationId: paper(index).invitationId,
    edition: 1,
    answers: raised,
    receiptNumber: receipt(),
  });
const conduct = () => conductOf(database.db, anna, surveyId);

describe("keying a paper answer twice", () => {
  test("counts it once two different accounts have keyed it in", async () => {
    const compared = await keyedTwice();
    const seen = { own: compared.other, other: compared.own };
    expect(await count(bert, seen)).toMatchObject({ counted: true });
    expect(await rosterCounts(database.db, surveyId)).toMatchObject({ answered: 1 });
    expect(await conduct()).toMatchObject({ onPaper: 1, keyedOnce: 0, keyedTwice: 0 });
    expect(await paperState(database.db, anna, paper())).toMatchObject({
      answered: "paper",
      own: undefined,
    });
    await closeSurvey(database.db, anyone, surveyId);
    expect(await storedAnswers(database.db, surveyId)).toEqual([notRaised]);
  });

  test("by one account alone counts nothing, however often it is keyed in", async () => {
    const first = sealed();
    const second = sealed();
    await saveKeying(database.db, anna, paper(), first);
    await saveKeying(database.db, anna, paper(), second);
    const outcome = await count(anna, { own: second, other: first });
    expect(outcome).toEqual({ counted: false, why: "not-keyed-twice" });
    expect(await rosterCounts(database.db, surveyId)).toMatchObject({ answered: 0 });
    expect(await keyingsWaiting(database.db, anna, surveyId)).toEqual({
      once: 1,
      onceByOthers: 0,
      twice: 0,
    });
  });

  test("shows nobody the other's keying before their own is made", async () => {
    await saveKeying(database.db, anna, paper(), sealed());
    const before = await paperState(database.db, bert, paper());
    expect(before).toEqual({ answered: null, own: undefined, others: 1, other: undefined });
    expect(await keyingsWaiting(database.db, bert, surveyId)).toMatchObject({ onceByOthers: 1 });
    await saveKeying(database.db, bert, paper(), sealed());
    const after = await paperState(database.db, bert, paper());
    expect(after.other?.name).toBe("事務局1");
  });

  test("is done by two people, not by three; a third cannot count it either", async () => {
    const compared = await keyedTwice();
    expect(await saveKeying(database.db, carl, paper(), sealed())).toBe("two-others");
    expect(await count(carl, compared)).toEqual({ counted: false, why: "not-keyed-twice" });
    const rows = await database.db
      .select()
      .from(paperKeyings)
      .where(eq(paperKeyings.invitationId, paper().invitationId));
    expect(rows).toHaveLength(2);
  });

  test("at the same moment leaves two keyings of two people", async () => {
    const saved = await Promise.all(
      [anna, bert, carl].map((each) => saveKeying(database.db, each, paper(), sealed())),
    );
    expect(saved.filter((each) => each === "saved")).toHaveLength(2);
    expect(saved.filter((each) => each === "two-others")).toHaveLength(1);
  });

  test("counts nothing when a keying was changed after it was compared", async () => {
    const { own, other } = await keyedTwice();
    await saveKeying(database.db, bert, paper(), sealed());
    expect(await count(anna, { own, other })).toEqual({ counted: false, why: "keyings-changed" });
  });

  test("pressed twice at once counts one answer", async () => {
    const { own, other } = await keyedTwice();
    const outcomes = await Promise.all([
      count(anna, { own, other }),
      count(bert, { own: other, other: own }),
    ]);
    expect(outcomes.filter(({ counted }) => counted)).toHaveLength(1);
    expect(await rosterCounts(database.db, surveyId)).toMatchObject({ answered: 1 });
  });
});

describe("paper and web from one firm", () => {
  test("the web answer sent between the keyings counts, and the paper is noted", async () => {
    const { own, other } = await keyedTwice();
    expect(await webAnswer()).toMatchObject({ received: true, first: true });
    expect(await count(anna, { own, other })).toEqual({ counted: false, why: "web-first" });
    expect(await rosterCounts(database.db, surveyId)).toMatchObject({ answered: 1 });
    expect(await conduct()).toMatchObject({ onPaper: 0, doubles: 1, keyedTwice: 0 });
    const [noted] = await database.db
      .select()
      .from(doubleAnswers)
      .where(eq(doubleAnswers.surveyId, surveyId));
    expect(noted).toMatchObject({ channel: "paper", notedBy: anna.accountId });
    await closeSurvey(database.db, anyone, surveyId);
    expect(await storedAnswers(database.db, surveyId)).toEqual([raised]);
  });

  test("at the same moment one of them counts and the other is noted", async () => {
    for (const index of [0, 1, 2, 3]) {
      const compared = await keyedTwice(index);
      const [web, onPaper] = await Promise.all([webAnswer(index), count(anna, compared, index)]);
      expect(Number(web.received) + Number(onPaper.counted), `race ${index}`).toBe(1);
    }
    expect(await rosterCounts(database.db, surveyId)).toMatchObject({ answered: 4 });
    expect(await conduct()).toMatchObject({ doubles: 4 });
  });

  test("the web answer that comes after the paper is refused and noted", async () => {
    const { own, other } = await keyedTwice();
    await count(anna, { own, other });
    expect(await webAnswer()).toMatchObject({ refusal: { why: "already-answered" } });
    expect(await conduct()).toMatchObject({ onPaper: 1, doubles: 1 });
  });

  test("paper that comes after the web answer is noted by hand, and only then", async () => {
    expect(await notePaperBesideWeb(database.db, anna, paper())).toBe(false);
    await saveKeying(database.db, anna, paper(), sealed());
    await webAnswer();
    expect(await saveKeying(database.db, bert, paper(), sealed())).toBe("answered");
    expect(await notePaperBesideWeb(database.db, bert, paper())).toBe(true);
    expect(await notePaperBesideWeb(database.db, bert, paper())).toBe(true);
    expect(await conduct()).toMatchObject({ doubles: 1, keyedOnce: 0 });
  });
});

describe("time and trace", () => {
  test("paper that came in time is counted after the deadline, the web is not", async () => {
    await database.db
      .update(surveys)
      .set({ closesOn: "2026-11-02" })
      .where(eq(surveys.id, surveyId));
    expect(await webAnswer(1)).toMatchObject({ refusal: { why: "closed" } });
    const { own, other } = await keyedTwice();
    expect(await count(anna, { own, other })).toMatchObject({ counted: true });
  });

  test("nothing is keyed in or counted once the survey is closed", async () => {
    const { own, other } = await keyedTwice();
    await closeSurvey(database.db, anyone, surveyId);
    expect(await saveKeying(database.db, anna, paper(1), sealed())).toBe("not-open");
    expect(await count(anna, { own, other })).toMatchObject({ counted: false });
    expect(await keyingsWaiting(database.db, anna, surveyId)).toEqual({
      once: 0,
      onceByOthers: 0,
      twice: 0,
    });
  });

  test("a named survey keeps with the answer that it came on paper, an anonymous one does not", async () => {
    const slug = `paper-${randomUUID()}`;
    const named = await makeSurvey(database.db, slug, () => randomUUID(), { open: false });
    const settings = { mode: "named" as const, closesOn: "2030-12-18" };
    await changeSettings(database.db, anyone, named.surveyId, settings);
    expect(await openSurvey(database.db, anyone, named.surveyId)).toBe("opened");
    const kept = async (id: string) =>
      database.db.select().from(responses).where(eq(responses.surveyId, id));
    const anonymously = await keyedTwice();
    await count(anna, anonymously);
    expect(await kept(surveyId)).toMatchObject([{ channel: null, firmId: null, answeredAt: null }]);
    const [invitation] = await database.db
      .select()
      .from(invitations)
      .where(eq(invitations.surveyId, named.surveyId));
    papers = [{ surveyId: named.surveyId, invitationId: invitation?.id ?? "" }];
    await count(anna, await keyedTwice());
    expect(await kept(named.surveyId)).toMatchObject([
      { channel: "paper", firmId: invitation?.firmId },
    ]);
  });

  test("an answer to an edition that is no longer current is not counted", async () => {
    const { own, other } = await keyedTwice();
    const outcome = await countPaperAnswer(database.db, anna, {
      ...paper(),
      edition: 2,
      answers: raised,
      receiptNumber: receipt(),
      compared: { own, other },
      settled: 0,
    });
    expect(outcome).toEqual({ counted: false, why: "edition-changed" });
    expect(await conduct()).toMatchObject({ keyedTwice: 1 });
  });

  const recorded = async (entries: number) => (await listRecord(database.db, entries)).reverse();

  test("the record tells who keyed in and counted, and no firm", async () => {
    const { slug } = await makeSurvey(database.db, `paper-${randomUUID()}`, () => randomUUID(), {
      open: false,
    });
    const [named] = await database.db
      .update(surveys)
      .set({ mode: "named" })
      .where(eq(surveys.slug, slug))
      .returning({ id: surveys.id });
    surveyId = named?.id ?? "";
    await openSurvey(database.db, anyone, surveyId);
    const [row] = await database.db
      .select({ invitationId: invitations.id })
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    papers = [{ surveyId, invitationId: row?.invitationId ?? "" }];
    const { own, other } = await keyedTwice();
    await count(anna, { own, other });
    const entries = await recorded(3);
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["紙の回答の入力", "事務局1"],
      ["紙の回答の入力", "事務局2"],
      ["紙の回答の受付", "事務局1"],
    ]);
    expect(JSON.stringify(entries)).not.toContain("サンプル建設");
    expect(JSON.stringify(entries)).not.toContain(paper().invitationId);
  });

  test("the record dates no answer of an anonymous survey: it tells their number at the close", async () => {
    await count(anna, await keyedTwice());
    await count(
      bert,
      await keyedTwice(1).then(({ own, other }) => ({ own: other, other: own })),
      1,
    );
    const late = await keyedTwice(2);
    await webAnswer(2);
    await count(anna, late, 2);
    const during = await recorded(6);
    expect(during.map(({ action }) => action)).not.toContain("紙の回答の受付");
    await closeSurvey(database.db, anna, surveyId);
    const entries = (await recorded(20)).filter(({ action }) => action === "紙の回答の受付");
    expect(entries.at(-1)?.detail).toEqual({ counted: 2, besideWeb: 1 });
  });
});
