import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, strataOf } from "#app/domain/survey/index.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { responseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { codingBy } from "#db/queries/surveys/codings.ts";
import {
  type Clerk,
  closeSurvey,
  findRelease,
  listReleases,
  newestRelease,
  releaseResults,
  releaseWithCrossings,
} from "#db/queries/surveys/index.ts";
import {
  type OpenReleaseMaker,
  openReleaseMaker,
} from "#db/queries/surveys/release-thread/open-release-maker.ts";
import type {
  CodedAnswers,
  ReleaseOrder,
} from "#db/queries/surveys/release-thread/release-maker.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { madeUpFirms, makeSurvey, smallQuestionnaire } from "#tests/support/sample-survey.ts";

const questionnaire = smallQuestionnaire();
const strata = madeUpFirms(40).map(strataOf);

/** Two of every twenty firms say no: of forty enough, of twenty too few to be told. */
const answerOf = (n: number): Answers =>
  n % 10 === 0 ? { raised: "no", reasons: ["costs"] } : { raised: "yes", employees: 5 * n };

/** The coded answers of firms, each with its strata, in the order of the firms. */
function coded(from: number, to: number): CodedAnswers[] {
  const coding = codingBy(questionnaire);
  return strata.slice(from, to).map((each, index) => ({
    strata: each,
    rows: new Uint8Array(coding.code(answerOf(from + index))),
  }));
}

function order(answered: number, threshold = 3): ReleaseOrder {
  return {
    survey: { slug: "ito", mode: "named", threshold, edition: 1, questionnaire },
    number: 1,
    label: "速報",
    cutOff: "2026-10-20",
    roster: strata.map((each) => ({ strata: each, firms: 1 })),
    responseRate: responseRate(
      strata.map((each, at) => ({
        strata: each,
        disposition: at < answered ? "complete" : "no-reply",
      })),
    ),
    earlier: [],
  };
}

async function used<T>(maker: OpenReleaseMaker, use: (maker: OpenReleaseMaker) => Promise<T>) {
  try {
    return await use(maker);
  } finally {
    await maker.close();
  }
}

const inThread = (base?: Uint8Array) => openReleaseMaker({ questionnaire, base }, false);
const here = (base?: Uint8Array) => openReleaseMaker({ questionnaire, base }, true);

describe("a release made in a thread", () => {
  it("is the one made without, and so are its counts, whatever pieces the answers come in", async () => {
    const whole = await used(here(), async (maker) => {
      await maker.add(coded(0, 40));
      return maker.make(order(40));
    });
    const piecewise = await used(inThread(), async (maker) => {
      for (let at = 0; at < 40; at += 15) await maker.add(coded(at, Math.min(at + 15, 40)));
      return maker.make(order(40));
    });
    expect(piecewise.making.made).toBe(true);
    expect(piecewise.making).toEqual(whole.making);
    expect(Buffer.from(piecewise.counts)).toEqual(Buffer.from(whole.counts));
  });

  it("adds to the counts of the one before, which are read where they lie and left as they are", async () => {
    const first = await used(inThread(), async (maker) => {
      await maker.add(coded(0, 20));
      return maker.counts();
    });
    const kept = Buffer.from(first);
    const added = await used(inThread(first), async (maker) => {
      await maker.add(coded(20, 40));
      return maker.make(order(40));
    });
    const without = await used(here(first), async (maker) => {
      await maker.add(coded(20, 40));
      return maker.make(order(40));
    });
    expect(added.making).toMatchObject({ made: true, release: { responses: 40 } });
    expect(added.making).toEqual(without.making);
    expect(Buffer.from(first)).toEqual(kept);
  });

  it("leaves rows alone that share their memory with others, as the driver's small ones do", async () => {
    const [one, two] = coded(0, 2);
    if (!one || !two) throw new Error("no answers");
    const shared = Buffer.concat([one.rows, two.rows]);
    const parts = [
      { strata: one.strata, rows: shared.subarray(0, one.rows.length) },
      { strata: two.strata, rows: shared.subarray(one.rows.length) },
    ];
    const counted = await used(inThread(), async (maker) => {
      await maker.add(parts);
      return maker.counts();
    });
    expect(shared).toEqual(Buffer.concat(coded(0, 2).map(({ rows }) => rows)));
    const alone = await used(here(), async (maker) => {
      await maker.add(coded(0, 2));
      return maker.counts();
    });
    expect(Buffer.from(counted)).toEqual(Buffer.from(alone));
  });

  it("is refused with the reason where too few have answered", async () => {
    const { making } = await used(inThread(), async (maker) => {
      await maker.add(coded(0, 2));
      return maker.make(order(2));
    });
    expect(making).toMatchObject({
      made: false,
      why: "too-few",
      message: expect.stringContaining("3者に満たない"),
    });
  });

  it("fails what waits and what comes after when the thread fails, with its error", async () => {
    await used(inThread(new Uint8Array([255, 255, 255, 255, 1])), async (maker) => {
      const waiting = [maker.add(coded(0, 1)), maker.make(order(40))];
      for (const each of await Promise.allSettled(waiting)) {
        expect(each).toMatchObject({ status: "rejected", reason: expect.any(Error) });
      }
      await expect(maker.counts()).rejects.toThrow();
    });
  });

  it("fails what waits when it is closed", async () => {
    const maker = inThread();
    const waiting = maker.add(coded(0, 40));
    const failure = expect(waiting).rejects.toThrow("the thread that makes releases ended early");
    await maker.close();
    await failure;
  });
});

describe("what is told of releases", () => {
  let database: TestDatabase;
  let clerk: Clerk;
  let surveyId: string;
  const member: Viewer = { kind: "member", accountId: randomUUID(), name: "委員A" };
  beforeAll(async () => {
    database = await testDatabase();
    const { db } = database;
    clerk = await clerkOf(db);
    const options = { firms: 40, mode: "named" } as const;
    ({ surveyId } = await makeSurvey(db, "ito", () => randomUUID(), options));
    await database.sql`update surveys set closes_on = '2026-01-30' where id = ${surveyId}`;
    for (const from of [0, 20]) {
      const given = Array.from({ length: 20 }, (_, index) => answerOf(from + index));
      await answerInTurn(db, surveyId, given, { from, channel: "paper" });
      const number = from === 0 ? 1 : 2;
      expect(await releaseResults(db, clerk, surveyId, "速報")).toEqual({ released: true, number });
    }
    await closeSurvey(db, clerk, surveyId);
    expect(await releaseResults(db, clerk, surveyId, "確報")).toMatchObject({ number: 3 });
  });
  afterAll(() => database.drop());

  const countsOf = ({ questions }: PublishedRelease) =>
    questions.find(({ name }) => name === "raised")?.variables[0]?.rows.map(({ count }) => count);

  it("is the same to everybody, the newest first", async () => {
    const { db } = database;
    const heads = await listReleases(db, anyone, surveyId);
    expect(heads.map(({ number, label, responses }) => [number, label, responses])).toEqual([
      [3, "確報", 40],
      [2, "速報", 40],
      [1, "速報", 20],
    ]);
    const newest = await newestRelease(db, anyone, surveyId);
    expect(newest?.number).toBe(3);
    const first = await releaseWithCrossings(db, anyone, surveyId, 1);
    for (const viewer of [member, clerk]) {
      expect(await listReleases(db, viewer, surveyId)).toEqual(heads);
      expect(await newestRelease(db, viewer, surveyId)).toEqual(newest);
      expect(await releaseWithCrossings(db, viewer, surveyId, 1)).toEqual(first);
    }
  });

  it("holds no hidden count, to the secretariat neither, nor the difference that would tell it", async () => {
    const { db } = database;
    const first = await findRelease(db, clerk, surveyId, 1);
    const second = await findRelease(db, clerk, surveyId, 2);
    if (!first || !second) throw new Error("no release");
    // Two of the twenty said no, and as many of those who came after.
    expect(countsOf(first.published)).toEqual([null, null]);
    expect(first.published.audit.narrowest).toBeGreaterThanOrEqual(3);
    expect(countsOf(second.published)).toEqual([36, 4]);
    expect(Object.keys(first).sort()).toEqual(
      [...Object.keys((await listReleases(db, clerk, surveyId))[0] ?? {}), "published"].sort(),
    );
  });
});
