import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

// A clerk makes letters on a narrow screen. No page has a script: that of their making renews itself.

let site: RunningSite;
let browser: Browser;
let page: Page;
const slug = "letters";

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  const hashes = keyedHashes(site.environment.secrets);
  await makeSurvey(site.database.db, slug, (code) => hashes("survey-code", code)[0], {
    firms: 600,
  });
  const viewport = { width: 360, height: 800 };
  page = await browser.newPage({ viewport, acceptDownloads: true });
  await signIn(page, site, "jimukyoku");
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** What every page of letters has to be: free of violations, and no wider than the screen. */
async function expectSound(name: string): Promise<void> {
  await expectNoAxeViolations(page);
  expect(await page.locator("script").count(), name).toBe(0);
  const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(wide, name).toBeLessThanOrEqual(0);
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("from the choice to the file, the page renewing itself", async () => {
  await page.goto(site.url + href("deskLetters", { survey: slug }));
  await expectSound("letters");
  await page.getByLabel(/^依頼状の再発行/).check();
  await page.getByRole("button", { name: "送り先を確かめる" }).click();
  await expectSound("letters-confirmation");
  await page.getByLabel("前のコードが使えなくなることを確かめました").check();
  await page.getByRole("button", { name: "再発行の依頼状を600通作る" }).click();
  await page.locator("progress").waitFor();
  expect(await page.getByText(/^600通のうち[0-9]+通を作りました。$/).count()).toBe(1);
  await page.getByText("600通作りました").waitFor({ timeout: 50_000 });
  await expectSound("letters-files");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDFを保存する" }).click(),
  ]);
  const pdf = readFileSync(await download.path());
  const [last] = await pagePictures(new Uint8Array(pdf), [600]);
  expect(last?.qr).toMatch(new RegExp(`^${site.url}/a/[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$`));
  // The code of the last letter is the one that counts.
  await page.goto(last?.qr ?? "");
  expect(new URL(page.url()).pathname).not.toContain("/a/");
});

test("a letter that came back is noted and written anew to the right address", async () => {
  await page.goto(site.url + href("deskLetters", { survey: slug }));
  await page.getByRole("textbox", { name: /^戻った手紙/ }).fill("T00012\nT00500");
  await page.getByRole("button", { name: "戻った手紙を記録する" }).click();
  await expectSound("letters-returned");
  await page.getByRole("link", { name: "サンプル建設12の宛先を直して再発行する" }).click();
  await page.getByLabel(/^所在地/).fill("三重県伊賀市上野丸之内500番地");
  await page.getByLabel("前のコードが使えなくなることを確かめました").check();
  await expectSound("letters-address");
  await page.getByRole("button", { name: "再発行の依頼状を1通作る" }).click();
  await page.getByText("1通作りました").waitFor({ timeout: 50_000 });
  await page.getByRole("link", { name: "手紙の画面へ戻る" }).click();
  expect(await page.getByText("手紙が戻った事業者（1者）").count()).toBeGreaterThan(0);
});
