import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TextDecision, textHash, textKey } from "#app/domain/survey/free-text/index.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { sqlState } from "#db/database.ts";
import {
  type Clerk,
  closeSurvey,
  decidedTexts,
  decideTexts,
  invitationByCode,
  receiveAnswers,
  releaseResults,
  rosterNames,
  textsForRelease,
  textsToDecide,
} from "#db/queries/surveys/index.ts";
import { clerkOf } from "#tests/support/clerk.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
let clerk: Clerk;
let survey: { id: string; title: string };
const hashCode = (code: string) => `hash of ${code}`;
const hash = (text: string) => textHash(textKey(text));

const wishes = [
  "書類を減らしてください。",
  "書類を減らして下さい",
  "書類を減らしてください",
  "サンプル建設2の田中社長は、下請に払いません。",
  undefined,
];

beforeAll(async () => {
  database = await testDatabase();
  clerk = await clerkOf(database.db);
  const { db } = database;
  const made = await makeSurvey(db, "texts", hashCode, { firms: 6 });
  survey = { id: made.surveyId, title: "働き方のアンケート" };
  for (const [index, text] of wishes.entries()) {
    const invitation = await invitationByCode(db, [hashCode(made.codes[index] ?? "")]);
    if (!invitation) throw new Error("no invitation");
    const other: Answers = {
      raised: "no",
      reasons: ["other"],
      "reasons-Comment": "先が見通せない",
    };
    const own: Answers = index === 0 ? other : { raised: "yes" };
    await receiveAnswers(db, {
      invitationId: invitation.id,
      edition: 1,
      answers: text ? { ...own, wishes: text } : own,
      receiptNumber: randomUUID(),
    });
  }
});
afterAll(() => database.drop());

const publish = (wording: string): TextDecision => ({ verdict: "publish", wording });
const question = { name: "wishes", number: 4 };

describe("the texts of a survey", () => {
  it("are read by nobody while it is open", async () => {
    expect(await textsToDecide(database.db, clerk, survey.id, "wishes")).toBeUndefined();
    expect(await textsForRelease(database.db, survey.id, 3)).toEqual({});
  });

  it("are read by the secretariat alone once it has closed, each counted by firms", async () => {
    const { db } = database;
    await closeSurvey(db, clerk, survey.id);
    expect(await textsToDecide(db, anyone, survey.id, "wishes")).toBeUndefined();
    expect(await textsToDecide(db, clerk, survey.id, "employees")).toBeUndefined();
    const found = await textsToDecide(db, clerk, survey.id, "wishes");
    expect(found?.written.firms).toBe(4);
    const firms = Object.fromEntries(
      found?.written.texts.map((one) => [one.hash, one.firms]) ?? [],
    );
    expect(firms[hash("書類を減らしてください。")]).toBe(2);
    const reasons = await textsToDecide(db, clerk, survey.id, "reasons");
    expect(reasons?.written.texts.map(({ text }) => text)).toEqual(["先が見通せない"]);
    expect(await rosterNames(db, clerk, survey.id)).toContain("サンプル建設2");
    expect(await rosterNames(db, anyone, survey.id)).toEqual([]);
  });

  it("are published as decided, and not at all without a decision", async () => {
    const { db } = database;
    expect((await textsForRelease(db, survey.id, 3)).wishes?.published).toEqual([]);
    const wording = "書類を減らしてください。";
    const hashes = [hash(wording), hash("書類を減らして下さい")];
    await decideTexts(db, clerk, survey, question, hashes, publish(wording));
    const texts = await textsForRelease(db, survey.id, 3);
    expect(Object.keys(texts)).toEqual(["reasons", "wishes"]);
    expect(texts.wishes?.published).toEqual([{ text: wording, firms: 3 }]);
    expect(texts.wishes?.keywords).toEqual([{ word: "書類", firms: 3 }]);
    expect(await decidedTexts(db, clerk, survey.id)).toEqual(new Map([["wishes", 2]]));
    const [entry] = await database.sql`
      select detail from record_entries where action = '文章回答の公表の決定'`;
    expect(entry?.detail).toEqual({ texts: 2, verdict: "publish" });
  });

  it("are not decided on, nor results released, by a member of the council", async () => {
    const { db } = database;
    const member: Viewer = { kind: "member", accountId: randomUUID(), name: "委員A" };
    const hashes = [hash("書類を減らしてください。")];
    const decision: TextDecision = { verdict: "withhold", wording: null };
    await expect(decideTexts(db, member, survey, question, hashes, decision)).rejects.toThrow(
      "a member cannot decide on texts",
    );
    await expect(releaseResults(db, member, survey.id, "確報")).rejects.toThrow(
      "a member cannot release results",
    );
  });

  it("follow the newest decision, and the ones before stay", async () => {
    const { db, sql } = database;
    const redacted = "●●の●●社長は、下請に払いません。";
    const hashes = [hash("サンプル建設2の田中社長は、下請に払いません。")];
    await decideTexts(db, clerk, survey, question, hashes, {
      verdict: "redact",
      wording: redacted,
    });
    expect((await textsForRelease(db, survey.id, 3)).wishes?.published).toContainEqual({
      text: redacted,
      firms: null,
    });
    await decideTexts(db, clerk, survey, question, hashes, { verdict: "withhold", wording: null });
    const { wishes } = await textsForRelease(db, survey.id, 3);
    expect(wishes?.published.map(({ text }) => text)).toEqual(["書類を減らしてください。"]);
    const versions = await sql`
      select version, verdict, wording, decided_by from text_decisions
      where hash = ${hashes[0] ?? ""} order by version`;
    const decided_by = clerk.accountId;
    expect(versions).toEqual([
      { version: 1, verdict: "redact", wording: redacted, decided_by },
      { version: 2, verdict: "withhold", wording: null, decided_by },
    ]);
    const refused = await sql`delete from text_decisions`.catch(sqlState);
    expect(refused).toBe("JK001");
  });
});
