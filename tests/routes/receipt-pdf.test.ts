import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { enter } from "#tests/support/contractor.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { makeSurvey, notRaised } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

describe("the copy of an answer as a PDF", () => {
  it("is given to who has sent the answer, with its receipt number and what was answered", async () => {
    const { codes } = await makeSurvey(site.db, "copy", hashCode);
    const { person } = await enter(site.visitor(), codes[0]);
    const body = JSON.stringify({ answers: notRaised, edition: 1 });
    const sent = await person.json(href("answerSending"), body);
    const { receiptNumber } = await sent.json();
    const response = await person.get(href("receiptPdf"));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Content-Disposition")).toContain(`kaitou-${receiptNumber}.pdf`);
    const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()));
    for (const words of [
      receiptNumber,
      "働き方のアンケート",
      "先が見通せない",
      "書類を減らしてください。",
      "この調査は匿名です。",
      "事業者名、回答コード、回答した日時のどれも残しません。",
    ]) {
      expect(text).toContain(squeezed(words));
    }
    expect(text).not.toContain(codes[0]);
    expect(text).not.toContain("サンプル建設");
  });

  it("is not there for anybody else", async () => {
    expect((await site.visitor().get(href("receiptPdf"))).status).toBe(404);
  });
});

describe("the preview of the plain form", () => {
  it("shows a page, and tries it out without keeping anything", async () => {
    const { slug } = await makeSurvey(site.db, "plain-preview", hashCode);
    const clerk = await site.signIn("secretariat");
    const path = href("deskSurveyPreview", { survey: slug });
    const page = await clerk.get(`${path}?view=plain`);
    expect(await page.text()).toContain('name="q.raised"');
    const empty = await clerk.post(path, { page: "p1", intent: "next" });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain("この問に答えてください");
    const branch = await clerk.post(path, { page: "p1", intent: "next", "q.raised": "no" });
    expect(await branch.text()).toContain('name="q.reasons"');
    const [drafts] = await site.database.sql`select count(*)::int as rows from drafts`;
    expect(drafts).toEqual({ rows: 0 });
  });

  it("is the secretariat's alone", async () => {
    const { slug } = await makeSurvey(site.db, "preview-guard", hashCode);
    const path = href("deskSurveyPreview", { survey: slug });
    const tried = await site.visitor().post(path, { page: "p1", intent: "next" });
    expect([302, 303, 401, 403]).toContain(tried.status);
    const member = await site.signIn("member");
    expect((await member.post(path, { page: "p1", intent: "next" })).status).toBe(403);
  });
});
