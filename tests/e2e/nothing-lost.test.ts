import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { takenOver } from "#tests/support/answering/script-hand.ts";
import { arrive, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, startSite } from "#tests/support/running-site.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/** Lines that break, windows that are closed, buttons pressed twice: one answer, nothing lost. */
let site: RunningSite;
let browser: Browser;
let codes: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("schema"), launchBrowser()]);
  const [secret = ""] = site.environment.secrets;
  const hash = (code: string) => keyedHashes([secret])("survey-code", code)[0];
  ({ codes } = await makeSurvey(site.database.db, "lost", hash, { firms: 12 }));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const phone = { viewport: { width: 360, height: 740 } };
const nextCode = () => codes.pop() ?? "";

async function enter(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(site.url + href("codeLink", { code }));
  return page;
}

async function atTheForm(code: string) {
  const context = await browser.newContext(phone);
  const page = await enter(context, code);
  await takenOver(page);
  return { context, page };
}

const wishes = (page: Page) => page.locator('[data-name="wishes"] textarea');
const raisedLabel = (page: Page) =>
  page.locator('[data-name="raised"] label', { hasText: "引き上げた" });
const saved = (page: Page) => page.getByText("途中の内容を保存しました。").waitFor();

/** Types a wish and comes to the last look. */
async function toTheEnd(page: Page, words: string): Promise<void> {
  await raisedLabel(page).click();
  await wishes(page).fill(words);
  await wishes(page).blur();
  await page.getByRole("button", { name: "確認へ進む" }).click();
  await page.getByRole("button", { name: "送信する" }).waitFor();
}

const atReceipt = (page: Page) => page.waitForURL((url) => url.pathname === href("receipt"));

async function responsesWith(words: string): Promise<number> {
  const rows = await site.database
    .sql`select 1 from responses where answers ->> 'wishes' = ${words}`;
  return rows.length;
}

describe("while answering", () => {
  it("goes on at another device by the code, with and without script", async () => {
    const code = nextCode();
    const { context, page } = await atTheForm(code);
    await raisedLabel(page).click();
    await wishes(page).fill("続きは会社で書きます。");
    await wishes(page).blur();
    await saved(page);
    const other = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const there = await enter(other, code);
    expect(await there.locator('[name="q.wishes"]').inputValue()).toBe("続きは会社で書きます。");
    expect(await there.locator('[name="q.raised"][value="yes"]').isChecked()).toBe(true);
    await there.locator('[name="q.wishes"]').fill("会社で書きました。");
    await arrive(there, () => there.locator('.buttons [value="next"]').click());
    await page.reload();
    await takenOver(page);
    expect(await wishes(page).inputValue()).toBe("会社で書きました。");
    await Promise.all([context.close(), other.close()]);
  });

  it("keeps what was typed over a reload, with the line and without it", async () => {
    const { context, page } = await atTheForm(nextCode());
    await wishes(page).fill("すぐに開き直します。");
    await page.reload();
    await takenOver(page);
    expect(await wishes(page).inputValue()).toBe("すぐに開き直します。");
    await saved(page).catch(() => undefined);
    await context.setOffline(true);
    await wishes(page).fill("線が切れています。");
    await page.getByText("通信が切れています").waitFor();
    await context.setOffline(false);
    await page.reload();
    await takenOver(page);
    expect(await wishes(page).inputValue()).toBe("線が切れています。");
    await context.close();
  });

  it("tells two tabs of each other and loses neither's words", async () => {
    const { context, page: first } = await atTheForm(nextCode());
    const second = await context.newPage();
    await second.goto(site.url + href("answer"));
    await takenOver(second);
    await wishes(second).fill("二つ目の画面です。");
    await wishes(second).blur();
    await saved(second);
    await wishes(first).fill("一つ目の画面です。");
    await wishes(first).blur();
    await first.getByText("別の画面（タブや端末）で、この回答の続きが入力されました").waitFor();
    expect(await wishes(first).inputValue()).toBe("一つ目の画面です。");
    await first.getByRole("button", { name: "この画面の内容を残す" }).click();
    await saved(first);
    await second.reload();
    await takenOver(second);
    expect(await wishes(second).inputValue()).toBe("一つ目の画面です。");
    await context.close();
  });

  it("carries over what was typed before the script came, without moving the focus", async () => {
    const context = await browser.newContext(phone);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await context.route("**/assets/surveyjs-*.js", async (route) => {
      await held;
      await route.continue();
    });
    const page = await enter(context, nextCode());
    const field = page.locator('[name="q.wishes"]');
    await field.fill("台本より先に書きました。");
    release();
    await page.waitForTimeout(1_500);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator(".sd-root-modern").count()).toBe(0);
    await page.locator('[name="q.raised"][value="yes"]').check();
    await page.locator('.buttons [value="next"]').click();
    await page.getByRole("button", { name: "送信する" }).waitFor();
    expect(await page.getByRole("main").textContent()).toContain("台本より先に書きました。");
    await context.close();
  });
});

describe("at the last moment", () => {
  it("keeps the finished answer on the device and sends it when the line is back", async () => {
    const { context, page } = await atTheForm(nextCode());
    await toTheEnd(page, "線が切れても届きます。");
    await context.setOffline(true);
    await page.getByRole("button", { name: "送信する" }).click();
    await page.getByText("この端末に保存してあります。つながると自動で送信します").waitFor();
    expect(await responsesWith("線が切れても届きます。")).toBe(0);
    await Promise.all([atReceipt(page), context.setOffline(false)]);
    expect(await responsesWith("線が切れても届きます。")).toBe(1);
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0);
    await context.close();
  });

  it("sends it at the next visit with the same code when the window was closed", async () => {
    const code = nextCode();
    const { context, page } = await atTheForm(code);
    await toTheEnd(page, "次に開いたときに届きます。");
    await context.setOffline(true);
    await page.getByRole("button", { name: "送信する" }).click();
    await page.getByText("まだ送信できていません。").waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await enter(context, code);
    await atReceipt(again);
    expect(await responsesWith("次に開いたときに届きます。")).toBe(1);
    await context.close();
  });

  it("gives the same receipt when the answer arrived and the reply was lost", async () => {
    const { context, page } = await atTheForm(nextCode());
    await toTheEnd(page, "返事が届きませんでした。");
    let tries = 0;
    const receipts: unknown[] = [];
    await page.route(`**${href("answerSending")}`, async (route) => {
      const response = await route.fetch();
      receipts.push((await response.json()).receiptNumber);
      if (tries++ === 0) await route.abort();
      else await route.fulfill({ response });
    });
    await page.getByRole("button", { name: "送信する" }).click();
    await page.getByRole("button", { name: "もう一度送信する" }).click();
    await atReceipt(page);
    expect(await responsesWith("返事が届きませんでした。")).toBe(1);
    expect(new Set(receipts).size).toBe(1);
    const shown = await page.locator(".receipt-number strong").textContent();
    expect(receipts).toContain(shown);
    await context.close();
  });

  it("stores one answer for two clicks and for two windows", async () => {
    const { context, page } = await atTheForm(nextCode());
    const second = await context.newPage();
    await second.goto(site.url + href("answer"));
    await takenOver(second);
    await toTheEnd(page, "二度押しました。");
    await toTheEnd(second, "二度押しました。");
    await Promise.all([atReceipt(page), page.getByRole("button", { name: "送信する" }).dblclick()]);
    await Promise.all([
      atReceipt(second),
      second.getByRole("button", { name: "送信する" }).click(),
    ]);
    expect(await responsesWith("二度押しました。")).toBe(1);
    const number = (each: Page) => each.locator(".receipt-number strong").textContent();
    expect(await number(second)).toBe(await number(page));
    await context.close();
  });

  it("leaves a refused answer in the form with the message at its question", async () => {
    const { context, page } = await atTheForm(nextCode());
    await toTheEnd(page, "直してから送ります。");
    await page.route(`**${href("answerSending")}`, async (route) => {
      const body = route.request().postDataJSON();
      body.answers.employees = 9_999;
      await route.continue({ postData: JSON.stringify(body) });
    });
    await page.getByRole("button", { name: "送信する" }).click();
    const question = page.locator('[data-name="employees"]');
    await question.locator(".sd-error").first().waitFor();
    expect(await wishes(page).inputValue()).toBe("直してから送ります。");
    expect(await responsesWith("直してから送ります。")).toBe(0);
    await context.close();
  });
});
