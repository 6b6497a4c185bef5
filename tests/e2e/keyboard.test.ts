import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href } from "#app/routes.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, startSite } from "#tests/support/running-site.ts";

/** One person who uses a keyboard alone: the mouse is never touched, and focus is never set by us. */
let site: RunningSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("samples"), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** What has the focus, as a screen reader would name it; undefined for the page itself. */
function focused(): Promise<{ tag: string; name: string; outlined: boolean } | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const labels = "labels" in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
    const label = labels?.[0]?.textContent || element.textContent;
    const name = element.getAttribute("aria-label") || label || element.getAttribute("value") || "";
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      tag: element.localName,
      name: name.replace(/\s+/g, " ").trim(),
      outlined: outlineStyle !== "none" && outlineWidth !== "0px",
    };
  });
}

/** Presses Tab until the focus is on what is named so; fails where the focus is lost or caught. */
async function tabTo(name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const here = await focused();
    if (here && (typeof name === "string" ? here.name === name : name.test(here.name))) return;
    passed.push(here?.name ?? "(the page)");
  }
  throw new Error(`Tab never comes to ${name}. It came to:\n${passed.join("\n")}`);
}

/** Presses Enter on what has the focus and waits for the page it leads to. */
async function enter(to: string): Promise<void> {
  await Promise.all([page.waitForURL((url) => url.pathname === to), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

describe.sequential("by keyboard alone", () => {
  it("the first Tab offers the way past the navigation, and it leads into the text", async () => {
    await page.goto(site.url + href("home"));
    await page.keyboard.press("Tab");
    expect(await focused()).toMatchObject({ name: "本文へ移動", outlined: true });
    const skip = page.getByRole("link", { name: "本文へ移動" });
    const box = await skip.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0, "the skip link shows itself").toBe(true);
    await page.keyboard.press("Enter");
    expect(await focused()).toMatchObject({ tag: "main" });
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    expect(inside).toBe(true);
  });

  it("the navigation leads to the draft, and every stop on the way shows where it is", async () => {
    await page.goto(site.url + href("home"));
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press("Tab");
      const here = await focused();
      expect(here?.outlined, here?.name).toBe(true);
    }
    await page.goto(site.url + href("home"));
    await tabTo("条例案");
    await enter(href("ordinance"));
  });

  it("two versions are chosen and compared", async () => {
    await page.goto(site.url + href("comparison"));
    await tabTo(/^修正前案/);
    await page.keyboard.press("Home");
    await tabTo(/^見せ方/);
    await page.keyboard.press("ArrowDown");
    await tabTo("比べる");
    await Promise.all([
      page.waitForURL(({ searchParams }) => searchParams.get("view") === "text"),
      page.keyboard.press("Enter"),
    ]);
    expect(new URL(page.url()).searchParams.get("from")).toBe("1");
    expect(await page.locator("main ins").count()).toBeGreaterThan(0);
  });

  it("a contractor types the code, hears what is missing, answers and gets a receipt", async () => {
    // The plain form; with script SurveyJS brings its own controls.
    await page.route(/\.js$/, (route) => route.abort());
    await tabTo(/^調査に回答する/);
    await enter(href("codeEntry"));
    await tabTo(/^回答コード/);
    await page.keyboard.type(site.database.codes[0] ?? "");
    await enter(href("answer"));

    await tabTo("次へ");
    await arrive(page, () => page.keyboard.press("Enter"));
    await page.getByText("この問に答えてください。").first().waitFor();

    await choose("一部を読んだ", "全部読んだ");
    await choose("3か月");
    await tabTo("次へ");
    // Question 2 came up with the answer to question 1, and is still missing.
    await arrive(page, () => page.keyboard.press("Enter"));
    await page.getByText("答えに応じて、問2が加わりました").waitFor();
    await choose(/^1($|\s|分|（)/);
    await tabTo("次へ");
    await arrive(page, () => page.keyboard.press("Enter"));
    await page.getByText("説明会を開く").waitFor();

    await choose("説明会を開く");
    await choose("様式を表計算のファイルで配る");
    await choose(/^協力できる/);
    await tabTo("確認へ進む");
    await enter(href("answerReview"));
    await tabTo("この内容で送信する");
    await enter(href("receipt"));

    await expectNoAxeViolations(page);
    const text = await page.getByRole("main").textContent();
    expect(text).toMatch(/受付番号 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    for (const answer of [
      "一部を読んだ",
      "3か月",
      "説明会を開く",
      "様式を表計算のファイルで配る",
    ]) {
      expect(text).toContain(answer);
    }
  });
});

/**
 * Chooses an answer with the space bar. A group of radio buttons is one stop of Tab, at its first
 * button (`stop`) or the chosen one; the arrows go on from there.
 */
async function choose(answer: string | RegExp, stop: string | RegExp = answer): Promise<void> {
  await tabTo(stop);
  const isThere = async () => {
    const name = (await focused())?.name ?? "";
    return typeof answer === "string" ? name === answer : answer.test(name);
  };
  for (let presses = 0; presses < 10 && !(await isThere()); presses++) {
    await page.keyboard.press("ArrowDown");
  }
  expect(await isThere(), String(answer)).toBe(true);
  await page.keyboard.press("Space");
}
