import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey, issueCodes, rosterCounts } from "#db/queries/surveys/index.ts";
import { invitations, responses } from "#db/schema/index.ts";
import { makeSurvey, notRaised, raised } from "#tests/support/sample-survey.ts";
import { environment, type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

/** Answers as the page sends them: a multipart form. */
function answerForm(answers: unknown, submissionId: string = randomUUID()): FormData {
  const form = new FormData();
  form.set("submissionId", submissionId);
  form.set("answers", typeof answers === "string" ? answers : JSON.stringify(answers));
  return form;
}

/** A visitor who has entered a code and sees the questionnaire. */
async function contractor(code: string | undefined): Promise<Person> {
  const person = site.visitor();
  const entered = await person.post(href("codeEntry"), { code: code ?? "" });
  expect(entered.headers.get("Location")).toBe(href("answer"));
  return person;
}

const stored = (surveyId: string) =>
  site.db.select().from(responses).where(eq(responses.surveyId, surveyId));

async function spent(surveyId: string): Promise<number> {
  return (await rosterCounts(site.db, surveyId)).answered;
}

/** What a page says, without markup. */
async function wordsOf(response: Response): Promise<string> {
  const html = await response.text();
  return html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, " ");
}

describe("entering the code", () => {
  it("leads to the questionnaire and takes the code out of the address", async () => {
    const { codes } = await makeSurvey(site.db, "iriguchi", hashCode);
    const person = site.visitor();
    const entry = await person.get(href("codeEntry"));
    expect(entry.status).toBe(200);
    expect(await entry.text()).not.toContain("<script");

    const linked = await person.get(href("codeLink", { code: codes[0] ?? "" }));
    expect(linked.status).toBe(303);
    expect(linked.headers.get("Location")).toBe(href("answer"));
    const page = await person.get(href("answer"));
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toContain(codes[0]);
    expect(html).toContain("令和8年12月18日");
    expect(html).toContain("紙の調査票をお送りします");
    expect(html).toMatch(/<script nonce="/);
    const policy = page.headers.get("Content-Security-Policy");
    expect(policy).toMatch(/script-src 'self' 'nonce-/);
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });

  it("reads what people type: full width, small letters, no hyphens", async () => {
    const { codes } = await makeSurvey(site.db, "utikata", hashCode);
    const [code = ""] = codes;
    const fullWidth = code
      .toLowerCase()
      .replaceAll("-", "")
      .replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    await contractor(` ${fullWidth}　`);
  });

  it("tells a wrong, a used, an early and a late code apart, typed or linked", async () => {
    const { codes: early } = await makeSurvey(site.db, "mada", hashCode, { open: false });
    const { codes: late, surveyId } = await makeSurvey(site.db, "owari", hashCode);
    await closeSurvey(site.db, anyone, surveyId);
    const { codes: used } = await makeSurvey(site.db, "zumi", hashCode);
    await (await contractor(used[0])).post(href("answer"), answerForm(raised));
    const { codes: dead, surveyId: deadId } = await makeSurvey(site.db, "furui", hashCode);
    await issueCodes(site.db, anyone, deadId, "unanswered", hashCode);

    const cases = [
      { code: dead[0], words: "このコードは見つかりません", status: 400 },
      { code: used[0], words: "回答はすでに受け付けています", status: 409 },
      { code: early[0], words: "まだ始まっていません", status: 409 },
      { code: late[0], words: "受付は終わりました", status: 409 },
    ];
    for (const { code = "", words, status } of cases) {
      const typed = await site.visitor().post(href("codeEntry"), { code });
      expect(typed.status).toBe(status);
      const html = await typed.text();
      expect(html).toContain(words);
      expect(html).toContain(`value="${code}"`);

      const person = site.visitor();
      const linked = await person.get(href("codeLink", { code }));
      expect(linked.status).toBe(303);
      const location = linked.headers.get("Location") ?? "";
      expect(location).not.toContain(code);
      expect(await wordsOf(await person.get(location))).toContain(words);
      expect((await person.get(href("answer"))).headers.get("Location")).toBe(href("codeEntry"));
    }
  });

  it("says what is wrong with what cannot be a code, and keeps it", async () => {
    const refused = await site.visitor().post(href("codeEntry"), { code: "ABCD-0000" });
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain("コードに使われない文字「0」があります");
    expect(html).toContain('value="ABCD-0000"');
    expect((await site.visitor().post(href("codeEntry"), { code: "" })).status).toBe(400);
  });

  it("locks an address after too many wrong codes, for right ones too", async () => {
    const own = await testSite();
    try {
      const hash = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
      const { codes: right } = await makeSurvey(own.db, "kagi", hash);
      const { codes: wrong, surveyId } = await makeSurvey(own.db, "kagi-2", hash);
      await issueCodes(own.db, anyone, surveyId, "unanswered", hash);
      const enter = (code = "") => own.visitor().post(href("codeEntry"), { code });
      for (let i = 0; i < 20; i++) expect((await enter(wrong[0])).status).toBe(400);
      const locked = await enter(right[0]);
      expect(locked.status).toBe(429);
      expect(await locked.text()).toContain("15分ほど待って");
    } finally {
      await own.stop();
    }
  });
});

describe("answering", () => {
  it("ends in a receipt with a copy, and spends the code", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "kaitou", hashCode);
    const person = await contractor(codes[0]);
    const sent = await person.post(href("answer"), answerForm(notRaised));
    expect(sent.status).toBe(303);
    expect(sent.headers.get("Location")).toBe(href("receipt"));
    expect(sent.headers.get("Clear-Site-Data")).toBe('"storage"');
    const [response] = await stored(surveyId);
    expect(response?.answers).toEqual(notRaised);
    expect(await spent(surveyId)).toBe(1);

    const receipt = await person.get(href("receipt"));
    expect(receipt.headers.get("Cache-Control")).toBe("no-store");
    const html = await receipt.text();
    expect(html).not.toContain("<script");
    for (const words of [
      response?.receiptNumber ?? "",
      "賃金を引き上げましたか。",
      "変えていない",
      "材料費が上がった",
      "（記入）先が見通せない",
      "書類を減らしてください。",
      "（無回答）",
    ]) {
      expect(html).toContain(words);
    }
    expect((await site.visitor().get(href("receipt"))).status).toBe(404);
    expect((await person.get(href("answer"))).headers.get("Location")).toBe(href("codeEntry"));
  });

  it("refuses what the questionnaire could not have produced, at the question, and keeps it", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "kyohi", hashCode);
    const person = await contractor(codes[0]);
    const wrong: [answers: unknown, words: string][] = [
      [{ ...raised, secret: "x" }, "調査票にない問です"],
      [{ raised: "maybe" }, "問1「賃金を引き上げましたか。」：選択肢にない答えです"],
      [{ raised: ["yes"] }, "選択肢にない答えです"],
      [{ ...raised, employees: "十二" }, "数字で入力してください"],
      [{ ...raised, employees: 1e308 }, "5000以下の数を入力してください"],
      [{ ...raised, wishes: { text: "x" } }, "文字で答えてください"],
      [{ ...raised, wishes: "あ".repeat(201) }, "200字までにしてください"],
      [{ ...raised, reasons: ["costs"] }, "ほかの答えにより対象外です"],
      [{ ...notRaised, reasons: "costs" }, "選択肢にない答えです"],
      [{ employees: 3 }, "問1「賃金を引き上げましたか。」"],
      [[raised], "回答を読めません"],
      [null, "回答を読めません"],
      ["{not json", "回答を読み取れませんでした"],
    ];
    for (const [answers, words] of wrong) {
      const refused = await person.post(href("answer"), answerForm(answers));
      expect(refused.status, JSON.stringify(answers)).toBe(400);
      expect(await wordsOf(refused)).toContain(words);
    }
    const kept = await person.post(
      href("answer"),
      answerForm({ wishes: "この文は残ってほしいです。" }),
    );
    expect(await kept.text()).toContain("この文は残ってほしいです。");
    expect((await person.post(href("answer"), answerForm(raised, "1"))).status).toBe(400);
    expect(await stored(surveyId)).toEqual([]);
    expect(await spent(surveyId)).toBe(0);
    // The code still works.
    expect((await person.post(href("answer"), answerForm(raised))).status).toBe(303);
  });

  it("stops at 512 KB, whatever was announced", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "ookii", hashCode);
    const person = await contractor(codes[0]);
    const huge = answerForm({ ...raised, wishes: "あ".repeat(350_000) });
    const refused = await person.post(href("answer"), huge);
    expect(refused.status).toBe(413);
    expect(await wordsOf(refused)).toContain("回答が大きすぎるため、受け取れませんでした");
    expect(await stored(surveyId)).toEqual([]);
    expect((await person.post(href("answer"), answerForm(raised))).status).toBe(303);
  });

  it("gives the same receipt when the same answer is sent again", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "nidome", hashCode);
    const person = await contractor(codes[0]);
    const id = randomUUID();
    const send = () => person.post(href("answer"), answerForm(raised, id));
    const both = await Promise.all([send(), send()]);
    expect(both.map((each) => each.headers.get("Location"))).toEqual([
      href("receipt"),
      href("receipt"),
    ]);
    const [response, ...others] = await stored(surveyId);
    expect(others).toEqual([]);
    const number = response?.receiptNumber ?? "-";
    expect(await (await person.get(href("receipt"))).text()).toContain(number);
    // The "back" button and once more: the code's cookie is gone, the receipt's is there.
    const again = await send();
    expect(again.headers.get("Location")).toBe(href("receipt"));
    expect(await (await person.get(href("receipt"))).text()).toContain(number);
    expect(await stored(surveyId)).toHaveLength(1);
  });

  it("takes one answer of two tabs at once, with the right receipt", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "tabu", hashCode);
    const tabs = await Promise.all([contractor(codes[0]), contractor(codes[0])]);
    const both: Answers[] = [raised, notRaised];
    const sent = await Promise.all(
      tabs.map((tab, index) => tab.post(href("answer"), answerForm(both[index]))),
    );
    const locations = sent.map((each) => each.headers.get("Location"));
    expect([...locations].sort()).toEqual([
      href("receipt"),
      `${href("codeEntry")}?why=already-answered`,
    ]);
    const [response, ...others] = await stored(surveyId);
    expect(others).toEqual([]);
    const winner = locations.indexOf(href("receipt"));
    expect(response?.answers).toEqual(both[winner]);
    const receipt = await (await tabs[winner]?.get(href("receipt")))?.text();
    expect(receipt).toContain(response?.receiptNumber ?? "-");
    const loser = tabs[1 - winner];
    const told = await loser?.get(locations[1 - winner] ?? "");
    expect(await told?.text()).toContain("回答はすでに受け付けています");
  });

  it("says so when the survey closed or the code was used up in between", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "aida", hashCode);
    const person = await contractor(codes[0]);
    await closeSurvey(site.db, anyone, surveyId);
    const late = await person.post(href("answer"), answerForm(raised));
    expect(late.headers.get("Location")).toBe(`${href("codeEntry")}?why=closed`);
    const nobody = await site.visitor().post(href("answer"), answerForm(raised));
    expect(nobody.headers.get("Location")).toBe(`${href("codeEntry")}?why=expired`);
    expect(await stored(surveyId)).toEqual([]);
  });

  it("believes no cookie that it has not signed", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "nise", hashCode);
    const [invitation] = await site.db
      .select()
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    const forged = Buffer.from(JSON.stringify({ invitationId: invitation?.id })).toString("base64");
    const page = await site.visitor().get(href("answer"), { Cookie: `answering=${forged}` });
    expect(page.headers.get("Location")).toBe(href("codeEntry"));
    expect(codes).toHaveLength(4);
  });
});
