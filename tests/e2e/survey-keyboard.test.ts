import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { takenOver } from "#tests/support/answering/script-hand.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, startSite } from "#tests/support/running-site.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/** A questionnaire answered by the keyboard alone, and by an input method for kanji. */
let site: RunningSite;
let browser: Browser;
let codes: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("schema"), launchBrowser()]);
  const [secret = ""] = site.environment.secrets;
  const hash = (code: string) => keyedHashes([secret])("survey-code", code)[0];
  ({ codes } = await makeSurvey(site.database.db, "keys", hash));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function enter(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(site.url + href("codeLink", { code: codes.pop() ?? "" }));
  return page;
}

/** Presses Tab until the focus is on what `selector` finds; fails where it never comes there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted),
      selector,
    );
    if (there) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

async function answerByKeys(page: Page, next: string, send: string): Promise<void> {
  await tabTo(page, "input[type=radio]");
  await page.keyboard.press("Space");
  await tabTo(page, "input[type=number], [name='q.employees']");
  await page.keyboard.type("12");
  await tabTo(page, "textarea[aria-required], [name='q.wishes']");
  await page.keyboard.type("鍵盤だけで答えました。");
  await tabTo(page, next);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "送信する" }).waitFor();
  await tabTo(page, send);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === href("receipt"));
}

async function lastAnswer(page: Page): Promise<unknown> {
  const number = await page.locator(".receipt-number strong").textContent();
  const [row] = await site.database
    .sql`select answers from responses where receipt_number = ${number}`;
  return row?.answers;
}

const wanted = { raised: "yes", employees: 12, wishes: "鍵盤だけで答えました。" };

describe("by keyboard alone", () => {
  it("a questionnaire is answered in SurveyJS", async () => {
    const context = await browser.newContext();
    const page = await enter(context);
    await takenOver(page);
    await answerByKeys(page, ".sd-navigation__preview-btn", ".sd-navigation__complete-btn");
    expect(await lastAnswer(page)).toEqual(wanted);
    await context.close();
  });

  it("a questionnaire is answered in the plain form", async () => {
    const context = await browser.newContext();
    await context.route("**/*.js", (route) => route.abort());
    const page = await enter(context);
    await answerByKeys(page, ".buttons [value=next]", "main form button:not([tabindex='-1'])");
    expect(await lastAnswer(page)).toEqual(wanted);
    await context.close();
  });
});

describe("Enter that ends a kanji conversion", () => {
  it.each(["script", "plain"])("sends nothing and turns no page: %s", async (rendering) => {
    const context = await browser.newContext();
    if (rendering === "plain") {
      await context.route("**/assets/surveyjs-*.js", (route) => route.abort());
    }
    const page = await enter(context);
    if (rendering === "script") await takenOver(page);
    let posts = 0;
    page.on("request", (request) => {
      if (request.isNavigationRequest()) posts += 1;
    });
    const field = page.locator("input[type=number], [name='q.employees']").first();
    await field.focus();
    const debug = await context.newCDPSession(page);
    await debug.send("Input.imeSetComposition", { text: "12", selectionStart: 2, selectionEnd: 2 });
    const enterKey = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await debug.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enterKey });
    await debug.send("Input.insertText", { text: "12" });
    await debug.send("Input.dispatchKeyEvent", { type: "keyUp", ...enterKey });
    await page.waitForTimeout(500);
    expect(posts).toBe(0);
    expect(await field.inputValue()).toBe("12");
    await context.close();
  });
});
