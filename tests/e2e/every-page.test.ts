import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { href, type RouteName, routeOf, routeRows } from "#app/routes.ts";
import { beginDraft } from "#db/queries/interim-drafts/desk.ts";
import { findSurvey, newestRelease } from "#db/queries/surveys/index.ts";
import { expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import type { SampleLogin } from "#tests/support/sample-database.ts";

let site: RunningSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("samples"), launchBrowser()]);
  // The sample's interim draft is published; its preview and its fields want one in preparation.
  const entry = { title: "次の中間案", statusText: "検討中です。", introduction: "", version: 3 };
  await beginDraft(site.database.db, anyone, entry);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** At most so many pages of one kind are looked at: they share their code. */
const perRoute = 2;

/** Addresses found by following links, `perRoute` of each route, in the areas named. */
async function findPages(page: Page, start: string[], areas: string[]): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const count = new Map<RouteName, number>();
  const queue = [...start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { pathname } = new URL(path, site.url);
    const route = routeOf(pathname);
    if (!route || seen.has(path) || !areas.includes(route.area) || !route.file.endsWith(".tsx"))
      continue;
    seen.add(path);
    const before = count.get(route.name) ?? 0;
    if (before >= perRoute) continue;
    count.set(route.name, before + 1);
    const response = await page.goto(site.url + path);
    expect(response?.status(), path).toBe(200);
    found.push(path);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]")].map((link) => (link as HTMLAnchorElement).href),
    );
    for (const link of links) {
      const url = new URL(link);
      if (url.origin === site.url) queue.push(url.pathname + url.search);
    }
  }
  return found;
}

const widths = [360, 1440];

/** Fails where a page breaks a rule of accessibility, or is wider than its window. */
async function lookAt(page: Page, path: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url + path);
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, `${path} is ${overflow}px too wide at ${width}px`).toBeLessThanOrEqual(0);
  }
}

const people: { who: string; login?: SampleLogin; start: string[]; areas: string[] }[] = [
  {
    who: "a visitor",
    start: [href("home"), href("signIn"), href("codeEntry"), "/sitemap.xml"],
    areas: ["public", "account", "contractor"],
  },
  {
    who: "a member",
    login: "iin-a",
    start: [href("council"), href("councilComments"), href("password")],
    areas: ["council", "account"],
  },
  {
    who: "the secretariat",
    login: "jimukyoku",
    start: [href("secretariat")],
    areas: ["secretariat"],
  },
];

describe.each(people)("every page of $who", ({ login, start, areas }) => {
  let context: BrowserContext;
  let page: Page;
  let paths: string[];

  beforeAll(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    if (login) await signIn(page, site, login);
    paths = await findPages(page, start, areas);
  }, 240_000);
  afterAll(() => context.close());

  it("is reached by links", () => {
    const reached = new Set(paths.map((path) => routeOf(new URL(path, site.url).pathname)?.name));
    const missing = routeRows
      .filter(({ area, file }) => areas.includes(area) && file.endsWith(".tsx"))
      .filter(({ name }) => !reached.has(name) && !reachedOtherwise.has(name))
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it("breaks no rule of axe and fits its window", async () => {
    for (const path of paths) await lookAt(page, path);
  }, 600_000);

  it("loads no script, unless it is one that hydrates", async () => {
    for (const path of paths) {
      const html = await (await page.request.get(site.url + path)).text();
      const { name } = routeOf(new URL(path, site.url).pathname) ?? {};
      if (name && hydrating.has(name)) continue;
      expect(html.includes("<script"), path).toBe(false);
    }
  });
});

describe("the pages of a release with a query", () => {
  it("break no rule of axe and fit their windows: by every axis, crossed both ways", async () => {
    const { db } = site.database;
    const survey = await findSurvey(db, anyone, "r8-jigyosha");
    const release = survey && (await newestRelease(db, anyone, survey.id));
    if (!release) throw new Error("the sample has no release");
    const params = { survey: "r8-jigyosha", release: release.number };
    const { axes, crossings } = release.published;
    const [pair] = crossings;
    const crossing = (rows: string, columns: string) =>
      `${href("releaseCrossing", params)}?${new URLSearchParams({ rows, columns })}`;
    expect(axes.length).toBeGreaterThan(0);
    expect(crossings.length).toBeGreaterThan(0);
    const page = await browser.newPage();
    for (const { axis } of axes) await lookAt(page, `${href("release", params)}?by=${axis}`);
    if (pair) {
      await lookAt(page, crossing(pair.rows, pair.columns));
      await lookAt(page, crossing(pair.columns, pair.rows));
    }
    await lookAt(page, crossing("q18", "q18"));
    await page.close();
  }, 240_000);
});

/** Pages one comes to by an action, not by a link; other tests look at them. */
const reachedOtherwise = new Set<RouteName>([
  "answer",
  "answerReview",
  "receipt",
  "password",
  "deskQuestionnaire",
  "deskPaperAnswer",
]);

/** The only pages that load script; "answer" is whole without it (`enhances`). */
const hydrating = new Set<RouteName>([
  "answer",
  "deskEditor",
  "deskMinutes",
  "deskSurveyPreview",
  "deskVersionNew",
  "deskVersion",
]);

describe("the home page", () => {
  it("weighs under 60 KB with its styles", async () => {
    const page = await browser.newPage();
    let bytes = 0;
    page.on("response", async (response) => {
      bytes += (await response.body()).length;
    });
    await page.goto(site.url, { waitUntil: "networkidle" });
    await page.close();
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60 * 1024);
  });
});
