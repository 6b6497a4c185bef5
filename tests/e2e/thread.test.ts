import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href } from "#app/routes.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { minutesText, questionnaire, rosterText } from "#tests/support/thread-material.ts";

/**
 * The whole main job, walked by four kinds of people in real browsers: the secretariat at a desk,
 * a council member and three contractors on phones, and in the end a visitor. The site starts with
 * accounts and nothing else, so that every figure at the end comes from this walk.
 */
let site: RunningSite;
let browser: Browser;
let clerk: Page;
let member: Page;

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

async function person(viewport: { width: number; height: number }, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: script });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  // The clerk and the member walk without script: all but the survey page must work so.
  [clerk, member] = await Promise.all([person(desk, false), person(phone, false)]);
  await signIn(clerk, site, "jimukyoku");
  await signIn(member, site, "iin-a");
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const go = (page: Page, path: string) => page.goto(site.url + path);
/** Presses a button that changes the page it stands on. */
const touch = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
/** Presses a button of a form; the page it leads to is there when this ends. */
const press = (page: Page, name: string | RegExp) => arrive(page, () => touch(page, name));
const main = (page: Page) => page.getByRole("main");

/** A version of the sample ordinance as text. */
const draftText = (version: number) =>
  readFileSync(resolve(`content/ordinance/v${version}.txt`), "utf8");

async function publishVersion(label: string, text: string, number: number): Promise<void> {
  await go(clerk, href("deskVersionNew"));
  await clerk.getByLabel("案の名前").fill(label);
  await clerk.getByLabel("説明").fill(`${label}です。第1回会議の意見を受けて直しました。`);
  await clerk.getByLabel("条例の本文").fill(text);
  await arrive(clerk, () => main(clerk).getByRole("button", { name: /登録/ }).click());
  await clerk.waitForURL((url) => url.pathname === href("deskVersion", { version: number }));
}

let codes: string[] = [];

describe.sequential("from minutes to interim draft", () => {
  it("the secretariat publishes minutes, and anyone can link to an utterance", async () => {
    await go(clerk, href("deskMeetingNew"));
    await clerk.getByLabel("第何回").fill("1");
    await clerk.getByLabel("開催日").fill("2026-05-20");
    await press(clerk, "登録する");
    await go(clerk, href("deskMinutes", { meeting: 1 }));
    await clerk.getByLabel("会議録の文").fill(minutesText);
    await press(clerk, "プレビュー");
    await expect.poll(() => main(clerk).textContent()).toContain("台帳を作る負担");
    await clerk.getByRole("radio", { name: /^公表する/ }).check();
    await press(clerk, /公表する/);
    const visitor = await person(phone);
    await go(visitor, href("utterance", { meeting: 1, utterance: 2 }));
    expect(await main(visitor).textContent()).toContain(
      "台帳を作る負担が小さな事業者に重くならないか",
    );
    await visitor.context().close();
  });

  it("the secretariat publishes a version, then the next one to the members, with its articles matched", async () => {
    await publishVersion("たたき台", draftText(1), 1);
    await press(clerk, "全員に公表する");
    await publishVersion("第1次案", draftText(2), 2);
    const matching = clerk.getByRole("table", { name: /条の対応/ });
    expect(await matching.getByRole("row", { name: /第7条.*第7条/ }).count()).toBeGreaterThan(0);
    expect(await matching.textContent()).toContain("新設");
    await press(clerk, "委員に公開する");
    const visitor = await person(phone);
    const response = await go(visitor, href("ordinanceVersion", { version: 2 }));
    expect(response?.status()).toBe(404);
    await visitor.context().close();
  });

  it("a member compares the two versions and comments on an article", async () => {
    await go(member, `${href("comparison")}?from=1&to=2`);
    expect(await main(member).textContent()).toContain("（新設）");
    await go(member, href("councilVersion", { version: 2 }));
    const article = member.locator("details", { hasText: "意見" }).first();
    if (await article.count()) await article.locator("summary").click();
    await member
      .getByRole("textbox")
      .first()
      .fill("目的に、地域の事業者が続けられることも書いてください。");
    await press(member, "意見を送る");
    expect(await main(member).textContent()).toContain("目的に、地域の事業者が続けられることも");
  });

  it("the secretariat answers the comment, and publishes the version to all", async () => {
    await go(clerk, href("deskComments"));
    await arrive(clerk, () =>
      clerk
        .getByRole("link", { name: /^意見\d/ })
        .first()
        .click(),
    );
    await clerk.getByRole("radio", { name: /^一部反映/ }).check();
    await clerk.getByLabel("理由").fill("第1条の趣旨に含めて、逐条解説に書きます。");
    await arrive(clerk, () =>
      main(clerk)
        .getByRole("button", { name: /対応を/ })
        .click(),
    );
    await go(member, href("councilComments"));
    expect(await main(member).textContent()).toContain("一部反映");
    await go(clerk, href("deskVersion", { version: 2 }));
    await press(clerk, "全員に公表する");
  });

  it("the secretariat loads questionnaire and roster, gets codes and opens the survey", async () => {
    await go(clerk, href("deskSurveyNew"));
    await clerk.getByLabel("調査の記号").fill("r8-test");
    await clerk.getByLabel("調査の名称").fill("公契約に関するアンケート");
    await clerk.getByLabel("締切日").fill("2031-01-31");
    await clerk.getByLabel("調査票のファイル").setInputFiles({
      name: "questionnaire.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(questionnaire)),
    });
    await arrive(clerk, () => main(clerk).getByRole("button", { name: /登録/ }).click());
    await clerk.waitForURL((url) => url.pathname === href("deskSurvey", { survey: "r8-test" }));
    await go(clerk, href("deskRoster", { survey: "r8-test" }));
    await clerk.getByLabel("名簿のファイル").setInputFiles({
      name: "roster.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rosterText),
    });
    await press(clerk, "名簿を確かめる");
    await press(clerk, "3者を登録する");
    await go(clerk, href("deskLetters", { survey: "r8-test" }));
    await clerk.getByRole("radio", { name: /^依頼状。コードのない事業者に/ }).check();
    await press(clerk, "送り先を確かめる");
    await press(clerk, "依頼状を3通作る");
    // The page of letters in the making loads itself anew until they are there.
    const csv = clerk.getByRole("link", { name: "CSV（UTF-8）を保存する" });
    await csv.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([clerk.waitForEvent("download"), csv.click()]);
    const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
      columns: true,
      bom: true,
    });
    codes = rows.map((row) => row.回答コード ?? "");
    expect(new Set(codes).size).toBe(3);
    await go(clerk, href("deskSurvey", { survey: "r8-test" }));
    await clerk.getByLabel(/受付を始めた後は/).check();
    await press(clerk, "受付を始める");
  });

  it("three contractors answer on a phone, by the link or by typing the code", async () => {
    // Of other numbers some would be hidden: they are fewer than three.
    const answers = ["必要だと思う", "必要だと思う", "必要だと思う"];
    for (const [index, answer] of answers.entries()) {
      const contractor = await person(phone);
      // On a line too thin for scripts; the walk of both renderings has them.
      await contractor.route(/\.js$/, (route) => route.abort());
      const code = codes[index] ?? "";
      if (index === 0) {
        await go(contractor, href("codeEntry"));
        await contractor.getByLabel("回答コード").fill(code.toLowerCase().replaceAll("-", ""));
        await press(contractor, "回答に進む");
      } else {
        await go(contractor, href("codeLink", { code }));
      }
      expect(contractor.url()).not.toContain(code);
      if (index === 0) {
        await press(contractor, "次へ");
        await contractor.getByText("この問に答えてください。").first().waitFor();
      }
      await contractor.getByText(answer, { exact: true }).click();
      await press(contractor, "次へ");
      await contractor.getByText("台帳の作成", { exact: true }).click();
      await press(contractor, "確認へ進む");
      if (index === 0) await expectNoAxeViolations(contractor);
      await press(contractor, "この内容で送信する");
      const text = await main(contractor).textContent();
      expect(text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      expect(text).toContain(answer);
      await go(contractor, href("codeLink", { code }));
      expect(await main(contractor).textContent()).toMatch(/すでに受け付けています/);
      await contractor.context().close();
    }
    await go(clerk, href("deskSurvey", { survey: "r8-test" }));
    expect(await main(clerk).textContent()).toContain("100.0%");
    expect(await main(clerk).textContent()).not.toContain("必要だと思う");
  });

  it("the secretariat closes the survey and releases the results", async () => {
    await clerk.getByLabel(/締め切った後は/).check();
    await press(clerk, "締め切る");
    await clerk.getByRole("radio", { name: /^確報/ }).check();
    await press(clerk, "公表する内容を確かめる");
    expect(await main(clerk).textContent()).toContain("公表する内容（集計版1・確報）");
    await clerk.getByLabel(/公表した集計版は/).check();
    await press(clerk, "集計を公表する");
    const visitor = await person(phone);
    await go(visitor, href("release", { survey: "r8-test", release: 1 }));
    const row = visitor.getByRole("row", { name: /^必要だと思う/ }).first();
    expect(await row.textContent()).toMatch(/3.*100\.0/);
    await visitor.context().close();
  });

  it("the secretariat links the utterance and the figure to the article", async () => {
    await go(clerk, href("deskLinks"));
    await arrive(clerk, () =>
      clerk
        .getByRole("link", { name: /^第1条/ })
        .first()
        .click(),
    );
    const desk = new URL(clerk.url()).pathname;
    await clerk.getByLabel("探す言葉").fill("台帳 負担");
    await press(clerk, "発言を探す");
    await press(clerk, "第1回会議の発言2を関連付ける");
    await go(clerk, `${desk}?survey=r8-test&question=q1#questions`);
    await clerk.getByRole("radio", { name: /^必要だと思う/ }).check();
    await press(clerk, "問1を関連付ける");
    expect(await main(clerk).textContent()).toContain("100.0");
  });

  it("the secretariat assembles the interim draft, previews it and publishes it", async () => {
    await go(clerk, href("deskInterimDrafts"));
    await clerk.getByLabel("題名").fill("伊賀市公契約条例 中間案");
    await clerk
      .getByLabel("位置付け")
      .fill("審議会で議論するための中間案であり、決定したものではありません。");
    await clerk.getByLabel("はじめに").fill("第1回会議と事業者アンケートを受けてまとめました。");
    await press(clerk, "作り始める");
    await clerk.getByLabel(/^第1条.*の解説/).fill("この条は、条例の目的を定めるものです。");
    await press(clerk, "保存する");
    await arrive(clerk, () => clerk.getByRole("link", { name: /保存した内容を確認する/ }).click());
    const preview = await main(clerk).textContent();
    expect(preview).toContain("100.0");
    await press(clerk, "この内容で公表する");
  });

  it("a visitor sees the figure beside the clause, and the PDF carries the same figure", async () => {
    const visitor = await person(desk);
    await go(visitor, href("interimDrafts"));
    await arrive(visitor, () =>
      visitor
        .getByRole("link", { name: /伊賀市公契約条例 中間案/ })
        .first()
        .click(),
    );
    const text = (await main(visitor).textContent()) ?? "";
    const figure = visitor.locator("p").filter({ hasText: "100.0%" }).filter({ hasText: "3" });
    const sentence = (await figure.filter({ hasText: "必要だと思う" }).first().textContent()) ?? "";
    expect(sentence).toContain("公契約条例は必要だと思いますか");
    expect(text).toContain("台帳を作る負担が小さな事業者に重くならないか");
    expect(text).toContain("目的に、地域の事業者が続けられることも書いてください。");
    expect(text).toContain("第1条の趣旨に含めて、逐条解説に書きます。");
    const [sha = ""] = /[0-9a-f]{64}/.exec(text) ?? [];
    expect(sha).not.toBe("");
    expect(await visitor.content()).not.toContain("<script");
    await expectNoAxeViolations(visitor);

    const pdf = await visitor.request.get(site.url + href("interimDraftPdf", { number: 1 }));
    const contents = await readPdf(new Uint8Array(await pdf.body()));
    const printed = squeezed(contents.pages.join(""));
    expect(printed).toContain(squeezed(sentence));
    expect(printed).toContain(sha);
  });
});
