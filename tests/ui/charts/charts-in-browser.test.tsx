import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { SampleFigures } from "./sample-figures.tsx";

const styles = [
  "node_modules/@digital-go-jp/design-tokens/dist/tokens.css",
  ...["tokens", "base", "layout", "components"].map((name) => `app/ui/styles/${name}.css`),
]
  .map((path) => `@layer base { ${readFileSync(path, "utf8")} }`)
  .concat(readFileSync("app/ui/styles/charts.css", "utf8"))
  .join("\n");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function openAt(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(
    `<!doctype html><html lang="ja"><head><title>集計</title><style>${styles}</style></head>` +
      `<body>${renderToStaticMarkup(<SampleFigures />)}</body></html>`,
  );
  return page;
}

describe.each([320, 360, 1440])("charts on a screen %i pixels wide", (width) => {
  it("keep every word inside the drawing, in letters of the same size", async () => {
    const page = await openAt(width);
    const words = await page.$$eval(".chart-drawing text", (texts) =>
      texts.map((text) => {
        const inner = text.getBoundingClientRect();
        const outer = text.closest("svg")?.getBoundingClientRect();
        return {
          text: text.textContent,
          over: Math.max(
            (outer?.left ?? 0) - inner.left,
            inner.right - (outer?.right ?? 0),
            inner.bottom - (outer?.bottom ?? 0),
          ),
          size: Number.parseFloat(getComputedStyle(text).fontSize),
        };
      }),
    );
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter(({ over }) => over > 1)).toEqual([]);
    expect(words.filter(({ size }) => size < 13)).toEqual([]);
    await page.close();
  });

  it("do not make the page scroll sideways, and axe finds nothing", async () => {
    const page = await openAt(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await expectNoAxeViolations(page);
    await page.close();
  });

  it("keep the numbers of a histogram apart", async () => {
    const page = await openAt(width);
    const boxes = await page.$$eval("#q3-figure .chart-value", (texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent, left, right, top, bottom };
      }),
    );
    const touching = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(touching).toEqual([]);
    await page.close();
  });
});
