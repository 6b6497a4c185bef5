import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, compileQuestionnaire } from "#app/domain/survey/index.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { anyone } from "#app/domain/viewer.ts";
import {
  type Clerk,
  closeSurvey,
  createSurvey,
  issueCodes,
  newEdition,
  newestRelease,
  openSurvey,
  releaseResults,
  replaceRoster,
} from "#db/queries/surveys/index.ts";
import { surveys } from "#db/schema/index.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { answerInTurn } from "#tests/support/answer-in-turn.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { madeUpFirms, makeSurvey } from "#tests/support/sample-survey.ts";

/** Releases of what nobody hopes for, from the stored answer to the published figure. */
let database: TestDatabase;
let clerk: Clerk;
beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
});
afterAll(() => database.drop());

const definition = {
  title: "困った答え",
  pages: [
    {
      name: "p1",
      elements: [
        { type: "radiogroup", name: "q1", title: "問1", choices: ["a", "b", "c", "d", "e"] },
        { type: "text", name: "q2", title: "問2", inputType: "number" },
        { type: "text", name: "q3", title: "問3", maxLength: 60 },
        { type: "comment", name: "q4", title: "問4", maxLength: 20_000 },
      ],
    },
  ],
};

/** A named survey past its deadline, with these answers, each checked as an answer is. */
async function answered(slug: string, given: readonly Answers[], firms = 40) {
  const { db } = database;
  const options = { firms, mode: "named" as const, definition };
  const { surveyId } = await makeSurvey(db, slug, () => randomUUID(), options);
  await db.update(surveys).set({ closesOn: "2026-01-30" }).where(eq(surveys.id, surveyId));
  await answer(surveyId, given, 0);
  return surveyId;
}

async function answer(surveyId: string, given: readonly Answers[], from: number, edition = 1) {
  const check = compileQuestionnaire(questionnaireOf(definition));
  if (edition === 1)
    for (const answers of given) expect(check(answers)).toMatchObject({ ok: true });
  await answerInTurn(database.db, surveyId, given, { from, edition, channel: "paper" });
}

const release = (surveyId: string) => releaseResults(database.db, clerk, surveyId, "速報");

async function published(surveyId: string): Promise<PublishedRelease> {
  const found = await newestRelease(database.db, anyone, surveyId);
  if (!found) throw new Error("no release");
  return found.published;
}

const variableOf = ({ questions }: PublishedRelease, name: string) => {
  const variable = questions.find((question) => question.name === name)?.variables[0];
  if (!variable) throw new Error(`no ${name}`);
  return variable;
};

const times = (count: number, answers: Answers) => Array.from({ length: count }, () => answers);

describe("a release", () => {
  it.each([0, 1, 2])("of %i answers is refused, with the reason", async (count) => {
    const surveyId = await answered(`wazuka-${count}`, times(count, { q1: "a" }));
    expect(await release(surveyId)).toMatchObject({
      released: false,
      why: "too-few",
      message: expect.stringContaining("3者に満たないため"),
    });
  });

  it("of one stratum has no tables by stratum, and no weights", async () => {
    const { db } = database;
    const questionnaire = questionnaireOf(definition);
    const entry = { slug: "hitotsu", title: "一つの区分", closesOn: "2999-12-31", questionnaire };
    const surveyId = (await createSurvey(db, anyone, { ...entry, mode: "named" })) ?? "";
    const alike = madeUpFirms(20).map((firm) => ({ ...firm, sector: "工事", size: "小" }));
    await replaceRoster(db, anyone, surveyId, alike);
    await issueCodes(db, anyone, surveyId, "missing", () => randomUUID());
    expect(await openSurvey(db, anyone, surveyId)).toBe("opened");
    await db.update(surveys).set({ closesOn: "2026-01-30" }).where(eq(surveys.id, surveyId));
    await answer(surveyId, times(12, { q1: "a" }), 0);
    expect(await release(surveyId)).toMatchObject({ released: true });
    const { axes, questions, responses: counted, weighting } = await published(surveyId);
    expect(counted).toBe(12);
    expect(axes).toEqual([]);
    expect(weighting).toMatchObject({ weighted: false, reason: expect.stringContaining("ため") });
    expect(
      questions.every(({ variables }) => variables.every((one) => one.byStratum.length === 0)),
    ).toBe(true);
  });

  it("whose cells are all small shows no count of one or two, nor what would tell one", async () => {
    const given = ["a", "b", "c", "d", "e"].flatMap((q1, at) =>
      times(at % 2 === 0 ? 1 : 2, { q1, q2: at }),
    );
    const surveyId = await answered("chiisai", given);
    expect(await release(surveyId)).toMatchObject({ released: true });
    const shown = await published(surveyId);
    const text = JSON.stringify(shown.questions);
    for (const { variables } of shown.questions) {
      for (const { rows, n, byStratum, summary } of variables) {
        const counts = [
          n,
          ...rows.map(({ count }) => count),
          ...byStratum.flatMap((one) => one.cells.flat()),
        ];
        expect(counts.filter((count) => count === 1 || count === 2)).toEqual([]);
        expect(rows.every(({ count, percent }) => count !== null || percent === null)).toBe(true);
        expect(
          rows.some(({ count }) => count === null) ? (summary?.mean ?? null) : null,
        ).toBeNull();
      }
    }
    expect(text).not.toContain("NaN");
    expect(variableOf(shown, "q1").rows.map(({ count }) => count)).toEqual(
      times(5, {}).map(() => null),
    );
  });

  it("reckons with the largest numbers there are", async () => {
    const numbers = [
      1e308, 1e308, 1e308, 1e308, -1e308, -1e308, -1e308, 5e-324, 5e-324, 5e-324, 0, 0,
    ];
    const surveyId = await answered(
      "ooki",
      numbers.map((q2) => ({ q1: "a", q2 })),
    );
    expect(await release(surveyId)).toMatchObject({ released: true });
    const { rows, summary, n } = variableOf(await published(surveyId), "q2");
    expect(n).toBe(12);
    const sum = rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
    expect(rows.some(({ count }) => count === null) || sum === 12).toBe(true);
    if (summary?.mean != null) expect(summary.mean / 1e306).toBeCloseTo(100 / 12, 5);
    expect(
      rows.every(({ from, to }) => from !== Number.POSITIVE_INFINITY && to !== undefined),
    ).toBe(true);
  });

  it("takes emoji, marks of direction, full-width digits and texts as long as may be for texts", async () => {
    const long = "記".repeat(20_000);
    const given = [
      ...times(4, { q1: "a", q3: "１２３", q4: "👩‍👩‍👧‍👦".repeat(400) }),
      ...times(4, { q1: "b", q3: "\u202eabc\u202c", q4: "\u200f\u202e逆さ\u202c" }),
      ...times(4, { q1: "c", q3: "=1+1", q4: long }),
    ];
    const surveyId = await answered("moji", given);
    expect(await release(surveyId)).toMatchObject({ released: true });
    const shown = await published(surveyId);
    expect(variableOf(shown, "q3").n).toBe(12);
    expect(variableOf(shown, "q4").n).toBe(12);
    // Nothing that was written stands in a release unless the secretariat has released it.
    expect(JSON.stringify(shown)).not.toMatch(/記記|逆さ|１２３|=1\+1/u);
    const check = compileQuestionnaire(questionnaireOf(definition));
    expect(check({ q1: "a", q4: "記".repeat(50_000) })).toMatchObject({ ok: false });
  });

  it("counts answers of an edition with other questions by the newest", async () => {
    const surveyId = await answered("hensyu", times(6, { q1: "e", q2: 5, q3: "ある" }));
    const [page] = definition.pages;
    const elements = [
      { ...page?.elements[0], choices: ["a", "b", "c", "d"] },
      page?.elements[1],
      { type: "checkbox", name: "q5", title: "問5", choices: ["x", "y"] },
    ];
    const next = { ...definition, pages: [{ name: "p1", elements }] };
    const source = JSON.stringify(next);
    const entry = { surveyId, questionnaire: questionnaireOf(next), source, reason: "見直し" };
    expect(await newEdition(database.db, clerk, { ...entry, follows: 1 })).toMatchObject({
      stored: true,
    });
    await answer(surveyId, times(5, { q1: "a", q2: 7, q5: ["x"] }), 6, 2);
    expect(await release(surveyId)).toMatchObject({ released: true });
    const shown = await published(surveyId);
    expect(shown.questions.map(({ name }) => name)).toEqual(["q1", "q2", "q5"]);
    const { rows, n } = variableOf(shown, "q1");
    expect(n).toBe(11);
    expect(rows.map(({ key, count }) => [key, count])).toEqual(
      expect.arrayContaining([
        ["a", 5],
        ["e", 6],
      ]),
    );
    // Who answered before it was asked was not shown it.
    expect(variableOf(shown, "q5")).toMatchObject({ n: 5, noAnswer: 0, notApplicable: 6 });
  });

  it("differing by one answer from the one before is refused, with the reason", async () => {
    const surveyId = await answered("hitokoto", times(9, { q1: "a" }));
    expect(await release(surveyId)).toMatchObject({ released: true });
    await answer(surveyId, [{ q1: "b" }], 9);
    expect(await release(surveyId)).toMatchObject({
      released: false,
      why: "too-few-new",
      message: expect.stringContaining("新しく増えた回答が3者に満たない"),
    });
    await closeSurvey(database.db, clerk, surveyId);
    expect(await release(surveyId)).toMatchObject({ released: false, why: "too-few-new" });
  });
});
