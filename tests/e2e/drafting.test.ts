import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href } from "#app/routes.ts";
import { expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";

/** The drafting desk as a clerk uses it with scripts, on the sample with its three versions. */
let site: RunningSite;
let browser: Browser;
let clerk: Page;
const faults: string[] = [];

const third = readFileSync(resolve("content/ordinance/v3.txt"), "utf8").trim();
const desk = href("deskVersion", { version: 4 });

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("samples"), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(15_000);
  clerk = await context.newPage();
  clerk.on("pageerror", (error) => faults.push(error.message));
  clerk.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await signIn(clerk, site, "jimukyoku");
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const review = () => clerk.getByRole("region", { name: "確かめた結果" });
const field = () => clerk.getByLabel("条例の本文");

describe.sequential("the drafting desk", () => {
  it("tells a typed fault at its line and corrects it by one press, without leaving the page", async () => {
    await clerk.goto(site.url + href("deskVersionNew"), { waitUntil: "networkidle" });
    await clerk.getByRole("button", { name: "本文を確かめる" }).waitFor();
    const source = third.replace("この条例は、公契約", "この条例は，公契約");
    const line = source.split("\n").findIndex((each) => each.includes("，")) + 1;
    await field().fill(source);
    const button = review().getByRole("button", { name: new RegExp(`^${line}行目を「.*」に直す`) });
    await button.waitFor();
    expect(await review().textContent()).toContain("読点には「、」を使ってください。");
    await expectNoAxeViolations(clerk);
    await button.click();
    await expect.poll(() => field().inputValue()).toBe(third);
    await expect.poll(() => review().textContent()).not.toContain("読点には");
    expect(new URL(clerk.url()).pathname).toBe(href("deskVersionNew"));
  });

  it("shows the structure as it is typed", async () => {
    await field().fill(third.replace("（目的）\n", "（ねらい）\n"));
    await expect.poll(() => review().textContent()).toContain("第1条（ねらい）");
  });

  it("stores a version; an alignment is corrected by hand", async () => {
    await field().fill(
      third.replace("誠実にこれに応じなければならない", "速やかにこれに応じなければならない"),
    );
    await clerk.getByLabel("案の名前").fill("第3次案");
    await clerk.getByLabel("説明").fill("第8回会議に示す案です。");
    await clerk.getByRole("button", { name: /^登録して/ }).click();
    await clerk.waitForURL((url) => url.pathname === desk);
    await clerk.getByRole("img", { name: /線で結んだ図/ }).waitFor();
    await clerk.getByLabel("第28条（委任）は前の版のどの条か").selectOption("added");
    await clerk.getByRole("button", { name: "対応を保存する" }).click();
    await clerk.getByText("対応を保存しました。").waitFor();
    const row = clerk
      .getByRole("table", { name: /条の対応/ })
      .getByRole("row", { name: /^第28条（委任）/ });
    expect(await row.textContent()).toMatch(/新設.*手で決めました/);
  });

  it("confirms an item that hangs on a reworded article", async () => {
    await clerk
      .getByRole("button", { name: /発言（第8条.*）を確かめた/ })
      .first()
      .click();
    await clerk.getByText("確かめたことを記録しました。").waitFor();
    const table = clerk.getByRole("table", { name: "変わった規定に付いた意見と根拠" });
    expect(await table.textContent()).toMatch(/が確かめました（/);
  });

  it("breaks no rule of accessibility, on a phone neither, and no script fails", async () => {
    for (const width of [360, 1440]) {
      await clerk.setViewportSize({ width, height: 900 });
      await clerk.goto(site.url + desk, { waitUntil: "networkidle" });
      await expectNoAxeViolations(clerk);
      const overflow = await clerk.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });
});
