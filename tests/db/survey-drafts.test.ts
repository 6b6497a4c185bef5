import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import {
  closeSurvey,
  invitationByCode,
  issueCodes,
  loadDraft,
  receiveAnswers,
  saveDraft,
} from "#db/queries/surveys/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const hashCode = (code: string) => `hash of ${code}`;
const sealedNow = () => new Uint8Array(randomBytes(1024));

async function invitationOf(code = ""): Promise<string> {
  return (await invitationByCode(database.db, [hashCode(code)]))?.id ?? "";
}

it("is overwritten only by who has seen its newest state", async () => {
  const { db } = database;
  const { codes } = await makeSurvey(db, "shitagaki", hashCode);
  const invitationId = await invitationOf(codes[0]);
  expect(await loadDraft(db, invitationId)).toBeUndefined();
  const first = sealedNow();
  expect(await saveDraft(db, { invitationId, revision: 0, sealed: first })).toEqual({
    saved: true,
    revision: 1,
  });
  expect(await loadDraft(db, invitationId)).toEqual({ revision: 1, sealed: Buffer.from(first) });
  const refused = { saved: false, why: "changed-elsewhere" };
  expect(await saveDraft(db, { invitationId, revision: 0, sealed: sealedNow() })).toEqual(refused);
  const tabs = await Promise.all(
    Array.from({ length: 6 }, () =>
      saveDraft(db, { invitationId, revision: 1, sealed: sealedNow() }),
    ),
  );
  expect(tabs.filter(({ saved }) => saved)).toEqual([{ saved: true, revision: 2 }]);
  expect((await loadDraft(db, invitationId))?.revision).toBe(2);
});

it("goes with the answer, and none can follow, however they race", async () => {
  const { db } = database;
  const { codes } = await makeSurvey(db, "kyousou", hashCode, { firms: 40 });
  for (const code of codes) {
    const invitationId = await invitationOf(code);
    const submission = { invitationId, edition: 1, answers: raised, receiptNumber: randomUUID() };
    const [saving] = await Promise.all([
      saveDraft(db, { invitationId, revision: 0, sealed: sealedNow() }),
      receiveAnswers(db, submission),
    ]);
    if (!saving.saved) expect(saving.why).toBe("answered");
    expect(await loadDraft(db, invitationId)).toBeUndefined();
  }
});

it("is not kept for a revoked code, before the opening or after the close", async () => {
  const { db } = database;
  const { surveyId, codes } = await makeSurvey(db, "saigo", hashCode);
  const invitationId = await invitationOf(codes[0]);
  await saveDraft(db, { invitationId, revision: 0, sealed: sealedNow() });
  await issueCodes(db, anyone, surveyId, "unanswered", hashCode);
  const notOpen = { saved: false, why: "not-open" };
  expect(await saveDraft(db, { invitationId, revision: 1, sealed: sealedNow() })).toEqual(notOpen);
  await closeSurvey(db, anyone, surveyId);
  expect(await loadDraft(db, invitationId)).toBeUndefined();

  const { codes: early } = await makeSurvey(db, "mada", hashCode, { open: false });
  const waiting = await invitationOf(early[0]);
  expect(await saveDraft(db, { invitationId: waiting, revision: 0, sealed: sealedNow() })).toEqual(
    notOpen,
  );
});
