import { type Browser, chromium } from "playwright-core";
import { browserPrograms } from "#tests/support/chromium.ts";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];

/** The browser of the tests, without their test runner. Close it. */
export async function openBrowser(): Promise<Browser> {
  for await (const { path, environment } of browserPrograms()) {
    const env = { ...process.env, ...environment };
    const browser = await chromium
      .launch({ executablePath: path, args: flags, env })
      .catch(() => undefined);
    if (browser) return browser;
  }
  throw new Error("No browser runs here. Install Chrome or Chromium and name it in CHROME_PATH.");
}
