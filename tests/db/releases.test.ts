import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStoredCounts } from "#app/domain/survey/counting/stored-counts-bytes.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { publishedSha256 } from "#app/domain/survey/release/published-sha256.ts";
import { anyone } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import { listPublications } from "#db/queries/publications.ts";
import {
  type Clerk,
  closeSurvey,
  findCrossing,
  listReleases,
  newEdition,
  newestRelease,
  previewRelease,
  releaseResults,
  releaseWithCrossings,
} from "#db/queries/surveys/index.ts";
import { releaseCounts, releases, responses, surveys } from "#db/schema/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, smallDefinition, smallQuestionnaire } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

/** The n-th of a row of answers in which each choice comes often enough. */
function answersOf(n: number): Answers {
  if (n % 2 === 0) return { raised: "yes", employees: 5 * n };
  return { raised: "no", reasons: n % 4 === 1 ? ["costs"] : ["costs", "orders"], employees: 3 * n };
}

/** Answers number `from` to below `to`, each from another firm. */
async function answer(surveyId: string, from: number, to: number, edition = 1): Promise<void> {
  const given = Array.from({ length: to - from }, (_, index) => answersOf(from + index));
  await answerInTurn(database.db, surveyId, given, { from, edition, channel: "paper" });
}

/** An open survey, its deadline for the web over or not. */
async function survey(slug: string, mode: "anonymous" | "named", closesOn = "2026-01-30") {
  const { surveyId } = await makeSurvey(database.db, slug, () => randomUUID(), { firms: 60, mode });
  await database.db.update(surveys).set({ closesOn }).where(eq(surveys.id, surveyId));
  return surveyId;
}

const release = (surveyId: string, label: "速報" | "確報" = "速報") =>
  releaseResults(database.db, clerk, surveyId, label);

async function published(surveyId: string): Promise<PublishedRelease> {
  const found = await newestRelease(database.db, anyone, surveyId);
  if (!found) throw new Error("no release");
  return found.published;
}

/** Counts of the categories of a question over all firms; null: hidden. */
function countsIn({ questions }: PublishedRelease, name: string): Record<string, number | null> {
  const [variable] = questions.find((question) => question.name === name)?.variables ?? [];
  return Object.fromEntries((variable?.rows ?? []).map(({ key, count }) => [key, count]));
}

describe("a named survey", () => {
  it("is released from the deadline for the web on, and again when enough more has come", async () => {
    const surveyId = await survey("kimei", "named", "2999-12-31");
    await answer(surveyId, 0, 24);
    expect(await release(surveyId)).toMatchObject({
      why: "not-closed",
      message: "ウェブの回答の締切日が過ぎてから、集計を公表してください。",
    });
    const { db } = database;
    await db.update(surveys).set({ closesOn: "2026-01-30" }).where(eq(surveys.id, surveyId));
    expect(await release(surveyId)).toEqual({ released: true, number: 1 });
    expect(countsIn(await published(surveyId), "raised")).toEqual({ yes: 12, no: 12 });

    await answer(surveyId, 24, 25);
    const refused = await release(surveyId);
    expect(refused).toMatchObject({ released: false, why: "too-few-new" });
    expect(refused).toMatchObject({ message: expect.stringContaining("3者に満たない") });
    expect(await listReleases(db, anyone, surveyId)).toHaveLength(1);

    await answer(surveyId, 25, 40);
    expect(await release(surveyId)).toEqual({ released: true, number: 2 });
    const second = await published(surveyId);
    expect(second).toMatchObject({ number: 2, responses: 40 });
    expect(countsIn(second, "raised")).toEqual({ yes: 20, no: 20 });
    await closeSurvey(db, clerk, surveyId);
    expect(await release(surveyId, "確報")).toEqual({ released: true, number: 3 });
  });

  it("has the same counts from what came since the release before as from all answers", async () => {
    const { db } = database;
    const surveyId = await survey("zobun", "named");
    await answer(surveyId, 0, 20);
    await release(surveyId);
    await answer(surveyId, 20, 45);
    await release(surveyId);
    const stored = await db
      .select({ counts: releaseCounts.counts, counted: releaseCounts.counted })
      .from(releaseCounts)
      .innerJoin(releases, eq(releases.id, releaseCounts.releaseId))
      .where(eq(releases.surveyId, surveyId))
      .orderBy(asc(releases.number));
    expect(stored.map(({ counted }) => counted)).toEqual([20, 45]);
    const [first, second] = stored.map(({ counts }) => readStoredCounts(new Uint8Array(counts)));
    const all = await db
      .select({ answers: responses.answers, strata: responses.strata })
      .from(responses)
      .where(eq(responses.surveyId, surveyId))
      .orderBy(asc(responses.place));
    // All at once, in the classes that the first release has set.
    const none = countAnswers(smallQuestionnaire(), []);
    const whole = countAnswers(smallQuestionnaire(), all, { ...none, edges: first?.edges ?? {} });
    const order = (second?.combinations ?? []).map((strata) => JSON.stringify(strata));
    expect(whole.combinations.map((strata) => JSON.stringify(strata)).sort()).toEqual(order.sort());
    expect(second?.responses).toBe(45);
    expect(second?.byVariable).toEqual(whole.byVariable);
    expect(second?.numbers).toEqual(whole.numbers);
    expect(second?.edges).toEqual(whole.edges);
  });

  it("is counted anew under a new edition, with the answers of the one before", async () => {
    const { db } = database;
    const surveyId = await survey("shinpan", "named");
    await answer(surveyId, 0, 20);
    await release(surveyId);
    const orders = JSON.stringify({ value: "orders", text: "受注が減った" });
    const people = JSON.stringify({ value: "people", text: "人手が足りない" });
    const source = JSON.stringify(smallDefinition).replace(orders, `${orders},${people}`);
    const questionnaire = questionnaireOf(source);
    const edition = { surveyId, follows: 1, questionnaire, source, reason: "選択肢の追加" };
    expect(await newEdition(db, clerk, edition)).toMatchObject({ stored: true });
    await answer(surveyId, 20, 40, 2);
    expect(await release(surveyId)).toEqual({ released: true, number: 2 });
    const second = await published(surveyId);
    expect(second).toMatchObject({ edition: 2, responses: 40 });
    expect(countsIn(second, "raised")).toEqual({ yes: 20, no: 20 });
    const layouts = await db
      .select({ layout: releaseCounts.layout })
      .from(releaseCounts)
      .innerJoin(releases, eq(releases.id, releaseCounts.releaseId))
      .where(eq(releases.surveyId, surveyId));
    expect(new Set(layouts.map(({ layout }) => layout)).size).toBe(2);
  });
});

describe("an anonymous survey", () => {
  it("is released after its close alone, and its 確報 hides what its 速報 hid", async () => {
    const { db } = database;
    const surveyId = await survey("tokumei", "anonymous");
    await answer(surveyId, 0, 30);
    expect(await release(surveyId)).toMatchObject({ why: "not-closed" });
    await closeSurvey(db, clerk, surveyId);
    expect(await release(surveyId)).toEqual({ released: true, number: 1 });
    const first = await published(surveyId);
    expect(await release(surveyId)).toMatchObject({
      why: "nothing-new",
      message: expect.stringContaining("変わった数字がない"),
    });
    expect(await release(surveyId, "確報")).toEqual({ released: true, number: 2 });
    const second = await published(surveyId);
    expect(second).toEqual({ ...first, number: 2, label: "確報" });
    expect(await release(surveyId, "確報")).toMatchObject({ why: "nothing-new" });
  });

  it("of fewer answers than the threshold is not released, and none at all neither", async () => {
    const { db } = database;
    for (const given of [0, 2]) {
      const surveyId = await survey(`wazuka-${given}`, "anonymous");
      await answer(surveyId, 0, given);
      await closeSurvey(db, clerk, surveyId);
      expect(await release(surveyId)).toMatchObject({ released: false, why: "too-few" });
      expect(await listReleases(db, anyone, surveyId)).toEqual([]);
    }
  });
});

describe("a release", () => {
  it("is what its preview showed, and the preview stores and announces nothing", async () => {
    const { db } = database;
    const surveyId = await survey("shitami", "named");
    await answer(surveyId, 0, 30);
    const announced = await listPublications(db, anyone, 100);
    expect(await previewRelease(db, anyone, surveyId, "速報")).toBeUndefined();
    const preview = await previewRelease(db, clerk, surveyId, "速報");
    if (!preview?.releasable) throw new Error(preview?.message);
    expect(preview).toMatchObject({ newAnswers: 30 });
    expect(preview.hidden).toBeLessThan(preview.cells);
    expect(await listReleases(db, clerk, surveyId)).toEqual([]);
    expect(await listPublications(db, anyone, 100)).toEqual(announced);
    expect(await release(surveyId)).toEqual({ released: true, number: 1 });
    expect(await published(surveyId)).toEqual(preview.published);
    expect(await previewRelease(db, clerk, surveyId, "速報")).toMatchObject({
      releasable: false,
      why: "nothing-new",
    });
  });

  it("has crossings of its own, each to be had alone, and a hash over all", async () => {
    const { db } = database;
    const surveyId = await survey("kurosu", "named");
    await answer(surveyId, 0, 40);
    await release(surveyId);
    const whole = await releaseWithCrossings(db, anyone, surveyId, 1);
    if (!whole) throw new Error("no release");
    const { crossings, sha256, ...head } = whole;
    expect(sha256).toBe(publishedSha256({ release: head.published, crossings }));
    const [pair] = head.published.crossings;
    if (!pair) throw new Error("no crossing");
    const found = await findCrossing(db, anyone, surveyId, 1, pair);
    expect(found).toEqual(crossings[`${pair.rows}|${pair.columns}`]);
    const other = { rows: pair.columns, columns: pair.rows };
    expect(await findCrossing(db, anyone, surveyId, 1, other)).toBeUndefined();
    expect(await findCrossing(db, anyone, surveyId, 2, pair)).toBeUndefined();
  });

  it("never changes, nor what it was counted from", async () => {
    const { db } = database;
    const surveyId = await survey("fuhen", "named");
    await answer(surveyId, 0, 12);
    await release(surveyId);
    const refusal = async (statement: PromiseLike<unknown>) =>
      sqlState(await Promise.resolve(statement).catch((error: unknown) => error));
    const [{ id = "" } = {}] = await listReleases(db, anyone, surveyId);
    const changes = [
      db.update(releases).set({ responses: 13 }).where(eq(releases.id, id)),
      db.update(releases).set({ crossings: {} }).where(eq(releases.id, id)),
      db.delete(releaseCounts).where(eq(releaseCounts.releaseId, id)),
      db.update(releaseCounts).set({ counted: 0 }).where(eq(releaseCounts.releaseId, id)),
      db.update(responses).set({ coded: null }).where(eq(responses.surveyId, surveyId)),
      db.update(responses).set({ place: null }).where(eq(responses.surveyId, surveyId)),
    ];
    for (const change of changes) expect(await refusal(change)).toBe("JK001");
  });
});
