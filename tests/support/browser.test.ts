import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoAxeViolations, launchBrowser } from "./browser.ts";

// What the other browser tests rest on: Japanese glyphs, and an axe that finds faults under our CSP.
const pages: Record<string, string> = {
  "/good": "<main><h1>公契約条例の中間案</h1><p>第1条　この条例は、基本方針を定める。</p></main>",
  "/bad": '<main><h1>公契約条例の中間案</h1><p class="pale">薄い文字</p><img src="/x"></main>',
};

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const style = "<style nonce=n>.pale { color: #aaa }</style>";
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'nonce-n'");
    response.end(
      `<!doctype html><html lang="ja"><title>見本</title>${style}${pages[request.url ?? ""]}</html>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test("shows Japanese in the fonts of the packages", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/good`);
  const debug = await page.context().newCDPSession(page);
  await debug.send("DOM.enable");
  await debug.send("CSS.enable");
  const { root } = await debug.send("DOM.getDocument");
  const { nodeId } = await debug.send("DOM.querySelector", { nodeId: root.nodeId, selector: "p" });
  const { fonts } = await debug.send("CSS.getPlatformFontsForNode", { nodeId });
  expect(fonts.map(({ familyName }) => familyName)).toEqual(["BIZ UDMincho"]);
});

test("axe finds what is wrong, and nothing where nothing is", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/good`);
  await expectNoAxeViolations(page);
  await page.goto(`${origin}/bad`);
  await expect(expectNoAxeViolations(page)).rejects.toThrow(
    /^\/bad\ncolor-contrast .* at p: [\s\S]*image-alt/,
  );
});
