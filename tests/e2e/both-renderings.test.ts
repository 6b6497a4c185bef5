import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import {
  everyTypeAnswers,
  everyTypeDefinition,
  sparseAnswers,
} from "#tests/support/answering/every-type.ts";
import { answerAll, type Hand } from "#tests/support/answering/hand.ts";
import { plainHand } from "#tests/support/answering/plain-hand.ts";
import { scriptHand, takenOver } from "#tests/support/answering/script-hand.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, startSite } from "#tests/support/running-site.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/** Every type of question, answered at 360 px without script and with it. */
let site: RunningSite;
let browser: Browser;
let codes: string[];
let questionnaire: Questionnaire;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("schema"), launchBrowser()]);
  const [secret = ""] = site.environment.secrets;
  const hash = (code: string) => keyedHashes([secret])("survey-code", code)[0];
  const survey = { definition: everyTypeDefinition, firms: 5 };
  ({ codes } = await makeSurvey(site.database.db, "every-type", hash, survey));
  const checked = checkDefinition(everyTypeDefinition);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  questionnaire = checked.value;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Pictures to look at, where SCREENSHOTS names a folder. */
const pictures = process.env.SCREENSHOTS;

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: resolve(pictures, `${name}.png`), fullPage: true });
}

async function enter(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(site.url + href("codeEntry"));
  await page.getByLabel("回答コード").fill(code);
  await arrive(page, () => page.getByRole("button", { name: "回答に進む" }).click());
  return page;
}

/** What is stored under the receipt that the page shows. */
async function stored(page: Page): Promise<unknown> {
  const number = await page.locator(".receipt-number strong").textContent();
  const [row] = await site.database
    .sql`select answers from responses where receipt_number = ${number}`;
  return row?.answers;
}

const phone = { viewport: { width: 360, height: 740 } };

async function withoutScript(code: string, wanted: typeof everyTypeAnswers) {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await enter(context, code);
  await answerAll(plainHand(page), questionnaire, wanted);
  await arrive(page, () => page.getByRole("button", { name: "送信する" }).click());
  const answers = await stored(page);
  await context.close();
  return answers;
}

async function withScript(code: string, wanted: typeof everyTypeAnswers, name: string) {
  const context = await browser.newContext(phone);
  const page = await enter(context, code);
  await takenOver(page);
  await go(page, scriptHand(page, questionnaire), wanted, `script-${name}`);
  await Promise.all([
    page.waitForURL((url) => url.pathname === href("receipt")),
    page.getByRole("button", { name: "送信する" }).click(),
  ]);
  const answers = await stored(page);
  await context.close();
  return answers;
}

/** The plain form in a browser that would run script, which never arrives. */
async function withLostScript(code: string, wanted: typeof everyTypeAnswers, name: string) {
  const context = await browser.newContext(phone);
  await context.route("**/*.js", (route) => route.abort());
  const page = await enter(context, code);
  await go(page, plainHand(page), wanted, `plain-${name}`);
  await arrive(page, () => page.getByRole("button", { name: "送信する" }).click());
  const answers = await stored(page);
  await context.close();
  return answers;
}

/** Fills everything in, looks at each page as it stands, and comes to the last look. */
async function go(page: Page, hand: Hand, wanted: typeof everyTypeAnswers, name: string) {
  await answerAll(hand, questionnaire, wanted, async (pageName) => {
    await picture(page, `${name}-${pageName}`);
    await expectNoAxeViolations(page);
    expect(await tooWide(page), `${name} ${pageName}`).toBe(0);
  });
  await picture(page, `${name}-review`);
  await expectNoAxeViolations(page);
  expect(await tooWide(page), `${name} review`).toBe(0);
}

const tooWide = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

describe("both renderings store the same answer, key for key", () => {
  it.each([
    { name: "full", wanted: everyTypeAnswers },
    { name: "sparse", wanted: sparseAnswers },
  ])(
    "$name",
    async ({ name, wanted }) => {
      const [first = "", second = ""] = codes.splice(0, 2);
      const plain = await withoutScript(first, wanted);
      const script = await withScript(second, wanted, name);
      expect(plain).toEqual(wanted);
      expect(script).toEqual(plain);
    },
    240_000,
  );

  it("goes on as a plain form where the script never arrives", async () => {
    const answers = await withLostScript(codes.pop() ?? "", everyTypeAnswers, "full");
    expect(answers).toEqual(everyTypeAnswers);
  }, 240_000);
});
