import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulateAnswers } from "#app/domain/survey/index.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { FigureLine } from "#app/files/release/figure-line.ts";
import { readReleaseCsv } from "#app/files/release/read-back.ts";
import { readReleaseJson } from "#app/files/release/read-back-json.ts";
import { readReleaseXlsx } from "#app/files/release/read-back-xlsx.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey, invitationByCode, receiveAnswers } from "#db/queries/surveys/index.ts";
import {
  questionnaireOf,
  sampleLeanings,
  sampleQuestionnaire,
} from "#tests/domain/survey/sample.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { madeUpFirms, makeSurvey } from "#tests/support/sample-survey.ts";

/**
 * From the close of a survey to the figures a citizen takes home: the secretariat releases, a
 * citizen without any script looks, filters, crosses, downloads, and finds one figure everywhere.
 */
let site: RunningSite;
let browser: Browser;
let clerk: Page;
let citizen: Page;
const slug = "shukei";
const params = { survey: slug, release: 1 };
/** Two pages of the sample are enough to be clicked through. */
const { pages, ...rest } = sampleQuestionnaire().definition;
const definition = { ...rest, pages: Array.isArray(pages) ? pages.slice(0, 2) : [] };

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  const { db } = site.database;
  const hashes = keyedHashes(site.environment.secrets);
  const hash = (code: string) => hashes("survey-code", code)[0];
  const firms = madeUpFirms(64);
  const survey = await makeSurvey(db, slug, hash, { firms: firms.length, definition });
  const simulated = simulateAnswers(questionnaireOf(definition), firms, 3, 0.9, sampleLeanings());
  for (const [index, { answers }] of simulated.entries()) {
    const invitation = await invitationByCode(db, [hash(survey.codes[index] ?? "")]);
    const received = await receiveAnswers(db, {
      invitationId: invitation?.id ?? "",
      edition: 1,
      answers,
      receiptNumber: randomUUID(),
    });
    expect(received).toMatchObject({ received: true });
  }
  await closeSurvey(db, anyone, survey.surveyId);
  clerk = await person(true);
  await signIn(clerk, site, "jimukyoku");
  citizen = await person(false);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function person(script: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(240_000);
  return context.newPage();
}

const go = (page: Page, path: string) => page.goto(site.url + path);
const text = async (page: Page) => (await page.getByRole("main").textContent()) ?? "";

/** Pictures to look at, where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string, whole = false): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/release-${name}.png`, fullPage: whole });
}

/** Every cell of every table of the questions as it is read: 「q1 工事 回答数 12」. */
function tableCells(page: Page): Promise<string[]> {
  return page.locator("section.question-result table.figure-table").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const clean = (node: Element | undefined) =>
        (node?.textContent ?? "").replaceAll(/\s+/gu, " ");
      const question = table.closest("section.question-result")?.id;
      const columns = [...table.querySelectorAll("thead th")].map((cell) => clean(cell));
      return [...table.querySelectorAll("tr")].flatMap((row) => {
        const heading = row.querySelector("th[scope=row]");
        if (!heading) return [];
        return [...row.querySelectorAll("td")].map((cell, at) => {
          const figure = clean(cell).replace(/（.*$/u, "");
          return `${question} ${clean(heading)} ${columns[at + 1]} ${figure}`;
        });
      });
    }),
  );
}

/** What a link on the page leads to, as a browser downloads it. */
async function download(page: Page, path: string): Promise<Buffer> {
  const response = await page.request.get(site.url + path);
  expect(response.status(), path).toBe(200);
  return response.body();
}

const ofTable = (lines: readonly FigureLine[], table: FigureLine["table"]) =>
  lines.filter((line) => line.table === table);

describe.sequential("a release", { timeout: 600_000 }, () => {
  it("is looked at by the secretariat, and then published", async () => {
    await go(clerk, href("deskSurvey", { survey: slug }));
    await clerk.getByRole("radio", { name: /^確報/ }).check();
    await arrive(clerk, () =>
      clerk.getByRole("button", { name: "公表する内容を確かめる" }).click(),
    );
    const preview = clerk.locator(".release-preview");
    expect(await preview.textContent()).toContain("集計版1・確報");
    await preview.scrollIntoViewIfNeeded();
    await picture(clerk, "preview");
    await expectNoAxeViolations(clerk);
    await clerk.getByRole("checkbox", { name: /取り消すこともできないこと/ }).check();
    await arrive(clerk, () => clerk.getByRole("button", { name: "集計を公表する" }).click());
    expect(await text(clerk)).toContain("公表しました");
  });

  it("shows a citizen hidden cells with their reason, and no script", async () => {
    await go(citizen, href("survey", { survey: slug }));
    await arrive(citizen, () =>
      citizen
        .getByRole("link", { name: /集計版1/ })
        .first()
        .click(),
    );
    expect(new URL(citizen.url()).pathname).toBe(href("release", params));
    expect(await citizen.locator("script").count()).toBe(0);
    const hidden = citizen.locator("section.question-result").filter({
      has: citizen.locator('abbr[title="伏せた数"]'),
    });
    expect(await hidden.count()).toBeGreaterThan(0);
    expect(await hidden.first().textContent()).toContain(hiddenReason(3));
    expect(await hidden.first().locator("abbr").first().textContent()).toBe("x");
    await hidden.first().scrollIntoViewIfNeeded();
    await picture(citizen, "hidden");
    await picture(citizen, "whole", true);
  });

  it("is shown by stratum within what it allows", async () => {
    await citizen.getByLabel("表の区分").selectOption({ label: "業種別" });
    await arrive(citizen, () => citizen.getByRole("button", { name: "表を切り替える" }).click());
    expect(await text(citizen)).toContain("業種別の表です");
    const headings = citizen.locator("#q1 table thead th");
    expect(await headings.allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining("工事"), expect.stringContaining("委託")]),
    );
    await citizen.locator("#q1").scrollIntoViewIfNeeded();
    await picture(citizen, "by-sector");
  });

  it("crosses two questions", async () => {
    await go(citizen, href("release", params));
    await arrive(citizen, () =>
      citizen.getByRole("link", { name: "二つの問を掛け合わせた表" }).click(),
    );
    await citizen.getByLabel(/表側/).selectOption("q6");
    await citizen.getByLabel(/表頭/).selectOption("q1");
    await arrive(citizen, () => citizen.getByRole("button", { name: "掛け合わせる" }).click());
    expect(await citizen.locator("table.figure-table").count()).toBe(1);
    await picture(citizen, "crossing", true);
  });

  it("says the same in every file as on the page", async () => {
    await go(citizen, href("release", params));
    const onPage = await tableCells(citizen);
    const csv = readReleaseCsv(await download(citizen, href("releaseCsv", params)));
    if (!csv.ok) throw new Error(JSON.stringify(csv.problems));
    const { lines } = csv.value;

    // Every cell of the file's single tables stands in a table of the page.
    const single = ofTable(lines, "単純");
    const inFile = single
      .filter(({ key }) => key !== "written")
      .map(({ variable, part, text, count }) => {
        const figure = typeof count === "number" ? count.toLocaleString("ja-JP") : count;
        const place = part === "" ? `${text} 回答数` : `${part} ${text}`;
        return `${variable.split("/")[0]} ${place} ${figure}`;
      });
    expect(inFile.filter((cell) => !onPage.includes(cell))).toEqual([]);
    expect(inFile.length).toBeGreaterThan(50);
    expect(single.some(({ count }) => count === "x")).toBe(true);

    const cp932 = readReleaseCsv(
      await download(citizen, `${href("releaseCsv", params)}?encoding=cp932&substitute=yes`),
    );
    if (!cp932.ok) throw new Error(JSON.stringify(cp932.problems));
    expect(cp932.value.lines.map(({ count }) => count)).toEqual(lines.map(({ count }) => count));

    const xlsx = await readReleaseXlsx(await download(citizen, href("releaseXlsx", params)));
    expect(xlsx).toEqual(csv);

    const json = readReleaseJson(
      (await download(citizen, href("releaseJson", params))).toString("utf8"),
    );
    if (!json.ok) throw new Error(JSON.stringify(json.problems));
    const counts = json.value.release.questions.flatMap(({ variables }) =>
      variables.flatMap(({ id, rows }) =>
        rows.map(({ key, count }) => `${id}=${key}: ${count ?? "x"}`),
      ),
    );
    expect(counts).toEqual(
      single.map(({ variable, key, count }) => `${variable}=${key}: ${count}`),
    );
    expect(await text(citizen)).toContain(
      await hashIn(await download(citizen, href("releaseJson", params))),
    );

    const pdf = await readPdf(new Uint8Array(await download(citizen, href("releasePdf", params))));
    const missing = single.filter(
      ({ text, count }) => !pdf.text.includes(squeezed(text)) && count !== null,
    );
    expect(missing).toEqual([]);
    expect(pdf.text).toContain(squeezed(hiddenReason(3)));
  });

  it("gives raw answers to the secretariat alone, and records it", async () => {
    const raw = href("deskRawAnswers", { survey: slug });
    const refused = await citizen.request.get(site.url + raw, { maxRedirects: 0 });
    expect([302, 303, 403]).toContain(refused.status());
    const taken = await clerk.request.get(`${site.url}${raw}?format=csv`);
    expect(taken.status()).toBe(200);
    expect((await taken.text()).split("\n").length).toBeGreaterThan(50);
    await go(clerk, href("deskRecord"));
    expect(await text(clerk)).toContain("個票");
    await picture(clerk, "record");
  });
});

async function hashIn(json: Buffer): Promise<string> {
  const { sha256 }: { sha256: string } = JSON.parse(json.toString("utf8"));
  return sha256;
}
