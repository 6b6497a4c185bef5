import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedSha256 } from "#app/domain/survey/release/published-sha256.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import {
  type Clerk,
  changeQuestionnaire,
  closeSurvey,
  createSurvey,
  currentResponseRate,
  findReceipt,
  findRelease,
  findSurvey,
  invitationByCode,
  issueCodes,
  listSurveys,
  newestRelease,
  openSurvey,
  rawAnswers,
  receiveAnswers,
  releaseResults,
  releaseWithCrossings,
  replaceRoster,
  rosterCounts,
  surveyFacts,
} from "#db/queries/surveys/index.ts";
import { releases, responses, surveys } from "#db/schema/index.ts";
import { seedSurveys } from "#db/seed/surveys.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import {
  madeUpFirms,
  makeSurvey,
  notRaised,
  raised,
  smallQuestionnaire,
} from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
const member: Viewer = { kind: "member", accountId: randomUUID(), name: "委員A" };
const hashCode = (code: string) => `hash of ${code}`;

beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

const submission = (invitationId: string, answers = raised) => ({
  invitationId,
  edition: 1,
  answers,
  receiptNumber: randomUUID(),
});

async function invitationOf(code: string | undefined): Promise<string> {
  const invitation = await invitationByCode(database.db, [hashCode(code ?? "")]);
  if (!invitation) throw new Error(`no invitation for ${code}`);
  return invitation.id;
}

describe("preparing a survey", () => {
  it("shows it to the secretariat alone until it opens", async () => {
    const { db } = database;
    const { slug, surveyId } = await makeSurvey(db, "kakushi", hashCode, { open: false });
    for (const viewer of [anyone, member]) {
      expect(await findSurvey(db, viewer, slug)).toBeUndefined();
      expect((await listSurveys(db, viewer)).map((each) => each.slug)).not.toContain(slug);
    }
    expect((await findSurvey(db, clerk, slug))?.state).toBe("preparing");
    expect(await openSurvey(db, clerk, surveyId)).toBe("opened");
    expect((await findSurvey(db, anyone, slug))?.state).toBe("open");
    expect(await openSurvey(db, clerk, surveyId)).toBe("already");
  });

  it("opens only with a roster and a code for every firm", async () => {
    const { db } = database;
    const questionnaire = smallQuestionnaire();
    const entry = { title: "順序", closesOn: "2030-12-01", questionnaire };
    const id = await createSurvey(db, clerk, { ...entry, slug: "junjo" });
    if (id === undefined) throw new Error("taken");
    expect(await createSurvey(db, clerk, { ...entry, slug: "junjo" })).toBeUndefined();
    expect(await openSurvey(db, clerk, id)).toBe("no-roster");
    expect(await issueCodes(db, clerk, id, "missing", hashCode)).toMatchObject({
      why: "no-roster",
    });
    await replaceRoster(db, clerk, id, madeUpFirms(3));
    expect(await openSurvey(db, clerk, id)).toBe("no-codes");
    await issueCodes(db, clerk, id, "missing", hashCode);
    // A new roster takes the codes of the one before with it.
    await replaceRoster(db, clerk, id, madeUpFirms(2));
    expect(await rosterCounts(db, id)).toEqual({ firms: 2, withCode: 0, answered: 0 });
    await issueCodes(db, clerk, id, "missing", hashCode);
    // Of two firms nobody is anonymous.
    expect(await openSurvey(db, clerk, id)).toBe("too-few-firms");
    await replaceRoster(db, clerk, id, madeUpFirms(3));
    await issueCodes(db, clerk, id, "missing", hashCode);
    expect(await openSurvey(db, clerk, id)).toBe("opened");
  });

  it("fixes questionnaire and roster once it is open, in the database itself too", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "kotei", hashCode);
    const questionnaire = { ...smallQuestionnaire(), title: "別の題" };
    const entry = { title: "別の題", closesOn: "2031-01-01", questionnaire };
    expect(await changeQuestionnaire(db, clerk, surveyId, entry)).toBe("opened");
    expect(await replaceRoster(db, clerk, surveyId, madeUpFirms(1))).toBe("opened");
    expect(await rosterCounts(db, surveyId)).toMatchObject({ firms: 4, withCode: 4 });
    const forced = db.update(surveys).set({ questionnaire }).where(eq(surveys.id, surveyId));
    expect(sqlState(await forced.catch((error: unknown) => error))).toBe("JK001");
  });
});

describe("codes", () => {
  it("are stored as hashes alone, and made once", async () => {
    const { db, sql } = database;
    const { surveyId, codes } = await makeSurvey(db, "kodo", hashCode, { open: false });
    const [dump] = await sql`select jsonb_agg(to_jsonb(i))::text as text from invitations i`;
    for (const code of codes) expect(dump?.text.replaceAll(hashCode(code), "")).not.toContain(code);
    expect(new Set(codes).size).toBe(4);
    expect(await issueCodes(db, clerk, surveyId, "missing", hashCode)).toEqual({
      issued: false,
      why: "none-left",
    });
  });

  it("issued anew kill those before, except of firms that have answered", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "saihakko", hashCode);
    await receiveAnswers(db, submission(await invitationOf(codes[0])));
    const again = await issueCodes(db, clerk, surveyId, "unanswered", hashCode);
    if (!again.issued) throw new Error(again.why);
    expect(again.codes.map(({ number }) => number)).toEqual(["T00002", "T00003", "T00004"]);
    expect(await invitationByCode(db, [hashCode(codes[1] ?? "")])).toBeNull();
    expect(await invitationByCode(db, [hashCode(codes[0] ?? "")])).toMatchObject({
      answered: true,
    });
    expect(await invitationByCode(db, [hashCode(again.codes[0]?.code ?? "")])).toMatchObject({
      answered: false,
    });
    await closeSurvey(db, clerk, surveyId);
    expect(await issueCodes(db, clerk, surveyId, "unanswered", hashCode)).toMatchObject({
      why: "closed",
    });
  });

  it("come for 3,000 firms, no two alike", async () => {
    const { codes } = await makeSurvey(database.db, "sanzen", hashCode, { firms: 3_000 });
    expect(new Set(codes).size).toBe(3_000);
  });
});

describe("receiving answers", () => {
  it("stores one answer a code, of several at once, and gives each the same receipt", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "nijuu", hashCode);
    const first = submission(await invitationOf(codes[0]));
    const tries = await Promise.all(Array.from({ length: 8 }, () => receiveAnswers(db, first)));
    expect(tries.filter((each) => each.received && each.first)).toHaveLength(1);
    for (const each of tries) {
      expect(each).toMatchObject({ received: true, receiptNumber: first.receiptNumber });
    }
    expect(await db.select().from(responses).where(eq(responses.surveyId, surveyId))).toHaveLength(
      1,
    );
    expect(await findReceipt(db, first.receiptNumber)).toMatchObject({ answers: raised });
    expect(await rosterCounts(db, surveyId)).toMatchObject({ answered: 1 });
  });

  it("gives the receipt again after the close, when the answer itself is out of reach", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "saisou", hashCode);
    const first = submission(await invitationOf(codes[0]));
    await receiveAnswers(db, first);
    await closeSurvey(db, clerk, surveyId);
    expect(await receiveAnswers(db, first)).toEqual({
      received: true,
      receiptNumber: first.receiptNumber,
      first: false,
    });
    expect(await findReceipt(db, first.receiptNumber)).toBeUndefined();
  });

  it("keeps nothing of an answer that leads to the firm, and no time", async () => {
    const { db, sql } = database;
    const { surveyId, codes } = await makeSurvey(db, "tokumei", hashCode);
    await receiveAnswers(db, submission(await invitationOf(codes[1])));
    const columns = await sql`
      select column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name = 'responses'`;
    const times = columns.filter(({ data_type: type }) => /time|date/.test(type));
    expect(times.map((column) => column.column_name)).toEqual(["answered_at"]);
    const [response] = await db.select().from(responses).where(eq(responses.surveyId, surveyId));
    expect(response).toMatchObject({ firmId: null, answeredAt: null, channel: null });
    // Of four firms no two kinds reach the threshold of three: only what all share is kept.
    const coarse = { sector: "（区分なし）", size: "（区分なし）", region: "市内", grade: "なし" };
    expect(response?.strata).toEqual({ ...coarse, tier: "元請" });
    const known = await sql`
      select f.id as firm, i.id as invitation from firms f join invitations i on i.firm_id = f.id
      where f.survey_id = ${surveyId}`;
    const stored = JSON.stringify(response);
    for (const { firm, invitation } of known) {
      expect(stored).not.toContain(firm);
      expect(stored).not.toContain(invitation);
    }
  });

  it("refuses when the survey has closed or the code was issued anew meanwhile", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "osoi", hashCode);
    const [first, second] = [await invitationOf(codes[0]), await invitationOf(codes[1])];
    await receiveAnswers(db, submission(second));
    await issueCodes(db, clerk, surveyId, "unanswered", hashCode);
    expect(await receiveAnswers(db, submission(first))).toMatchObject({
      refusal: { why: "unknown-code" },
    });
    const { codes: other, surveyId: otherId } = await makeSurvey(db, "osoi-2", hashCode);
    const third = await invitationOf(other[0]);
    await closeSurvey(db, clerk, otherId);
    expect(await receiveAnswers(db, submission(third))).toMatchObject({
      refusal: { why: "closed" },
    });
    const [row] = await database.sql`
      select count(*)::int as n from responses where survey_id = ${otherId}`;
    expect(row?.n).toBe(0);
  });
});

describe("while a survey is open", () => {
  it("lets nobody read, count or release answers; only the secretariat sees the rate", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "uketsuke", hashCode);
    await receiveAnswers(db, submission(await invitationOf(codes[0])));
    for (const viewer of [anyone, member, clerk]) {
      expect(await rawAnswers(db, viewer, surveyId, "csv")).toBeUndefined();
    }
    expect(await releaseResults(db, clerk, surveyId, "速報")).toMatchObject({
      released: false,
      why: "not-closed",
    });
    expect(await newestRelease(db, clerk, surveyId)).toBeUndefined();
    for (const viewer of [anyone, member]) {
      expect(await currentResponseRate(db, viewer, surveyId)).toBeUndefined();
    }
    const rate = await currentResponseRate(db, clerk, surveyId);
    expect(rate?.overall).toEqual({ invited: 4, complete: 1, eligible: 4, percent: 25 });
    const sectors = rate?.byStratum.find(({ axis }) => axis === "sector");
    expect(sectors?.rows.map(({ stratum, complete }) => [stratum, complete])).toEqual([
      ["工事", 1],
      ["委託", 0],
    ]);
    await closeSurvey(db, clerk, surveyId);
    expect(await rawAnswers(db, member, surveyId, "csv")).toBeUndefined();
    const raw = await rawAnswers(db, clerk, surveyId, "csv");
    expect((await raw?.next())?.value).toMatchObject([{ answers: raised }]);
  });
});

describe("releases", () => {
  it("count once, stay as they are, and are not repeated without anything new", async () => {
    const { db } = database;
    const { surveyId, slug, codes } = await makeSurvey(db, "shukei", hashCode);
    await receiveAnswers(db, submission(await invitationOf(codes[0]), raised));
    await receiveAnswers(db, submission(await invitationOf(codes[1]), notRaised));
    await receiveAnswers(db, submission(await invitationOf(codes[2]), notRaised));
    expect(await closeSurvey(db, clerk, surveyId)).toBe("closed");
    expect(await closeSurvey(db, clerk, surveyId)).toBe("already");
    expect(await releaseResults(db, clerk, surveyId, "速報")).toEqual({
      released: true,
      number: 1,
    });
    expect(await releaseResults(db, clerk, surveyId, "速報")).toMatchObject({
      released: false,
      why: "nothing-new",
    });
    expect(await releaseResults(db, clerk, surveyId, "確報")).toEqual({
      released: true,
      number: 2,
    });
    for (const label of ["速報", "確報"] as const) {
      expect(await releaseResults(db, clerk, surveyId, label)).toMatchObject({
        why: "nothing-new",
      });
    }

    const release = await findRelease(db, anyone, surveyId, 2);
    if (!release) throw new Error("no release");
    const whole = await releaseWithCrossings(db, anyone, surveyId, 2);
    if (!whole) throw new Error("no release");
    const { published, crossings } = whole;
    expect(release.sha256).toBe(publishedSha256({ release: published, crossings }));
    expect(release).toMatchObject({ responses: 3, invited: 4, responseRatePercent: 75 });
    const forced = db.update(releases).set({ label: "速報" }).where(eq(releases.id, release.id));
    expect(sqlState(await forced.catch((error: unknown) => error))).toBe("JK001");

    expect(release.published).toMatchObject({
      number: 2,
      label: "確報",
      responses: 3,
      threshold: 3,
    });
    const facts = await surveyFacts(db, anyone);
    expect(facts.find(({ survey }) => survey.slug === slug)?.release.number).toBe(2);
  });

  it("hold no free text", async () => {
    const { sql } = database;
    const [row] = await sql`select jsonb_agg(published)::text as text from releases`;
    expect(row?.text).not.toContain("先が見通せない");
    expect(row?.text).not.toContain("書類を減らしてください");
  });
});

describe("the samples", () => {
  it("are a released survey with simulated answers and an open one", async () => {
    const { db } = database;
    const codes = await db.transaction((tx) => seedSurveys(tx, hashCode));
    const released = await findSurvey(db, anyone, "r8-jigyosha");
    expect(released).toMatchObject({
      state: "closed",
      isSample: true,
      isSimulated: true,
      newestRelease: { responses: 228, invited: 400, responseRatePercent: 57 },
    });
    expect(codes).toHaveLength(3);
    for (const code of codes) {
      expect(await invitationByCode(db, [hashCode(code)])).toMatchObject({
        answered: false,
        survey: { slug: "r8-tsuika", state: "open", isSample: true, isSimulated: false },
      });
    }
    // The release of the sample hides thousands of cells and proves it.
  }, 240_000);
});
