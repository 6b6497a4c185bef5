import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  AddressCorrection,
  LetterKind,
  MailingSelection,
} from "#app/domain/survey/letters/index.ts";
import type { Database } from "#db/database.ts";
import { listRecord } from "#db/queries/record.ts";
import {
  type Clerk,
  closeSurvey,
  createSurvey,
  invitationByCode,
  receiveAnswers,
  replaceRoster,
} from "#db/queries/surveys/index.ts";
import { storeMailing } from "#db/queries/surveys/mailing.ts";
import { type MailingFirm, mailingAddressees } from "#db/queries/surveys/mailing-addressees.ts";
import { findMailing, letterCounts, listMailings } from "#db/queries/surveys/mailing-list.ts";
import {
  firmForLetter,
  markReturned,
  returnedFirms,
  undoReturned,
} from "#db/queries/surveys/returned-mail.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import {
  madeUpFirms,
  makeSurvey,
  raised,
  smallQuestionnaire,
} from "#tests/support/sample-survey.ts";

const everyone = { of: "unanswered", filter: {} } as const;

let database: TestDatabase;
let db: Database;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase("schema");
  ({ db } = database);
  clerk = await clerkOf(db);
});
afterAll(() => database.drop());

let surveys = 0;
const newSurvey = (firms = 4, open = true) =>
  makeSurvey(db, `mailing-${++surveys}`, (code) => `hash of ${code}`, { firms, open });

async function firmsOf(surveyId: string, selection: MailingSelection): Promise<MailingFirm[]> {
  const found = await mailingAddressees(db, clerk, surveyId, selection);
  return found.found ? found.firms : [];
}

const numbersOf = async (surveyId: string, selection: MailingSelection) =>
  (await firmsOf(surveyId, selection)).map(({ number }) => number);

/** A mailing with new codes, whose hashes are the firms' numbers with a mark. */
function mailing(
  firms: MailingFirm[],
  mark: string,
  more: { kind?: LetterKind; correction?: AddressCorrection } = {},
) {
  return {
    id: randomUUID(),
    kind: "reissue" as LetterKind,
    filter: {},
    firms: firms.map((firm) => ({ ...firm, codeHash: `${mark} ${firm.number} ${firm.firmId}` })),
    ...more,
  };
}

async function answer(codeHash: string): Promise<boolean> {
  const invitation = await invitationByCode(db, [codeHash]);
  if (!invitation) return false;
  const reception = await receiveAnswers(db, {
    invitationId: invitation.id,
    edition: 1,
    answers: raised,
    receiptNumber: randomUUID(),
  });
  return reception.received;
}

describe("codes of letters", () => {
  test("old codes die and new ones live at one stroke; firms that answered get none", async () => {
    const { surveyId, codes } = await newSurvey();
    const old = codes.map((code) => `hash of ${code}`);
    expect(await answer(old[0] ?? "")).toBe(true);
    const firms = await firmsOf(surveyId, everyone);
    expect(firms.map(({ number }) => number)).toEqual(["T00002", "T00003", "T00004"]);

    const order = mailing(firms, "new");
    expect(await storeMailing(db, clerk, surveyId, order)).toEqual({ stored: true, answered: [] });
    const alive = await Promise.all(old.map((hash) => invitationByCode(db, [hash])));
    expect(alive.map(Boolean)).toEqual([true, false, false, false]);
    for (const { codeHash } of order.firms)
      expect(await invitationByCode(db, [codeHash])).not.toBeNull();
    expect(await answer(order.firms[0]?.codeHash ?? "")).toBe(true);

    expect(await findMailing(db, clerk, surveyId, order.id)).toMatchObject({
      kind: "reissue",
      firms: 3,
      createdBy: "事務局",
    });
    const [newest] = await listRecord(db, 1);
    expect(newest).toMatchObject({ action: "手紙の作成", detail: { kind: "reissue", firms: 3 } });
    expect(JSON.stringify(newest)).not.toContain("new T0000");
  });

  test("a firm that answers while letters are laid out keeps its code and is told of", async () => {
    const { surveyId, codes } = await newSurvey();
    const firms = await firmsOf(surveyId, everyone);
    const answered = `hash of ${codes[2]}`;
    expect(await answer(answered)).toBe(true);
    const order = mailing(firms, "late");
    expect(await storeMailing(db, clerk, surveyId, order)).toEqual({
      stored: true,
      answered: ["T00003"],
    });
    expect((await invitationByCode(db, [answered]))?.answered).toBe(true);
    expect(await invitationByCode(db, [order.firms[2]?.codeHash ?? ""])).toBeNull();
    expect((await findMailing(db, clerk, surveyId, order.id))?.firms).toBe(3);
  });

  test("of two mailings laid out at once one counts, the other changes nothing", async () => {
    const { surveyId } = await newSurvey(40);
    const firms = await firmsOf(surveyId, everyone);
    const [one, two] = [mailing(firms, "one"), mailing(firms.slice(20).reverse(), "two")];
    const stored = await Promise.all([
      storeMailing(db, clerk, surveyId, one),
      storeMailing(db, clerk, surveyId, two),
    ]);
    expect(stored.filter(({ stored }) => stored)).toHaveLength(1);
    expect(stored).toContainEqual({ stored: false, why: "changed" });
    const [first] = stored;
    const winner = first?.stored ? one : two;
    const loser = first?.stored ? two : one;
    for (const { codeHash } of winner.firms)
      expect(await invitationByCode(db, [codeHash])).not.toBeNull();
    for (const { codeHash } of loser.firms)
      expect(await invitationByCode(db, [codeHash])).toBeNull();
    expect(await findMailing(db, clerk, surveyId, loser.id)).toBeUndefined();
  });

  test("two first letters at once give each firm one live code", async () => {
    const slug = `first-${++surveys}`;
    const questionnaire = smallQuestionnaire();
    const entry = { slug, title: "初回", closesOn: "2030-12-18", questionnaire };
    const surveyId = (await createSurvey(db, clerk, entry)) ?? "";
    await replaceRoster(db, clerk, surveyId, madeUpFirms(5));
    const without = { of: "without-code", filter: {} } as const;
    const firms = await firmsOf(surveyId, without);
    const orders = ["a", "b"].map((mark) => mailing(firms, mark, { kind: "invitation" }));
    const stored = await Promise.all(
      orders.map((order) => storeMailing(db, clerk, surveyId, order)),
    );
    expect(stored.map(({ stored }) => stored).sort()).toEqual([false, true]);
    const live = await database.sql`
      select count(*)::int as n from invitations where survey_id = ${surveyId} and revoked_at is null`;
    expect(live[0]?.n).toBe(5);
    expect(await numbersOf(surveyId, without)).toEqual([]);

    // The roster is replaced while letters are laid out: their codes have no firm any more.
    const before = await firmsOf(surveyId, everyone);
    await replaceRoster(db, clerk, surveyId, madeUpFirms(5));
    const late = mailing(before, "late", { kind: "reissue" });
    expect(await storeMailing(db, clerk, surveyId, late)).toEqual({
      stored: false,
      why: "changed",
    });
  });

  test("a closed survey takes no new codes, and one in preparation no reminders", async () => {
    const { surveyId, codes } = await newSurvey();
    const firms = await firmsOf(surveyId, everyone);
    await closeSurvey(db, clerk, surveyId);
    expect(await storeMailing(db, clerk, surveyId, mailing(firms, "x"))).toEqual({
      stored: false,
      why: "closed",
    });
    expect(await invitationByCode(db, [`hash of ${codes[0]}`])).not.toBeNull();

    const early = await newSurvey(2, false);
    const order = mailing(await firmsOf(early.surveyId, everyone), "y", { kind: "reminder" });
    expect(await storeMailing(db, clerk, early.surveyId, order)).toEqual({
      stored: false,
      why: "not-open",
    });
  });
});

describe("whom letters go to", () => {
  test("is narrowed by strata, and counted by them", async () => {
    const { surveyId } = await newSurvey(12);
    expect(
      await numbersOf(surveyId, { of: "unanswered", filter: { sector: ["工事"], size: ["小"] } }),
    ).toEqual(["T00004", "T00007", "T00010"]);
    expect(await numbersOf(surveyId, { of: "unanswered", filter: { region: ["県外"] } })).toEqual(
      [],
    );
    const counts = await letterCounts(db, clerk, surveyId);
    expect(counts).toContainEqual({
      sector: "工事",
      size: "小",
      region: "市内",
      grade: "なし",
      tier: "元請",
      withoutCode: 0,
      unanswered: 3,
    });
    expect(counts.reduce((sum, { unanswered }) => sum + unanswered, 0)).toBe(12);
  });

  test("reminders without codes change no code and note the day", async () => {
    const { surveyId, codes } = await newSurvey();
    const firms = await firmsOf(surveyId, everyone);
    const order = {
      ...mailing(firms, ""),
      kind: "reminder" as const,
      firms: firms.map((firm) => ({ ...firm, codeHash: undefined })),
    };
    expect((await storeMailing(db, clerk, surveyId, order)).stored).toBe(true);
    expect(await invitationByCode(db, [`hash of ${codes[0]}`])).not.toBeNull();
    const noted = await database.sql`
      select count(reminded_on)::int as n from firms where survey_id = ${surveyId}`;
    expect(noted[0]?.n).toBe(4);
  });

  test("is told to the secretariat alone", async () => {
    const { surveyId } = await newSurvey();
    const member = { kind: "member", accountId: randomUUID(), name: "委員A" } as const;
    expect(await mailingAddressees(db, member, surveyId, everyone)).toEqual({
      found: false,
      why: "nobody",
    });
    expect(await listMailings(db, member, surveyId)).toEqual([]);
    expect(await letterCounts(db, member, surveyId)).toEqual([]);
    expect(await returnedFirms(db, member, surveyId)).toEqual([]);
    expect(await firmForLetter(db, member, surveyId, "T00001")).toBeUndefined();
  });
});

describe("returned mail", () => {
  const note = { on: "2026-11-20", reason: "宛先不明" } as const;

  test("is noted by number and by code, all or none, and left out of reminders", async () => {
    const { surveyId, codes } = await newSurvey();
    const byCode = { typed: codes[2] ?? "", codeHashes: ["not this", `hash of ${codes[2]}`] };
    const entries = [{ typed: "T00001", number: "T00001" }, byCode];
    const wrong = { typed: "T99999", number: "T99999" };
    expect(await markReturned(db, clerk, surveyId, [...entries, wrong], note)).toEqual({
      marked: false,
      why: "unknown",
      unknown: ["T99999"],
    });
    expect(await returnedFirms(db, clerk, surveyId)).toEqual([]);
    expect(await markReturned(db, clerk, surveyId, entries, note)).toEqual({
      marked: true,
      firms: 2,
    });
    expect((await returnedFirms(db, clerk, surveyId)).map(({ number }) => number)).toEqual([
      "T00001",
      "T00003",
    ]);
    expect(await numbersOf(surveyId, everyone)).toEqual(["T00002", "T00004"]);
    expect(await undoReturned(db, clerk, surveyId, "T00001")).toBe(true);
    expect(await undoReturned(db, clerk, surveyId, "T00001")).toBe(false);
    expect(await numbersOf(surveyId, everyone)).toEqual(["T00001", "T00002", "T00004"]);
  });

  test("a letter to the right address ends the note, keeps the address, and kills the old code", async () => {
    const { surveyId, codes } = await newSurvey();
    await markReturned(db, clerk, surveyId, [{ typed: "T00002", number: "T00002" }], note);
    const correction = {
      name: "サンプル建設2",
      postalCode: "518-0873",
      address: "伊賀市上野1番地",
    };
    const selection = { of: "firm", number: "T00002", correction } as const;
    const firms = await firmsOf(surveyId, selection);
    expect(firms).toMatchObject([correction]);
    const stored = await storeMailing(db, clerk, surveyId, mailing(firms, "right", { correction }));
    expect(stored.stored).toBe(true);
    expect(await invitationByCode(db, [`hash of ${codes[1]}`])).toBeNull();
    expect(await returnedFirms(db, clerk, surveyId)).toEqual([]);
    expect(await firmForLetter(db, clerk, surveyId, "T00002")).toMatchObject({
      ...correction,
      returnedOn: null,
    });
    const [newest] = await listRecord(db, 1);
    expect(newest?.detail).toMatchObject({ number: "T00002", addressCorrected: true });
    // The letter that came back still names its firm by the dead code.
    const again = [{ typed: "", codeHashes: [`hash of ${codes[1]}`] }];
    expect((await markReturned(db, clerk, surveyId, again, note)).marked).toBe(true);
  });

  test("a firm that has answered gets no new code, and an unknown one none either", async () => {
    const { surveyId, codes } = await newSurvey();
    await answer(`hash of ${codes[0]}`);
    const of = (number: string) => mailingAddressees(db, clerk, surveyId, { of: "firm", number });
    expect(await of("T00001")).toEqual({ found: false, why: "answered" });
    expect(await of("T99999")).toEqual({ found: false, why: "unknown-firm" });
  });

  test("the firms of one mailing can be written to again when its file was lost", async () => {
    const { surveyId } = await newSurvey();
    const firms = await firmsOf(surveyId, everyone);
    const order = mailing(firms.slice(0, 2), "lost");
    await storeMailing(db, clerk, surveyId, order);
    expect(await numbersOf(surveyId, { of: "mailing", mailingId: order.id })).toEqual([
      "T00001",
      "T00002",
    ]);
    const elsewhere = await newSurvey();
    expect(await numbersOf(elsewhere.surveyId, { of: "mailing", mailingId: order.id })).toEqual([]);
  });
});
