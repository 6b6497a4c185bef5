import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answers } from "#app/domain/survey/index.ts";
import { type Clerk, previewRelease, releaseResults } from "#db/queries/surveys/index.ts";
import { madeLately } from "#db/queries/surveys/made-lately.ts";
import {
  ReleaseMaker,
  type ReleaseOrder,
} from "#db/queries/surveys/release-thread/release-maker.ts";
import { releaseCounts, releases, surveys } from "#db/schema/index.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

const at = new Date("2026-11-20T03:00:00Z");
let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

/** Thirty answers of which the last are few enough to be hidden. */
function answersOf(n: number): Answers {
  if (n % 2 === 0) return { raised: "yes", employees: n < 28 ? 5 * n : 900 };
  return { raised: "no", reasons: n % 4 === 1 ? ["costs"] : ["costs", "orders"], employees: 3 * n };
}

/** A survey with thirty answers. */
async function answered(slug: string): Promise<string> {
  const { db } = database;
  const { surveyId } = await makeSurvey(db, slug, () => randomUUID(), { firms: 60, mode: "named" });
  await db.update(surveys).set({ closesOn: "2026-01-30" }).where(eq(surveys.id, surveyId));
  const given = Array.from({ length: 30 }, (_, n) => answersOf(n));
  await answerInTurn(db, surveyId, given, { channel: "paper" });
  return surveyId;
}

class Undone extends Error {}

/** All that publishing would store of a survey's release, as JSON; then it is undone. */
async function published(surveyId: string): Promise<string> {
  let text = "";
  const undone = database.db.transaction(async (tx) => {
    const releasing = await releaseResults(tx, clerk, surveyId, "速報", at);
    expect(releasing).toEqual({ released: true, number: 1 });
    const { published, crossings, sha256 } = releases;
    const { counts, protection } = releaseCounts;
    const [row] = await tx
      .select({ published, crossings, sha256, counts, protection })
      .from(releaseCounts)
      .innerJoin(releases, eq(releases.id, releaseCounts.releaseId))
      .where(eq(releases.surveyId, surveyId));
    if (!row) throw new Error("nothing was stored");
    text = JSON.stringify({ ...row, counts: Buffer.from(row.counts).toString("hex") });
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  return text;
}

/** Makes that no release from before is at hand: others have taken its place. */
async function forget(): Promise<void> {
  const order = { number: 0 } as ReleaseOrder;
  for (let n = 0; n < 16; n++) {
    const counts = Uint8Array.of(n);
    const making = { made: false, why: "too-few", message: "" } as const;
    await madeLately(counts, order, async () => ({ making, counts }));
  }
}

describe("a release", () => {
  it("is stored the same to the byte after a preview and without one", async () => {
    const surveyId = await answered("onaji");
    const make = vi.spyOn(ReleaseMaker.prototype, "make");
    const preview = await previewRelease(database.db, clerk, surveyId, "速報", at);
    expect(preview).toMatchObject({ releasable: true });
    const previewed = await published(surveyId);
    expect(make).toHaveBeenCalledTimes(1);
    await forget();
    expect(await published(surveyId)).toBe(previewed);
    expect(make).toHaveBeenCalledTimes(2);
    expect(previewed).toContain('"count":null');
  });

  it("counts an answer that came after its preview", async () => {
    const surveyId = await answered("okurete");
    const preview = await previewRelease(database.db, clerk, surveyId, "速報", at);
    expect(preview).toMatchObject({ published: { responses: 30 } });
    await answerInTurn(database.db, surveyId, [answersOf(1)], { from: 30, channel: "paper" });
    expect(JSON.parse(await published(surveyId))).toMatchObject({ published: { responses: 31 } });
  });
});
