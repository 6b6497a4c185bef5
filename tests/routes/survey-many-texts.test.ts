import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Awaited<ReturnType<TestSite["signIn"]>>;
const slug = "many-texts";
const path = href("deskTexts", { survey: slug });
const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  const { surveyId } = await makeSurvey(site.db, slug, hashCode);
  // The first thousand wrote the same; each of the others something of its own.
  await site.database.sql`
    insert into responses (survey_id, receipt_number, answers, strata)
    select ${surveyId}, 'R' || n, jsonb_build_object('raised', 'yes', 'wishes',
      case when n <= 1000 then '書類を減らしてください。'
        else '要望その' || n || '、検査の日を早く知らせてください。' end), '{}'
    from generate_series(1, 100000) n`;
  await closeSurvey(site.db, anyone, surveyId);
}, 120_000);
afterAll(() => site.stop());

const read = async (address: string) => {
  const response = await clerk.get(address);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll("<!-- -->", "");
};
const groups = (html: string) =>
  [...html.matchAll(/name="group" value="([0-9a-f]{64})"/g)].map(([, hash = ""]) => hash);

describe("the desk of 100,000 texts", () => {
  it("shows a page of them, the most written first", async () => {
    const html = await read(`${path}?question=wishes`);
    expect(html).toContain("100,000者が書きました。");
    expect(html).toContain("違う文章が99,001個あります。");
    expect(html).toContain("1,000者が書いた文章");
    expect(html).toContain("4,951ページ中1ページ目");
    expect(groups(html).length).toBe(20);
    const last = await read(`${path}?question=wishes&page=4951`);
    expect(groups(last).length).toBe(1);
    expect(await read(`${path}?question=wishes&page=9999`)).toContain("4,951ページ中4,951ページ目");
  });

  it("takes a decision on any page, and shows there what is still open", async () => {
    const page = "question=wishes&page=3000";
    const [group = "", ...others] = groups(await read(`${path}?${page}`));
    const form = { question: "wishes", group, verdict: "withhold", wording: "", back: page };
    const decided = await clerk.post(path, form);
    expect(decided.status).toBe(303);
    expect(decided.headers.get("Location")).toBe(`${path}?${page}`);
    expect(await read(`${path}?${page}`)).toContain("公表しないと決めています");
    expect(groups(await read(`${path}?${page}&show=open`))).toEqual(others);
    // Nothing is decided on a text of another page than the one it is said to stand on.
    const elsewhere = await clerk.post(path, { ...form, back: "question=wishes&page=1" });
    expect(elsewhere.status).toBe(409);
  });
});
