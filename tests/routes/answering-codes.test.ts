import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { loadBuild } from "#app/http/built.ts";
import { createHandler } from "#app/http/handler.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { makeLog } from "#app/http/log.ts";
import { href } from "#app/routes.ts";
import { closeSurvey, issueCodes } from "#db/queries/surveys/index.ts";
import { invitations } from "#db/schema/index.ts";
import { enter } from "#tests/support/contractor.ts";
import { wordsIn } from "#tests/support/html-form.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, origin, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
const raised = { "q.raised": "yes", "q.employees": "12" };

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
    expect(linked.headers.get("Referrer-Policy")).toBe("same-origin");
    const page = await person.get(href("answer"));
    expect(page.status).toBe(200);
    expect(page.headers.get("Cache-Control")).toBe("no-store");
    const html = await page.text();
    expect(html).not.toContain(codes[0]);
    expect(html).toContain("令和12年12月18日");
    expect(wordsIn(html)).toContain("この調査は匿名です");
    // The form stands in the page as it came; the one script adds to it.
    expect(html).toContain('name="q.raised"');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it("writes no code into the log", async () => {
    const { codes } = await makeSurvey(site.db, "kiroku", hashCode);
    const [code = ""] = codes;
    const lines: string[] = [];
    const log = makeLog("trace", { write: (line: string) => void lines.push(line) });
    const build = await loadBuild();
    const handle = createHandler({ db: site.db, environment, log, build, migrationsExpected: 0 });
    await handle(new Request(`${origin}${href("codeLink", { code })}`), "192.0.2.7");
    const body = new URLSearchParams({ code });
    const headers = { Origin: origin, Referer: `${origin}${href("codeLink", { code })}` };
    const typed = new Request(`${origin}${href("codeEntry")}`, { method: "POST", body, headers });
    await handle(typed, "192.0.2.7");
    const written = lines.join("");
    expect(written).toContain('"route":"codeLink"');
    expect(written).toContain('"route":"codeEntry"');
    expect(written.replaceAll("-", "")).not.toContain(code.replaceAll("-", ""));
    expect(written).not.toContain(code.slice(0, 4));
  });

  it("reads what people type: full width, small letters, no hyphens", async () => {
    const { codes } = await makeSurvey(site.db, "utikata", hashCode);
    const [code = ""] = codes;
    const fullWidth = code
      .toLowerCase()
      .replaceAll("-", "")
      .replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    await enter(site.visitor(), ` ${fullWidth}　`);
  });

  it("tells a wrong, an early and a late code apart, typed or linked", async () => {
    const { codes: early } = await makeSurvey(site.db, "mada", hashCode, { open: false });
    const { codes: late, surveyId } = await makeSurvey(site.db, "owari", hashCode);
    await closeSurvey(site.db, anyone, surveyId);
    const { codes: dead, surveyId: deadId } = await makeSurvey(site.db, "furui", hashCode);
    await issueCodes(site.db, anyone, deadId, "unanswered", hashCode);
    const cases = [
      { code: dead[0], words: "このコードは見つかりません", status: 400 },
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
      expect(wordsIn(await (await person.get(location)).text())).toContain(words);
      expect((await person.get(href("answer"))).headers.get("Location")).toContain("why=expired");
    }
  });

  it("shows who enters a spent code the receipt and the copy, on any device", async () => {
    const { codes } = await makeSurvey(site.db, "zumi", hashCode);
    const first = await enter(site.visitor(), codes[0]);
    await first.post(await first.look(), raised);
    await first.send();
    const receipt = wordsIn(await (await first.person.get(href("receipt"))).text());
    const number =
      /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(receipt)?.[0] ?? "-";
    const again = site.visitor();
    const typed = await again.post(href("codeEntry"), { code: codes[0] ?? "" });
    expect(typed.headers.get("Location")).toBe(href("receipt"));
    const told = wordsIn(await (await again.get(href("receipt"))).text());
    expect(told).toContain("回答はすでに受け付けています");
    expect(told).toContain(number);
    expect(told).toContain("引き上げた");
    const linked = await site.visitor().get(href("codeLink", { code: codes[0] ?? "" }));
    expect(linked.headers.get("Location")).toBe(href("receipt"));
  });

  it("says why there is no copy when an anonymous survey has closed", async () => {
    const { codes, surveyId } = await makeSurvey(site.db, "tozita", hashCode);
    const first = await enter(site.visitor(), codes[0]);
    await first.post(await first.look(), raised);
    await first.send();
    await closeSurvey(site.db, anyone, surveyId);
    const receipt = await first.person.get(href("receipt"));
    expect(receipt.status).toBe(200);
    const words = wordsIn(await receipt.text());
    expect(words).toContain("受付番号と回答のつながりを消しています");
    expect(words).not.toContain("引き上げた");
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
      const { codes: right } = await makeSurvey(own.db, "kagi", hashCode);
      const { codes: wrong, surveyId } = await makeSurvey(own.db, "kagi-2", hashCode);
      await issueCodes(own.db, anyone, surveyId, "unanswered", hashCode);
      const typed = (code = "") => own.visitor().post(href("codeEntry"), { code });
      for (let i = 0; i < 20; i++) expect((await typed(wrong[0])).status).toBe(400);
      const locked = await typed(right[0]);
      expect(locked.status).toBe(429);
      expect(await locked.text()).toContain("15分ほど待って");
    } finally {
      await own.stop();
    }
  });

  it("counts wrong codes that come all at once, and right ones never", async () => {
    const own = await testSite();
    try {
      const { codes: right } = await makeSurvey(own.db, "ichido", hashCode);
      const { codes: wrong, surveyId } = await makeSurvey(own.db, "ichido-2", hashCode);
      await issueCodes(own.db, anyone, surveyId, "unanswered", hashCode);
      const typed = (code = "") => own.visitor().post(href("codeEntry"), { code });
      for (let i = 0; i < 25; i++) expect((await typed(right[0])).status).toBe(303);
      const answers = await Promise.all(Array.from({ length: 60 }, () => typed(wrong[0])));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 400)).toHaveLength(20);
      expect(statuses.filter((status) => status === 429)).toHaveLength(40);
    } finally {
      await own.stop();
    }
  });

  it("believes no cookie that it has not signed, and forgets the code when asked", async () => {
    const { surveyId, codes } = await makeSurvey(site.db, "nise", hashCode);
    const [invitation] = await site.db
      .select()
      .from(invitations)
      .where(eq(invitations.surveyId, surveyId));
    const held = { invitationId: invitation?.id, surveyId, key: "", receiptNumber: "" };
    const forged = Buffer.from(JSON.stringify(held)).toString("base64");
    const page = await site.visitor().get(href("answer"), { Cookie: `answering=${forged}` });
    expect(page.headers.get("Location")).toContain(href("codeEntry"));

    const { person, look } = await enter(site.visitor(), codes[0]);
    const left = await person.post(href("answerLeaving"), {});
    expect(left.headers.get("Location")).toBe(href("codeEntry"));
    expect(wordsIn(await (await person.get(href("codeEntry"))).text())).toContain("消しました");
    expect((await look()).location).toContain(href("codeEntry"));
  });
});
