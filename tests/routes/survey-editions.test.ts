import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { wordsIn as spacedWordsIn } from "#tests/support/html-form.ts";
import { makeSurvey, smallDefinition } from "#tests/support/sample-survey.ts";
import { environment, type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
/** Without spaces: React puts nothing visible between a text and a number. */
const wordsIn = (html: string) => spacedWordsIn(html).replace(/\s+/g, "");
const path = (survey: string) => href("deskEditions", { survey });

/** The small definition with another first question. */
function withFirst(change: Record<string, unknown>): string {
  const [page] = smallDefinition.pages;
  const [first, ...rest] = page?.elements ?? [];
  const elements = [{ ...first, ...change }, ...rest];
  return JSON.stringify({ ...smallDefinition, pages: [{ ...page, elements }] });
}

async function post(slug: string, fields: Record<string, string>) {
  const response = await clerk.post(path(slug), fields);
  return { status: response.status, words: wordsIn(await response.text()) };
}

describe("correcting the questionnaire of an open survey", () => {
  it("says beforehand what it does, asks for a reason, and shows it to the public", async () => {
    const { slug } = await makeSurvey(site.db, "teisei", hashCode);
    const definition = withFirst({ title: "昨年度、賃金を引き上げましたか。" });
    const compared = await post(slug, { intent: "compare", definition });
    expect(compared.status).toBe(200);
    expect(compared.words).toContain("第2版にすると、どうなるか");
    expect(compared.words).toContain("問1（raised）の文が「賃金を引き上げましたか。」から");
    expect(wordsIn(await (await clerk.get(path(slug))).text())).not.toContain("第2版");

    const store = { intent: "store", definition, follows: "1" };
    const unsure = await post(slug, { ...store, reason: "" });
    expect(unsure.status).toBe(400);
    expect(unsure.words).toContain("直した理由を書いてください");
    expect(unsure.words).toContain("確かめたことを示す印");

    const confirmed = { ...store, reason: "いつの賃金かを明らかにしました。", confirmed: "on" };
    expect((await post(slug, confirmed)).status).toBe(303);
    expect((await post(slug, confirmed)).status).toBe(409);
    const page = await site.anyone.get(href("survey", { survey: slug }));
    const words = wordsIn(await page.text());
    expect(words).toContain("いつの賃金かを明らかにしました。");
    expect(words).toContain("第2版");
  });

  it("refuses what would change the meaning of answers, and keeps what was typed", async () => {
    const { slug } = await makeSurvey(site.db, "kobamu", hashCode);
    const definition = withFirst({ type: "dropdown" });
    const refused = await post(slug, { intent: "compare", definition });
    expect(refused.status).toBe(400);
    expect(refused.words).toContain("種類が「radiogroup」から「dropdown」に変わります");
    const broken = await post(slug, { intent: "compare", definition: "{" });
    expect(broken.status).toBe(400);
    expect(broken.words).toContain("JSONとして読めません");
  });

  it("is for open surveys and the secretariat alone", async () => {
    const { slug } = await makeSurvey(site.db, "mada", hashCode, { open: false });
    expect((await post(slug, { intent: "compare", definition: "{}" })).status).toBe(409);
    const member = await site.signIn("member");
    expect((await member.get(path(slug))).status).not.toBe(200);
  });
});
