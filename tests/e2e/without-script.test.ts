import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href, type RouteName, routeOf } from "#app/routes.ts";
import { arrive, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { minutesText } from "#tests/support/thread-material.ts";

/** Three kinds of people whose browsers run no script. */
let site: RunningSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("samples"), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function person(): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

const go = (page: Page, path: string) => page.goto(site.url + path);
const main = (page: Page) => page.getByRole("main");
/** Presses a button of a form; the page it leads to is there when this ends. */
const press = (page: Page, name: string) =>
  arrive(page, () => page.getByRole("button", { name, exact: true }).click());

/** A page that is whole as it came: it has its heading, and asks for no script. */
async function expectWhole(page: Page, path: string): Promise<void> {
  expect(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
  expect(await page.locator("noscript, .needs-script").count(), path).toBe(0);
  expect((await main(page).textContent())?.length, path).toBeGreaterThan(30);
}

/** At most so many pages of one kind are opened: they share their code. */
const perRoute = 3;

describe("without script", () => {
  it("every kind of public page that the sitemap names is whole", async () => {
    const visitor = await person();
    const sitemap = await (await visitor.request.get(site.url + href("sitemap"))).text();
    const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address = ""]) => new URL(address).pathname,
    );
    const opened = new Map<RouteName, number>();
    for (const path of [...paths, href("codeEntry"), href("signIn")]) {
      const route = routeOf(path);
      const before = opened.get(route?.name ?? "notFound") ?? 0;
      if (!route?.file.endsWith(".tsx") || before >= perRoute) continue;
      opened.set(route.name, before + 1);
      const response = await go(visitor, path);
      expect(response?.status(), path).toBe(200);
      await expectWhole(visitor, path);
    }
    expect(opened.size).toBeGreaterThan(12);
    await visitor.context().close();
  });

  it("a visitor goes from the home page to an utterance, and compares two versions", async () => {
    const visitor = await person();
    await go(visitor, href("home"));
    await arrive(visitor, () =>
      visitor.getByRole("link", { name: "会議と会議録" }).first().click(),
    );
    await arrive(visitor, () => main(visitor).getByRole("link", { name: /第2回/ }).first().click());
    expect(new URL(visitor.url()).pathname).toBe(href("meeting", { meeting: 2 }));
    await go(visitor, href("utterance", { meeting: 2, utterance: 1 }));
    await expectWhole(visitor, visitor.url());
    await go(visitor, href("comparison"));
    await visitor.locator("select[name=from]").selectOption("1");
    await visitor.locator("select[name=to]").selectOption("2");
    await visitor.locator("select[name=view]").selectOption("text");
    await press(visitor, "比べる");
    expect(new URL(visitor.url()).search).toContain("from=1&to=2");
    expect(await main(visitor).locator("ins").count()).toBeGreaterThan(0);
    expect(await main(visitor).locator("del").count()).toBeGreaterThan(0);
    await visitor.context().close();
  });

  it("a member comments on an article and finds the comment again", async () => {
    const member = await person();
    await signIn(member, site, "iin-b");
    await go(member, href("council"));
    await expectWhole(member, href("council"));
    await go(member, href("councilVersion", { version: 3 }));
    const article = member.locator("details.discussion").first();
    await article.locator("summary").click();
    const words = "スクリプトを使わない端末から書いた意見です。";
    await article.getByRole("textbox").fill(words);
    await arrive(member, () => article.getByRole("button", { name: "意見を送る" }).click());
    expect(await main(member).textContent()).toContain(words);
    await go(member, href("councilComments"));
    expect(await main(member).textContent()).toContain(words);
    await member.context().close();
  });

  it("the secretariat writes minutes, previews them by a button and publishes them", async () => {
    const clerk = await person();
    await signIn(clerk, site, "jimukyoku");
    await go(clerk, href("deskMeetingNew"));
    await clerk.getByLabel("第何回").fill("8");
    await clerk.getByLabel("開催日").fill("2026-05-20");
    await press(clerk, "登録する");
    await go(clerk, href("deskMinutes", { meeting: 8 }));
    await clerk.getByLabel("会議録の文").fill(minutesText.replaceAll("第1回", "第8回"));
    await press(clerk, "プレビュー");
    const preview = await main(clerk).getByText("台帳を作る負担", { exact: false }).all();
    // Once in the field that keeps what was typed, once as it will read.
    expect(preview.length).toBeGreaterThan(1);
    await clerk.getByRole("radio", { name: /^公表する/ }).check();
    await press(clerk, "公表する");
    const visitor = await person();
    await go(visitor, href("meeting", { meeting: 8 }));
    expect(await main(visitor).textContent()).toContain(
      "台帳を作る負担が小さな事業者に重くならないか",
    );
    await Promise.all([clerk.context().close(), visitor.context().close()]);
  });

  it("a contractor answers the sample survey to the end, and resumes on another device", async () => {
    const code = site.database.codes[0] ?? "";
    const contractor = await person();
    await go(contractor, href("codeLink", { code }));
    expect(new URL(contractor.url()).pathname).toBe(href("answer"));
    await expectWhole(contractor, href("answer"));
    const firstRadios = async (page: Page) => {
      for (const group of await page.locator("form[data-plain-form] fieldset.question").all()) {
        const radios = group.locator('input[type="radio"]');
        if ((await radios.count()) > 0 && (await group.locator(".matrix-row").count()) === 0) {
          await radios.first().check();
        }
        for (const row of await group.locator(".matrix-row").all()) {
          await row.locator('input[type="radio"]').first().check();
        }
        const boxes = group.locator('input[type="checkbox"]');
        if ((await boxes.count()) > 0) await boxes.first().check();
        const places = await group.locator(".rank select").all();
        for (const [index, place] of places.slice(0, 3).entries()) {
          await place.selectOption({ index: index + 1 });
        }
      }
      for (const list of await page.locator(".question > select").all()) {
        await list.selectOption({ index: 1 });
      }
      for (const number of await page.locator('input[inputmode="numeric"]').all()) {
        if ((await number.inputValue()) === "") await number.fill("１２");
      }
    };
    const pages: string[] = [];
    for (let step = 0; step < 20; step++) {
      if (new URL(contractor.url()).pathname !== href("answer")) break;
      pages.push((await contractor.locator(".progress").textContent()) ?? "");
      await firstRadios(contractor);
      await arrive(contractor, () =>
        contractor.locator('button.button[name="intent"][value="next"]').click(),
      );
      if (step === 1) {
        // The phone is put away; another takes the code up again where it stood.
        const other = await person();
        await go(other, href("codeLink", { code }));
        expect(await main(other).textContent()).toContain("前に入力した内容が残っています");
        await other.context().close();
      }
    }
    expect(new URL(contractor.url()).pathname, pages.join(" ")).toBe(href("answerReview"));
    await expectWhole(contractor, href("answerReview"));
    await press(contractor, "この内容で送信する");
    const receipt = await main(contractor).textContent();
    expect(receipt).toMatch(/受付番号 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(receipt).toContain("回答の写し");
    await go(contractor, href("codeLink", { code }));
    expect(await main(contractor).textContent()).toContain("すでに受け付けています");
    await contractor.context().close();
  });
});
