import type { Browser, BrowserContext, Page } from "playwright-core";

/** A slow mobile line as Lighthouse simulates it ("slow 4G"): 1.6 Mbit/s, 150 ms to the server. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Runs in the page: notes when the first field has been painted. As text: tsx adds to functions. */
const watch = `{
  const fields = "main :is(input:not([type=hidden]), textarea, select):not([disabled])";
  const look = () => {
    const found = [...document.querySelectorAll(fields)].some((each) => each.getClientRects().length > 0);
    // One more frame: what is laid out now is on the screen then.
    requestAnimationFrame(found ? () => { window.fillable = performance.now(); } : look);
  };
  requestAnimationFrame(look);
}`;

/**
 * The time until the first field of a page can be filled in, in ms, on an empty cache, a slow line
 * and a processor four times slower than this one.
 *
 * @param prepare makes the context one that may see the page (its cookies), before anything slows
 */
export async function timeToFirstField(
  browser: Browser,
  url: string,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    await prepare(context);
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript({ content: watch });
    await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
    const noted = await page.waitForFunction(() => Reflect.get(window, "fillable"), null, {
      timeout: 120_000,
    });
    return Number(await noted.jsonValue());
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Network.enable");
  await debug.send("Network.setCacheDisabled", { cacheDisabled: true });
  await debug.send("Network.emulateNetworkConditions", line);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
