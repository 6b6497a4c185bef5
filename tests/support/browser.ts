import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { browserPrograms } from "./chromium.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Starts a headless browser that shows Japanese. Close it in `afterAll`.
 *
 * @throws Error with each attempt's fault when none of the known browsers runs
 */
export async function launchBrowser(): Promise<Browser> {
  const faults: string[] = [];
  for await (const { path, environment } of browserPrograms()) {
    const env = { ...process.env, ...environment };
    try {
      return await chromium.launch({ executablePath: path, args: FLAGS, env });
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `No browser runs here. Install Chrome or Chromium and name it in CHROME_PATH.\n${faults.join("\n")}`,
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails unless axe finds no violation of WCAG 2.2 A and AA or of its best practices on the page. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Runs under any Content-Security-Policy: the debugger puts it in, not the page.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] })`,
  )) as AxeResults;
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}) at ${target.join(" ")}: ${html}`),
  );
  expect(found, [new URL(page.url()).pathname, ...found].join("\n")).toEqual([]);
}

/** Does something that leads to another page, and waits until that page is whole. */
export async function arrive(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}
