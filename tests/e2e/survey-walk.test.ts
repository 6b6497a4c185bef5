import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href } from "#app/routes.ts";
import { takenOver } from "#tests/support/answering/script-hand.ts";
import { arrive, launchBrowser } from "#tests/support/browser.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { smallDefinition } from "#tests/support/sample-survey.ts";

/**
 * A survey from its roster to its close, on screens of 360 px: two clerks and five firms, who know
 * nothing but the letters that they got.
 */
let site: RunningSite;
let browser: Browser;
let clerk: Page;
let colleague: Page;

const survey = { survey: "walk" };
const phone = { width: 360, height: 740 };

const roster = [
  "事業者番号,事業者名,法人番号,郵便番号,所在地,業種,規模,地域区分,等級,元請下請",
  ...[1, 2, 3, 4, 5].map(
    (index) =>
      `70${index},サンプル建設70${index},,518-0000,三重県伊賀市サンプル町${index}番地,工事,小,市内,なし,元請`,
  ),
].join("\r\n");

async function contextOf(script: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: script });
  context.setDefaultTimeout(15_000);
  return context;
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  clerk = await (await contextOf(false)).newPage();
  colleague = await (await contextOf(false)).newPage();
  await signIn(clerk, site, "jimukyoku");
  await signIn(colleague, site, "jimukyoku-2");
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const go = (page: Page, path: string) => page.goto(site.url + path);
const main = (page: Page): Locator => page.getByRole("main");
const text = async (page: Page) => (await main(page).textContent()) ?? "";
const press = (page: Page, name: string | RegExp) =>
  arrive(page, () => main(page).getByRole("button", { name }).click());

/** Makes the letters that the form asks for and reads the QR code on each page. */
async function lettersMade(button: string): Promise<{ addresses: string[]; words: string[] }> {
  await press(clerk, button);
  const link = clerk.getByRole("link", { name: "PDFを保存する" });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([clerk.waitForEvent("download"), link.click()]);
  const pdf = new Uint8Array(readFileSync(await download.path()));
  const { pages } = await readPdf(pdf);
  const pictures = await pagePictures(
    pdf,
    pages.map((_, index) => index + 1),
  );
  return { addresses: pictures.map(({ qr = "" }) => qr), words: pages };
}

/** Opens the address of a letter, as a phone's camera does. */
async function scan(address: string, script: boolean): Promise<Page> {
  const page = await (await contextOf(script)).newPage();
  await page.goto(address);
  expect(page.url()).not.toContain("/a/");
  return page;
}

const codeIn = (address: string) => address.slice(address.lastIndexOf("/") + 1);

let addresses: string[] = [];

describe.sequential("a survey on small screens", () => {
  it("has its questionnaire and roster registered, its letters made, and is opened", async () => {
    await go(clerk, href("deskSurveyNew"));
    await clerk.getByLabel("調査の記号").fill("walk");
    await clerk.getByLabel("調査の名称").fill("働き方のアンケート");
    await clerk.getByLabel("締切日").fill("2030-12-20");
    await clerk.getByLabel("調査票のファイル").setInputFiles({
      name: "questionnaire.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(smallDefinition)),
    });
    await press(clerk, /登録/);
    await go(clerk, href("deskRoster", survey));
    await clerk.getByLabel("名簿のファイル").setInputFiles({
      name: "roster.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(roster),
    });
    await press(clerk, "名簿を確かめる");
    await press(clerk, "5者を登録する");
    await go(clerk, href("deskLetters", survey));
    await clerk.getByRole("radio", { name: /^依頼状。コードのない事業者に/ }).check();
    await press(clerk, "送り先を確かめる");
    const letters = await lettersMade("依頼状を5通作る");
    addresses = letters.addresses;
    expect(new Set(addresses).size).toBe(5);
    for (const [index, words] of letters.words.entries()) {
      expect(words).toContain(`サンプル建設70${index + 1}御中`);
      expect(words).toContain(squeezed("令和12年12月20日"));
      // The code beside the picture is the one in it.
      expect(words).toContain(codeIn(addresses[index] ?? ""));
    }
    await go(clerk, href("deskSurvey", survey));
    await clerk.getByLabel(/受付を始めた後は/).check();
    await press(clerk, "受付を始める");
  });

  it("is answered without script; the receipt and a copy are kept", async () => {
    const firm = await scan(addresses[0] ?? "", false);
    await firm.getByText("変えていない", { exact: true }).click();
    await press(firm, "確認へ進む");
    expect(await text(firm)).toContain("引き上げなかった理由は何ですか");
    await firm.getByText("受注が減った", { exact: true }).click();
    await firm.getByLabel(/従業員は何人ですか/).fill("１２");
    await press(firm, "確認へ進む");
    await press(firm, "この内容で送信する");
    const receipt = (await firm.locator(".receipt-number strong").textContent()) ?? "";
    const copy = await firm.request.get(site.url + href("receiptPdf"));
    const { text: printed } = await readPdf(new Uint8Array(await copy.body()));
    expect(printed).toContain(receipt);
    expect(printed).toContain("受注が減った");
    await firm.context().close();
  });

  it("is begun on one device with script and finished on another", async () => {
    const first = await scan(addresses[1] ?? "", true);
    await takenOver(first);
    await first.locator('[data-name="raised"] label', { hasText: "引き上げた" }).click();
    await first.locator('[data-name="wishes"] textarea').fill("会社で続けます。");
    await first.locator('[data-name="wishes"] textarea').blur();
    await first.getByText("途中の内容を保存しました。").waitFor();
    await first.context().close();
    const second = await scan(addresses[1] ?? "", true);
    await takenOver(second);
    const wishes = second.locator('[data-name="wishes"] textarea');
    expect(await wishes.inputValue()).toBe("会社で続けます。");
    await second.getByRole("button", { name: "確認へ進む" }).click();
    await second.getByRole("button", { name: "送信する" }).click();
    await second.waitForURL((url) => url.pathname === href("receipt"));
    expect(await text(second)).toContain("会社で続けます。");
    await second.context().close();
  });

  it("has a letter come back; the new one counts and the old one no longer", async () => {
    await go(clerk, href("deskLetters", survey));
    await clerk.getByRole("textbox", { name: /^戻った手紙/ }).fill("703");
    await press(clerk, "戻った手紙を記録する");
    await arrive(clerk, () =>
      clerk.getByRole("link", { name: "サンプル建設703の宛先を直して再発行する" }).click(),
    );
    await clerk.getByLabel(/^所在地/).fill("三重県伊賀市上野丸之内500番地");
    await clerk.getByLabel("前のコードが使えなくなることを確かめました").check();
    const letters = await lettersMade("再発行の依頼状を1通作る");
    expect(letters.words[0]).toContain("三重県伊賀市上野丸之内500番地");
    const dead = await scan(addresses[2] ?? "", false);
    expect(await text(dead)).toContain("このコードは見つかりません");
    await dead.context().close();
    const firm = await scan(letters.addresses[0] ?? "", false);
    await firm.getByText("引き上げた", { exact: true }).click();
    await press(firm, "確認へ進む");
    await press(firm, "この内容で送信する");
    expect(await firm.locator(".receipt-number").count()).toBe(1);
    await firm.context().close();
  });

  it("has a paper answer keyed in by two people", async () => {
    for (const person of [clerk, colleague]) {
      await go(person, href("deskPaperAnswers", survey));
      await person.getByLabel("紙に書かれた回答コード").fill(codeIn(addresses[3] ?? ""));
      await press(person, "この紙の入力を始める");
      await person.getByLabel("引き上げた", { exact: true }).check();
      await person.getByLabel(/従業員は何人ですか/).fill("4");
      await press(person, "入力を終える");
    }
    expect(await text(colleague)).toContain("受け付けました");
    const late = await scan(addresses[3] ?? "", false);
    expect(await text(late)).toContain("すでに受け付けています");
    await late.context().close();
  });

  it("is closed; who comes late hears so, and nothing leads from an answer to a firm", async () => {
    await go(clerk, href("deskSurvey", survey));
    expect(await text(clerk)).toContain("80.0%");
    await clerk.getByLabel(/締め切った後は/).check();
    await press(clerk, "締め切る");
    const late = await scan(addresses[4] ?? "", false);
    expect(await text(late)).toContain("受付は終わりました");
    await late.context().close();
    const rows = await site.database.sql`
      select receipt_number, firm_id, answered_at, channel from responses`;
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(Object.values(row)).toEqual([null, null, null, null]);
    }
    const drafts = await site.database.sql`select 1 from drafts`;
    expect(drafts).toHaveLength(0);
  });
});
