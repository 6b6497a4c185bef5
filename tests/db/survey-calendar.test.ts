import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daysAfter } from "#app/domain/japan/index.ts";
import { daysForPaper } from "#app/domain/survey/calendar.ts";
import { anyone } from "#app/domain/viewer.ts";
import { listPublications } from "#db/queries/publications.ts";
import { listRecord } from "#db/queries/record.ts";
import {
  changeQuestionnaire,
  changeSettings,
  extendDeadline,
  findSurvey,
  keepCalendar,
  openSurvey,
} from "#db/queries/surveys/index.ts";
import { surveys } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, smallQuestionnaire } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const noon = (day: string) => new Date(`${day}T12:00:00+09:00`);
/** The last second of a day in Japan: in UTC still the afternoon. */
const lastSecond = (day: string) => new Date(`${day}T23:59:59+09:00`);
const surveyOf = (slug: string) =>
  findSurvey(database.db, { kind: "secretariat", accountId: randomUUID(), name: "事務局" }, slug);
const stateOf = async (slug: string) => (await surveyOf(slug))?.state;

/** A survey ready to open, with the dates given. */
async function prepared(slug: string, dates: { opensOn?: string | null; closesOn?: string } = {}) {
  const { db } = database;
  const made = await makeSurvey(db, slug, () => randomUUID(), { open: false });
  const settings = { opensOn: "2030-06-03", closesOn: "2030-06-28", ...dates };
  expect(await changeSettings(db, anyone, made.surveyId, settings)).toBe("changed");
  return made;
}

/** Puts an open survey's deadline where a test needs it, as no page can. */
const setDeadline = (surveyId: string, closesOn: string) =>
  database.db.update(surveys).set({ closesOn }).where(eq(surveys.id, surveyId));

describe("the calendar", () => {
  test("opens a survey on its day and not on the day before, and says so", async () => {
    await prepared("opens");
    await keepCalendar(database.db, lastSecond("2030-06-02"));
    expect(await stateOf("opens")).toBe("preparing");
    const kept = await keepCalendar(database.db, new Date("2030-06-03T00:00:00+09:00"));
    expect(kept).toEqual({ opened: ["opens"], closed: [], failures: [] });
    expect(await stateOf("opens")).toBe("open");
    const [entry] = await listRecord(database.db, 1);
    expect(entry).toMatchObject({ action: "調査の開始", actorName: "システム" });
    const published = await listPublications(database.db, anyone, 5);
    expect(published.map(({ title }) => title)).toContain("調査「働き方のアンケート」を始めました");
  });

  test("leaves alone what is not ready and what is opened by hand", async () => {
    const { surveyId } = await prepared("unready");
    await database.sql`update invitations set revoked_at = now() where survey_id = ${surveyId}`;
    await prepared("by-hand", { opensOn: null });
    await keepCalendar(database.db, noon("2030-06-10"));
    expect(await stateOf("unready")).toBe("preparing");
    expect(await stateOf("by-hand")).toBe("preparing");
  });

  test("closes a survey when the days for paper are over", async () => {
    const { surveyId } = await makeSurvey(database.db, "closes", () => randomUUID());
    await setDeadline(surveyId, "2026-11-02");
    const last = daysAfter("2026-11-02", daysForPaper);
    await keepCalendar(database.db, lastSecond(last));
    expect(await stateOf("closes")).toBe("open");
    const kept = await keepCalendar(database.db, new Date(lastSecond(last).getTime() + 1000));
    expect(kept.closed).toContain("closes");
    expect(await stateOf("closes")).toBe("closed");
  });

  test("does everything once, however many processes look at once", async () => {
    await prepared("once-opened");
    const { surveyId } = await makeSurvey(database.db, "once-closed", () => randomUUID());
    await setDeadline(surveyId, "2026-11-02");
    const looks = await Promise.all(
      Array.from({ length: 6 }, () => keepCalendar(database.db, noon("2030-06-04"))),
    );
    expect(looks.flatMap(({ opened }) => opened).filter((slug) => slug === "once-opened")).toEqual([
      "once-opened",
    ]);
    expect(looks.flatMap(({ closed }) => closed).filter((slug) => slug === "once-closed")).toEqual([
      "once-closed",
    ]);
    const again = await keepCalendar(database.db, noon("2030-06-04"));
    expect(again.opened).toEqual([]);
  });
});

describe("an opened survey", () => {
  const secondHand = { closesOn: "2031-01-31", mode: "named" as const, threshold: 5 };

  test("keeps its questionnaire, mode, threshold and dates", async () => {
    const { surveyId } = await makeSurvey(database.db, "fixed", () => randomUUID());
    expect(await changeSettings(database.db, anyone, surveyId, secondHand)).toBe("opened");
    const changed = await changeQuestionnaire(database.db, anyone, surveyId, {
      title: "別の調査",
      questionnaire: smallQuestionnaire(),
    });
    expect(changed).toBe("opened");
    expect(await surveyOf("fixed")).toMatchObject({
      title: "働き方のアンケート",
      mode: "anonymous",
      threshold: 3,
      closesOn: "2030-12-18",
    });
  });

  test("cannot be switched between 匿名 and 記名 by any way around", async () => {
    const { surveyId } = await makeSurvey(database.db, "no-switch", () => randomUUID());
    const change = (values: object) =>
      database.db.update(surveys).set(values).where(eq(surveys.id, surveyId));
    await expect(change({ mode: "named" })).rejects.toMatchObject({ cause: { code: "JK001" } });
    await expect(change({ threshold: 1 })).rejects.toMatchObject({ cause: { code: "JK001" } });
  });

  test("does not open after its deadline", async () => {
    const { surveyId } = await prepared("late", { opensOn: null, closesOn: "2026-11-02" });
    expect(await openSurvey(database.db, anyone, surveyId)).toBe("deadline-passed");
  });
});

describe("the deadline", () => {
  test("is extended with a reason, which is announced and recorded; never shortened", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "extended", () => randomUUID());
    const extend = (closesOn: string) =>
      extendDeadline(db, anyone, surveyId, { closesOn, reason: "郵便が遅れたため。" });
    expect(await extend("2030-12-18")).toBe("not-later");
    expect(await extend("2030-12-01")).toBe("not-later");
    expect(await extend("2031-01-15")).toBe("extended");
    expect((await surveyOf("extended"))?.closesOn).toBe("2031-01-15");
    const [newest] = await listPublications(db, anyone, 1);
    expect(newest?.summary).toBe("令和13年1月15日まで回答できます。理由：郵便が遅れたため。");
    const [entry] = await listRecord(db, 1);
    expect(entry).toMatchObject({
      action: "締切日の延長",
      detail: { from: "2030-12-18", to: "2031-01-15", reason: "郵便が遅れたため。" },
    });
  });

  test("of a survey that is not open stays", async () => {
    const { surveyId } = await prepared("not-open-yet");
    const reason = "理由";
    expect(
      await extendDeadline(database.db, anyone, surveyId, { closesOn: "2031-01-01", reason }),
    ).toBe("not-open");
  });
});
