import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/**
 * The desk of a survey, walked by two of the secretariat: one at a desk, one at a phone. They
 * prepare a survey, open it, and key a paper answer in, each with an account of their own.
 */
let site: RunningSite;
let browser: Browser;
let first: Page;
let second: Page;
let codes: string[];

const slug = "kami";
const survey = { survey: slug };

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  const hashes = keyedHashes(site.environment.secrets);
  const hash = (code: string) => hashes("survey-code", code)[0];
  ({ codes } = await makeSurvey(site.database.db, slug, hash, { open: false }));
  first = await person(1440, "jimukyoku");
  second = await person(360, "jimukyoku-2");
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function person(width: number, login: "jimukyoku" | "jimukyoku-2"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await signIn(page, site, login);
  return page;
}

const go = (page: Page, path: string) => page.goto(site.url + path);
const press = (page: Page, name: string | RegExp) =>
  arrive(page, () => page.getByRole("main").getByRole("button", { name }).click());
const text = async (page: Page) => (await page.getByRole("main").textContent()) ?? "";

/** Fails where the page breaks a rule of accessibility, or is wider than its window. */
async function expectSound(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow, page.url()).toBeLessThanOrEqual(0);
}

/** Looks at an address in both widths. */
async function lookAt(path: string): Promise<void> {
  for (const page of [first, second]) {
    await go(page, path);
    await expectSound(page);
  }
}

async function typeCode(page: Page): Promise<void> {
  await go(page, href("deskPaperAnswers", survey));
  await page.getByLabel("紙に書かれた回答コード").fill((codes[0] ?? "").toLowerCase());
  await press(page, "この紙の入力を始める");
  expect(new URL(page.url()).pathname).toBe(href("deskPaperAnswer", survey));
  expect(page.url()).not.toContain(codes[0]);
}

describe.sequential("a survey at the desk", () => {
  it("is prepared: its questionnaire, its mode and its dates", async () => {
    await lookAt(href("deskSurvey", survey));
    await lookAt(href("deskQuestionnaire", survey));
    await lookAt(href("deskSurveySettings", survey));
    await first.getByRole("radio", { name: /^匿名/ }).check();
    await first.getByLabel("締切日").fill("2030-12-20");
    await first.getByLabel("督促状を出す日").fill("2030-12-21");
    await first.getByLabel("問い合わせ先").fill("契約監理課\n0595-00-0000");
    await press(first, "登録する");
    expect(await text(first)).toContain("督促の日が締切日より前ではありません");
    await expectSound(first);
    await first.getByLabel("督促状を出す日").fill("2030-12-10");
    await press(first, "登録する");
    expect(await text(first)).toContain("令和12年12月20日");
    expect(await text(first)).toContain("匿名の調査です");
  });

  it("is opened; from then on its mode stands fast", async () => {
    await first.getByRole("checkbox", { name: /確かめました/ }).check();
    await press(first, "受付を始める");
    expect(await text(first)).toContain("受付を始めました");
    await lookAt(href("deskSurvey", survey));
    await lookAt(href("deskSurveySettings", survey));
    expect(await first.getByRole("radio").count()).toBe(0);
    await lookAt(href("survey", survey));
    expect(await text(first)).toContain("この調査は匿名です");
  });

  it("has its deadline extended with a reason", async () => {
    await go(second, href("deskSurvey", survey));
    await second.getByText("締切日を延ばす", { exact: true }).first().click();
    await second.getByLabel("新しい締切日").fill("2031-01-10");
    await second.getByLabel("延ばす理由").fill("年末の繁忙のため。");
    await press(second, "締切日を延ばす");
    expect(await text(second)).toContain("令和13年1月10日");
  });
});

describe.sequential("a paper answer", () => {
  it("is keyed in by the first, who may not finish it alone", async () => {
    await lookAt(href("deskPaperAnswers", survey));
    await typeCode(first);
    await expectSound(first);
    await first.getByLabel("引き上げた", { exact: true }).check();
    await first.getByLabel(/従業員は何人ですか/).fill("十二");
    await press(first, "入力を終える");
    expect(await text(first)).toContain("まだ保存していません");
    await expectSound(first);
    await first.getByLabel(/従業員は何人ですか/).fill("12");
    await first.getByLabel(/ご意見/).fill("書類を減らしてください。");
    await press(first, "入力を終える");
    expect(await text(first)).toContain("1件（あなたが1回目の入力を終えました）");
    await typeCode(first);
    expect(await text(first)).toContain("別の職員が、自分のアカウントで");
    await expectSound(first);
  });

  it("is keyed in by the second without seeing the first, and differs", async () => {
    await typeCode(second);
    await expectSound(second);
    expect(await second.getByLabel(/従業員は何人ですか/).inputValue()).toBe("");
    await second.getByLabel("引き上げた", { exact: true }).check();
    await second.getByLabel(/従業員は何人ですか/).fill("21");
    await second.getByLabel(/ご意見/).fill("書類を減らしてください。");
    await press(second, "入力を終える");
    expect(await text(second)).toContain("2人の入力が違う問（1問）");
    await expectSound(second);
  });

  it("is settled by the paper, counted once, and its way recorded", async () => {
    await second.getByRole("radio", { name: /もう1人（事務局）の入力：12/ }).check();
    await press(second, "選んだ答えで受け付ける");
    expect(await text(second)).toContain("紙の回答として受け付けました");
    await go(first, href("deskSurvey", survey));
    expect(await text(first)).toContain("うち紙の回答は1者です");
    expect(await text(first)).not.toContain("書類を減らして");
    await typeCode(first);
    expect(await text(first)).toContain("受付が終わっています");
    await press(first, "この紙を片付ける");
  });
});
