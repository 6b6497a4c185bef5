import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countTexts, textQuestions, textsIn } from "#app/domain/survey/free-text/index.ts";
import { type Answers, checkDefinition, commentKey } from "#app/domain/survey/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import {
  closeSurvey,
  decideTexts,
  decisionsOn,
  textsOnPage,
  textsSize,
} from "#db/queries/surveys/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const reader: Viewer = { kind: "secretariat", accountId: "", name: "" };
const hashCode = (code: string) => `hash of ${code}`;

const definition = {
  title: "調査",
  pages: [
    {
      name: "p1",
      elements: [
        { type: "comment", name: "意見", title: "意見" },
        {
          type: "checkbox",
          name: "why",
          title: "理由",
          choices: ["a", "b"],
          showOtherItem: true,
          showCommentArea: true,
        },
        {
          type: "multipletext",
          name: "parts",
          title: "部署",
          items: [
            { name: "post", title: "部署" },
            { name: "mail", title: "メール", inputType: "email" },
          ],
        },
        {
          type: "paneldynamic",
          name: "subs",
          title: "下請",
          templateElements: [
            { type: "text", name: "trade", title: "業種" },
            { type: "text", name: "tel", title: "電話", inputType: "tel" },
            {
              type: "radiogroup",
              name: "size",
              title: "規模",
              choices: ["s"],
              showOtherItem: true,
            },
          ],
        },
      ],
    },
  ],
};

const written: Answers[] = [
  { 意見: "書類を減らして", why: ["other"], "why-Comment": "人手が足りない" },
  { 意見: "書類を減らして", parts: { post: "総務係", mail: "a@example.com" } },
  { 意見: "  ", why: ["a"] },
  {
    subs: [
      { trade: "土木", tel: "000", size: "other", "size-Comment": "中くらい" },
      { trade: "土木" },
      { trade: "建築" },
    ],
  },
];

describe("the texts of a question, counted and paged in SQL", () => {
  it("are those that are read of each answer, wherever they stand", async () => {
    const { db, sql } = database;
    const { surveyId } = await makeSurvey(db, "pages", hashCode, { definition });
    const checked = checkDefinition(JSON.stringify(definition));
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    for (const answers of written) {
      await sql`insert into responses (survey_id, receipt_number, answers, strata)
        values (${surveyId}, ${crypto.randomUUID()}, ${JSON.stringify(answers)}::text::jsonb, '{}')`;
    }
    const questions = textQuestions(checked.value);
    expect(questions.map(({ name }) => name)).toEqual(["意見", "why", "parts", "subs"]);
    const all = { page: 1, perPage: 100 };
    for (const question of questions) {
      expect(await textsSize(db, reader, surveyId, question)).toEqual({ firms: 0, different: 0 });
    }
    await closeSurvey(db, anyone, surveyId);
    for (const question of questions) {
      const firms = written
        .map((answers) =>
          textsIn(question, answers[question.name], answers[commentKey(question.name)]),
        )
        .filter((texts) => texts.length > 0);
      const expected = countTexts(firms);
      const found = await textsOnPage(db, reader, surveyId, question, all);
      const byText = (rows: readonly { text: string; firms: number }[]) =>
        rows.map(({ text, firms }) => `${firms} ${text}`).sort();
      expect(byText(found), question.name).toEqual(byText(expected.texts));
      expect(await textsSize(db, reader, surveyId, question)).toEqual({
        ...{ firms: expected.firms, different: expected.texts.length },
      });
      expect(await textsOnPage(db, anyone, surveyId, question, all)).toEqual([]);
      expect(await textsSize(db, anyone, surveyId, question)).toEqual({ firms: 0, different: 0 });
    }
  });

  it("come the most written first, each once, over all pages", async () => {
    const { db, sql } = database;
    const { surveyId } = await makeSurvey(db, "many-pages", hashCode, { definition });
    const [question] = textQuestions(readDefinition());
    if (!question) throw new Error("no question");
    await sql`insert into responses (survey_id, receipt_number, answers, strata)
      select ${surveyId}, gen_random_uuid()::text,
        jsonb_build_object('意見', 'よく似た意見' || (n % 45)), '{}'
      from generate_series(1, 100) n`;
    await closeSurvey(db, anyone, surveyId);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => textsOnPage(db, reader, surveyId, question, { page, perPage: 20 })),
    );
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    const rows = pages.flat();
    expect(new Set(rows.map(({ text }) => text)).size).toBe(45);
    expect(rows.map(({ firms }) => firms)).toEqual([
      ...Array.from({ length: 10 }, () => 3),
      ...Array.from({ length: 35 }, () => 2),
    ]);
  });

  it("have the newest decision on each that is asked for, and no other", async () => {
    const { db } = database;
    const { surveyId } = await makeSurvey(db, "decided-pages", hashCode, { definition });
    const [one, other] = ["a".repeat(64), "b".repeat(64)];
    const survey = { id: surveyId, title: "調査" };
    const about = { name: "why", number: 2 };
    const withhold = { verdict: "withhold", wording: null } as const;
    await decideTexts(db, anyone, survey, about, [one, other], withhold);
    const publish = { verdict: "publish", wording: "人手" } as const;
    await decideTexts(db, anyone, survey, about, [one], publish);
    const found = await decisionsOn(db, reader, surveyId, "why", [one]);
    expect([...found]).toEqual([[one, publish]]);
    expect((await decisionsOn(db, anyone, surveyId, "why", [one])).size).toBe(0);
    expect((await decisionsOn(db, reader, surveyId, "other", [one])).size).toBe(0);
  });
});

function readDefinition() {
  const checked = checkDefinition(JSON.stringify(definition));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}
