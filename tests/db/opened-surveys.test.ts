import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import { closeSurvey, invitationByCode, receiveAnswers } from "#db/queries/surveys/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const hashCode = (code: string) => `hash of ${code}`;

/** The SQLSTATE with which the database refuses a statement; undefined when it obeys. */
async function refusalOf(statement: string): Promise<string | undefined> {
  return database.sql.unsafe(statement).then(() => undefined, sqlState);
}

describe("what the database itself refuses once a survey is open", () => {
  it("another mode or threshold, another questionnaire without an edition", async () => {
    const { surveyId } = await makeSurvey(database.db, "kawaranai", hashCode);
    const set = (what: string) => refusalOf(`update surveys set ${what} where id = '${surveyId}'`);
    expect(await set("mode = 'named'")).toBe("JK001");
    expect(await set("threshold = 2")).toBe("JK001");
    expect(await set("edition = 2")).toBe("JK001");
    const changed = `jsonb_set(questionnaire, '{title}', '"別の題"')`;
    expect(await set(`questionnaire = ${changed}`)).toBe("JK001");
    await database.sql.unsafe(`
      insert into survey_editions (survey_id, number, source, questionnaire, reason)
      select id, 2, '', ${changed}, '誤字' from surveys where id = '${surveyId}'`);
    expect(await set("edition = 2")).toBe("JK001");
    expect(await set(`edition = 3, questionnaire = ${changed}`)).toBe("JK001");
    expect(await set(`edition = 2, questionnaire = ${changed}`)).toBeUndefined();
    expect(await set("edition = 1")).toBe("JK001");
    for (const change of [
      "update survey_editions set reason = ''",
      "delete from survey_editions",
    ]) {
      expect(await refusalOf(`${change} where survey_id = '${surveyId}'`)).toBe("JK001");
    }
    expect(await refusalOf("truncate survey_editions")).toBe("JK001");
  });

  it("answers that change or go, and spent codes that are free again", async () => {
    const { db } = database;
    const { surveyId, codes } = await makeSurvey(db, "kesenai", hashCode);
    for (const code of codes.slice(0, 3)) {
      const invitation = await invitationByCode(db, [hashCode(code)]);
      const submission = { edition: 1, answers: raised, receiptNumber: randomUUID() };
      await receiveAnswers(db, { ...submission, invitationId: invitation?.id ?? "" });
    }
    const ours = `where survey_id = '${surveyId}'`;
    const everywhere = async () => {
      expect(await refusalOf(`update responses set answers = '{}' ${ours}`)).toBe("JK001");
      expect(await refusalOf(`delete from responses ${ours}`)).toBe("JK001");
      expect(await refusalOf("truncate responses")).toBe("JK001");
      expect(await refusalOf(`update survey_progress set spent = '' ${ours}`)).toBe("JK001");
      expect(await refusalOf(`delete from survey_progress ${ours}`)).toBe("JK001");
    };
    await everywhere();
    await closeSurvey(db, anyone, surveyId);
    await everywhere();
  });
});
