import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { createSurvey } from "#db/queries/surveys/index.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { makeSurvey, smallQuestionnaire } from "#tests/support/sample-survey.ts";

let site: RunningSite;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  folder = await mkdtemp(join(tmpdir(), "jukugi-roster-"));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await rm(folder, { recursive: true });
});

async function lookAt(page: Page): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${page.url()} at ${width}`).toBeLessThanOrEqual(width);
    await expectNoAxeViolations(page);
  }
  await page.setViewportSize({ width: 360, height: 900 });
}

async function rosterFile(fix: boolean): Promise<string> {
  const book = new exceljs.Workbook();
  book.addWorksheet("説明").addRow(["この名簿について"]);
  const sheet = book.addWorksheet("名簿");
  sheet.addRow(["令和8年度　競争入札参加資格者名簿（サンプル）"]);
  sheet.addRow([
    "業者番号",
    "商号又は名称",
    "〒",
    "住所",
    "登録業種",
    "従業員数",
    "ランク",
    "備考",
  ]);
  for (let index = 1; index <= 12; index += 1) {
    const type = ["建設工事", "委託", "造園"][index % 3];
    const postalCode = index === 4 && !fix ? "518" : "518-0000";
    sheet.addRow([
      ...[`S${index}`, `サンプル建設${index}`, postalCode, `伊賀市サンプル町${index}番地`],
      ...[type, index * 9, index % 2 === 0 ? "A" : "無し", ""],
    ]);
  }
  const path = join(folder, "名簿.xlsx");
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
  return path;
}

it("imports a roster without script, from a wrong file to the list", {
  timeout: 120_000,
}, async () => {
  const entry = { slug: "walk", title: "働き方の調査", closesOn: "2030-12-18" };
  await createSurvey(site.database.db, anyone, { ...entry, questionnaire: smallQuestionnaire() });
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await signIn(page, site, "jimukyoku");
  await page.goto(`${site.url}/secretariat/surveys/walk/roster`);
  await lookAt(page);

  const check = () =>
    arrive(page, () => page.getByRole("button", { name: "名簿を確かめる" }).click());
  await page.getByLabel("名簿のファイル").setInputFiles(await rosterFile(false));
  await check();
  await lookAt(page);
  await expect.poll(() => page.getByText("まだ登録できません").count()).toBe(1);
  expect(await page.getByLabel("業種「造園」のコード").inputValue()).toBe("");
  await page.getByLabel("業種「造園」のコード").selectOption("書いてあるとおり");
  await arrive(page, () => page.getByRole("button", { name: "この対応で確かめ直す" }).click());
  expect(await page.locator(".roster-faults tbody tr").count()).toBe(1);

  await arrive(page, () => page.getByRole("button", { name: "取りやめる" }).click());
  await page.getByLabel("名簿のファイル").setInputFiles(await rosterFile(true));
  await check();
  await page.getByLabel("業種「造園」のコード").selectOption("工事");
  await arrive(page, () => page.getByRole("button", { name: "この対応で確かめ直す" }).click());
  await lookAt(page);
  await arrive(page, () => page.getByRole("button", { name: "12者を登録する" }).click());
  expect(await page.getByRole("status").textContent()).toContain("名簿（12者）を登録しました。");
  await lookAt(page);
  await page.getByLabel("等級").selectOption("A（6者）");
  await arrive(page, () => page.getByRole("button", { name: "絞り込む" }).click());
  expect(await page.locator(".roster-list tbody tr").count()).toBe(6);
  await context.close();
});

it("shows the answers day by day on the desk", { timeout: 60_000 }, async () => {
  const { surveyId } = await makeSurvey(site.database.db, "days", (code) => `days ${code}`, {
    firms: 200,
  });
  const days: Record<string, number> = {};
  for (let day = 1; day <= 24; day += 1) {
    days[`2026-11-${String(day).padStart(2, "0")}`] = (day * 7) % 11;
  }
  await site.database.sql`
    update survey_progress set days = ${JSON.stringify(days)}::text::jsonb
    where survey_id = ${surveyId}`;
  const page = await (await browser.newContext()).newPage();
  await signIn(page, site, "jimukyoku");
  await page.goto(`${site.url}/secretariat/surveys/days`);
  await page.getByText("日ごとの数の表").click();
  await lookAt(page);
  expect(await page.locator("#responses-by-day-figure tbody tr").count()).toBeGreaterThanOrEqual(
    24,
  );
});
