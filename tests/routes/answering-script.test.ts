import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { invitations, responses } from "#db/schema/index.ts";
import { enter } from "#tests/support/contractor.ts";
import { makeSurvey, notRaised, raised } from "#tests/support/sample-survey.ts";
import { environment, type Person, type TestSite, testSite } from "#tests/support/site.ts";

/** The two addresses that the script form talks to: the draft, and the sending. */
let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
const stored = (surveyId: string) =>
  site.db.select().from(responses).where(eq(responses.surveyId, surveyId));

/** The invitation of a code. */
async function invitationOf(code = "") {
  const [row] = await site.db
    .select()
    .from(invitations)
    .where(eq(invitations.codeHash, hashCode(code)));
  if (!row) throw new Error("no invitation");
  return row;
}

async function post(person: Person, path: string, body: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await person.json(path, text);
  const said: Record<string, unknown> = await response.json();
  return { status: response.status, said, response };
}

describe("the draft of the script form", () => {
  it("is read, saved over the revision that was loaded, and shared with the plain form", async () => {
    const { codes } = await makeSurvey(site.db, "json-draft", hashCode);
    const { person, look } = await enter(site.visitor(), codes[0]);
    const first = await (await person.get(href("answerDraft"))).json();
    expect(first).toMatchObject({ revision: 0, answers: {}, page: 1, locale: "ja", edition: 1 });
    const draft = { answers: notRaised, page: 1, locale: "ja", edition: 1 };
    const saved = await post(person, href("answerDraft"), { ...draft, revision: 0 });
    expect(saved).toMatchObject({ status: 200, said: { revision: 1 } });
    expect((await look()).fields.get("q.reasons.other")).toBe("先が見通せない");

    const stale = await post(person, href("answerDraft"), { ...draft, revision: 0 });
    expect(stale).toMatchObject({
      status: 409,
      said: { why: "changed-elsewhere", revision: 1, answers: notRaised },
    });
    const old = await post(person, href("answerDraft"), { ...draft, revision: 1, edition: 7 });
    expect(old).toMatchObject({ status: 409, said: { why: "edition-changed", edition: 1 } });
    for (const body of [
      "{",
      [],
      { ...draft, revision: -1 },
      { ...draft, answers: [], revision: 1 },
    ]) {
      expect((await post(person, href("answerDraft"), body)).status).toBe(400);
    }
    expect((await site.visitor().get(href("answerDraft"))).status).toBe(401);
  });
});

describe("the sending of the script form", () => {
  it("takes an answer once and gives the same receipt each time", async () => {
    const { codes, surveyId } = await makeSurvey(site.db, "json-send", hashCode);
    const [one, two] = [
      await enter(site.visitor(), codes[0]),
      await enter(site.visitor(), codes[0]),
    ];
    const sent = await Promise.all(
      [one, two].map(({ person }) =>
        post(person, href("answerSending"), { answers: raised, edition: 1 }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    const numbers = new Set(sent.map(({ said }) => said.receiptNumber));
    expect(numbers.size).toBe(1);
    expect(sent.map(({ said }) => said.first).sort()).toEqual([false, true]);
    const [response, ...others] = await stored(surveyId);
    expect(others).toEqual([]);
    expect(response).toMatchObject({ answers: raised, receiptNumber: sent[0]?.said.receiptNumber });
    expect((await one.person.get(href("receipt"))).status).toBe(200);

    // The reply was lost: the code's cookie is gone, and the receipt is told to its own code alone.
    const { id: key } = await invitationOf(codes[0]);
    const again = { answers: raised, edition: 1 };
    const repeated = await post(one.person, href("answerSending"), { ...again, key });
    expect(repeated).toMatchObject({
      status: 200,
      said: { receiptNumber: response?.receiptNumber, first: false },
    });
    const other = await post(one.person, href("answerSending"), { ...again, key: surveyId });
    expect(other.status).toBe(401);
  });

  it("refuses what the questionnaire could not have produced, at the question", async () => {
    const { codes, surveyId } = await makeSurvey(site.db, "json-kyohi", hashCode);
    const { person } = await enter(site.visitor(), codes[0]);
    const wrong: [answers: unknown, words: string, field?: string][] = [
      [{ ...raised, secret: "x" }, "調査票にない問です"],
      [{ raised: "maybe" }, "選択肢にない答えです", "raised"],
      [{ raised: ["yes"] }, "選択肢にない答えです", "raised"],
      [{ ...raised, employees: "十二" }, "数字で入力してください", "employees"],
      [{ ...raised, employees: 1e308 }, "5000以下の数を入力してください", "employees"],
      [{ ...raised, wishes: { text: "x" } }, "文字で答えてください", "wishes"],
      [{ ...raised, reasons: ["costs"] }, "ほかの答えにより対象外です", "reasons"],
      [{ ...notRaised, reasons: "costs" }, "選択肢にない答えです", "reasons"],
      [[raised], "回答を読めません"],
      [null, "回答を読めません"],
    ];
    for (const [answers, words, field] of wrong) {
      const { status, said } = await post(person, href("answerSending"), { answers, edition: 1 });
      expect(status, JSON.stringify(answers)).toBe(400);
      expect(JSON.stringify(said.problems)).toContain(words);
      if (field) expect(said.problems).toContainEqual(expect.objectContaining({ field }));
    }
    for (const body of [
      "{not json",
      "null",
      { answers: raised },
      { answers: raised, edition: "1" },
    ]) {
      expect((await post(person, href("answerSending"), body)).status).toBe(400);
    }
    const huge = { answers: { ...raised, wishes: "あ".repeat(350_000) }, edition: 1 };
    expect((await post(person, href("answerSending"), huge)).status).toBe(413);
    const old = await post(person, href("answerSending"), { answers: raised, edition: 2 });
    expect(old).toMatchObject({ status: 409, said: { why: "edition-changed" } });
    expect(await stored(surveyId)).toEqual([]);
    const right = await post(person, href("answerSending"), { answers: raised, edition: 1 });
    expect(right.status).toBe(200);
  });

  it("says why when no code is held, another is held, or the survey has closed", async () => {
    const { codes, surveyId } = await makeSurvey(site.db, "json-naze", hashCode);
    const body = { answers: raised, edition: 1 };
    const nobody = await post(site.visitor(), href("answerSending"), body);
    expect(nobody).toMatchObject({ status: 401, said: { why: "expired" } });
    const { person } = await enter(site.visitor(), codes[0]);
    const mixed = await post(person, href("answerSending"), { ...body, key: "another" });
    expect(mixed.status).toBe(401);
    await closeSurvey(site.db, anyone, surveyId);
    const late = await post(person, href("answerSending"), body);
    expect(late).toMatchObject({ status: 409, said: { why: "closed" } });
    expect(String(late.said.message)).toContain("受付は終わりました");
    expect((await person.get(href("answerDraft"))).status).toBe(409);
    expect(await stored(surveyId)).toEqual([]);
  });
});
