import { afterAll, beforeAll, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { storeHiddenRelease } from "#tests/support/hidden-release.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite("samples");
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

test("a hidden figure cannot be linked, and the desk says what to do instead", async () => {
  const { db } = site;
  const clerk = await site.signIn("secretariat");
  const made = await makeSurvey(db, "hidden-figure", hashCode);
  await closeSurvey(db, anyone, made.surveyId);
  await storeHiddenRelease(db, made);
  const version = await newestVersion(db, anyone);
  const rows = version ? await provisionsIn(db, version) : [];
  const article = rows.find(({ fullLabel, kind }) => kind === "article" && fullLabel === "第3条");
  const path = href("deskProvisionLinks", { provision: article?.number ?? 0 });
  const form = { intent: "question", survey: made.slug, question: "raised", note: "" };
  const refused = await clerk.post(path, { ...form, choice: "no", suffix: "question" });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain("推測されないように集計版で伏せているため、関連付けられません。");
  expect(html).toContain("数の出ている選択肢を選んでください。");
  const linked = await clerk.post(path, { ...form, choice: "yes", suffix: "question" });
  expect(linked.status).toBe(303);
});
