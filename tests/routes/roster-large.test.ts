import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { createSurvey } from "#db/queries/surveys/index.ts";
import { firms } from "#db/schema/index.ts";
import { largeCsv } from "#tests/files/roster/large-rosters.ts";
import { smallQuestionnaire } from "#tests/support/sample-survey.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

const lines = 50_000;
let site: TestSite;
let clerk: Person;
let surveyId: string;
const page = "/secretariat/surveys/large/roster";

beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  const questionnaire = smallQuestionnaire();
  const entry = { slug: "large", title: "大きな調査", closesOn: "2026-12-18", questionnaire };
  surveyId = (await createSurvey(site.db, anyone, entry)) ?? "";
});
afterAll(() => site.stop());

async function upload(file: Uint8Array): Promise<string> {
  const form = new FormData();
  form.set("intent", "upload");
  form.set("roster", new File([new Uint8Array(file)], "名簿.csv"));
  const response = await clerk.post(page, form);
  return (
    new URL(response.headers.get("Location") ?? "", "http://x").searchParams.get("upload") ?? ""
  );
}

async function stored() {
  const [row] = await site.db
    .select({
      firms: sql<number>`count(*)::int`,
      ordinals: sql<number>`count(distinct ${firms.ordinal})::int`,
      last: sql<number>`max(${firms.ordinal})`,
    })
    .from(firms)
    .where(eq(firms.surveyId, surveyId));
  return row;
}

test("50,000 firms are imported in one go", { timeout: 180_000 }, async () => {
  const start = performance.now();
  const id = await upload(largeCsv(lines, false));
  const uploaded = performance.now();
  expect(await (await clerk.get(`${page}?upload=${id}`)).text()).toContain("登録できます");
  const shown = performance.now();
  expect((await clerk.post(page, { intent: "import", upload: id })).status).toBe(303);
  const imported = performance.now();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  process.stdout.write(
    `50,000 firms: upload ${seconds(start, uploaded)} s, preview ${seconds(uploaded, shown)} s, ` +
      `import ${seconds(shown, imported)} s\n`,
  );
  expect(await stored()).toEqual({ firms: lines, ordinals: lines, last: lines - 1 });
});

test("a faulty one changes nothing and reports all", { timeout: 180_000 }, async () => {
  const id = await upload(largeCsv(lines, true));
  expect((await clerk.post(page, { intent: "import", upload: id })).status).toBe(400);
  const report = await (await clerk.get(`${page}/faults/${id}`)).text();
  expect(report.trimEnd().split("\r\n").length).toBe(1 + lines / 10);
  expect((await stored())?.firms).toBe(lines);
});
