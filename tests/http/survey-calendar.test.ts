import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeLog } from "#app/http/log.ts";
import { watchSurveyCalendar } from "#app/http/survey-calendar.ts";
import { surveys } from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;

/** An open survey whose deadline and days for paper are long over. */
async function overdue(slug: string): Promise<() => Promise<string | undefined>> {
  const { db } = database;
  const { surveyId } = await makeSurvey(db, slug, () => randomUUID());
  await db.update(surveys).set({ closesOn: "2026-01-05" }).where(eq(surveys.id, surveyId));
  return async () => {
    const [row] = await db.select().from(surveys).where(eq(surveys.id, surveyId));
    return row?.state;
  };
}

describe("the server", () => {
  test("looks at the calendar once a minute and waits for it when it stops", async () => {
    const stateOf = await overdue("once-a-minute");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const calendar = watchSurveyCalendar(database.db, makeLog("silent"));
    vi.advanceTimersByTime(minute - 1);
    expect(await stateOf()).toBe("open");
    vi.advanceTimersByTime(1);
    await calendar.stop();
    expect(await stateOf()).toBe("closed");
  });

  test("goes on after a failure, which it logs", async () => {
    const lines: string[] = [];
    const log = makeLog("warn", { write: (line: string) => void lines.push(line) });
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const gone = await testDatabase();
    await gone.drop();
    const calendar = watchSurveyCalendar(gone.db, log);
    for (const failures of [1, 2]) {
      vi.advanceTimersByTime(minute);
      await vi.waitFor(() => expect(lines).toHaveLength(failures), { timeout: 5_000 });
    }
    await calendar.stop();
    expect(lines.join("")).toContain("could not be kept");
  });
});
