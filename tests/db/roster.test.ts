import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noCoding } from "#app/domain/survey/roster/coding.ts";
import { matchColumns } from "#app/domain/survey/roster/columns.ts";
import { anyone } from "#app/domain/viewer.ts";
import {
  type Clerk,
  currentResponseRate,
  currentResponsesByDay,
  openSurvey,
  rosterCounts,
} from "#db/queries/surveys/index.ts";
import { rosterPage, rosterStrata } from "#db/queries/surveys/roster-list.ts";
import { findUpload, importUpload, keepUpload } from "#db/queries/surveys/roster-uploads.ts";
import { firms, surveyProgress } from "#db/schema/index.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { madeUpFirms, makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let db: TestDatabase["db"];
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  clerk = await clerkOf(db);
});
afterAll(() => database.drop());

const member = { kind: "member", accountId: randomUUID(), name: "委員A" } as const;
const hash = () => randomUUID();
const upload = {
  fileName: "名簿.csv",
  file: new Uint8Array([1]),
  rows: new Uint8Array([2]),
  facts: {
    format: "CSV（UTF-8）",
    isGrid: false,
    sheet: null,
    sheets: [],
    doubtful: false,
    hiddenRows: 0,
  },
  matching: matchColumns([]),
  coding: noCoding,
};

describe("an uploaded roster", () => {
  it("is imported once, however often it is confirmed at the same time", async () => {
    const { surveyId } = await makeSurvey(db, "race", hash, { open: false });
    const id = await keepUpload(db, clerk, surveyId, upload);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => importUpload(db, clerk, surveyId, id, madeUpFirms(30))),
    );
    expect(outcomes.sort()).toEqual([...Array(5).fill("gone"), "replaced"]);
    expect(await rosterCounts(db, surveyId)).toEqual({ firms: 30, withCode: 0, answered: 0 });
  });

  it("changes nothing once the survey is open, and is the secretariat's alone", async () => {
    const { surveyId } = await makeSurvey(db, "opens", hash, { open: false });
    const id = await keepUpload(db, clerk, surveyId, upload);
    expect(await findUpload(db, member, surveyId, id)).toBeUndefined();
    expect(await findUpload(db, anyone, surveyId, id)).toBeUndefined();
    await openSurvey(db, clerk, surveyId);
    expect(await importUpload(db, clerk, surveyId, id, madeUpFirms(9))).toBe("opened");
    expect((await rosterCounts(db, surveyId)).firms).toBe(4);
  });

  it("leaves the roster as it was when a line breaks a rule of the database", async () => {
    const { surveyId } = await makeSurvey(db, "halves", hash, { open: false });
    const id = await keepUpload(db, clerk, surveyId, upload);
    const [first, ...others] = madeUpFirms(12_000);
    if (!first) throw new Error("no firm");
    const twice = [first, ...others, first];
    await expect(importUpload(db, clerk, surveyId, id, twice)).rejects.toThrow();
    expect(await rosterCounts(db, surveyId)).toMatchObject({ firms: 4, withCode: 4 });
    expect(await findUpload(db, clerk, surveyId, id)).toMatchObject({ fileName: "名簿.csv" });
  });
});

describe("the roster and its response rate", () => {
  it("are shown by the roster's own categories and by day, to the secretariat alone", async () => {
    const { surveyId } = await makeSurvey(db, "rates", hash, { firms: 24 });
    await db
      .update(surveyProgress)
      .set({
        spent: sql`set_bit(set_bit(decode('000000', 'hex'), 0, 1), 12, 1)`,
        days: { "2026-11-20": 2 },
      })
      .where(eq(surveyProgress.surveyId, surveyId));
    await db
      .update(firms)
      .set({ returnedOn: "2026-11-19", returnedReason: "宛先不明" })
      .where(sql`${firms.surveyId} = ${surveyId} and ${firms.ordinal} in (1, 12)`);
    const rate = await currentResponseRate(db, clerk, surveyId);
    expect(rate?.overall).toEqual({ invited: 24, complete: 2, eligible: 24, percent: 8.3 });
    expect(rate?.byStratum[0]?.rows).toEqual([
      { stratum: "工事", invited: 8, complete: 2, eligible: 8, percent: 25 },
      { stratum: "委託", invited: 16, complete: 0, eligible: 16, percent: 0 },
    ]);
    const days = await currentResponsesByDay(db, clerk, surveyId, 24);
    expect(days?.[0]).toEqual({ date: "2026-11-20", count: 2, total: 2, percent: 8.3 });
    for (const viewer of [member, anyone]) {
      expect(await currentResponseRate(db, viewer, surveyId)).toBeUndefined();
      expect(await currentResponsesByDay(db, viewer, surveyId, 24)).toBeUndefined();
      expect(await rosterStrata(db, viewer, surveyId)).toEqual([]);
      const page = await rosterPage(
        db,
        viewer,
        surveyId,
        { search: "", state: undefined, strata: {} },
        1,
      );
      expect(page).toEqual({ firms: [], total: 0 });
    }
    const answered = { search: "", state: "answered", strata: {} } as const;
    const { firms: found } = await rosterPage(db, clerk, surveyId, answered, 1);
    expect(found.map(({ number, returnedReason }) => [number, returnedReason])).toEqual([
      ["T00001", null],
      ["T00013", "宛先不明"],
    ]);
  });
});
