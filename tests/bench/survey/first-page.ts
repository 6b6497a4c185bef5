import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { build } from "vite";
import { href } from "#app/routes.ts";
import { atMost, forComparison, print } from "../figure.ts";
import { openBrowser } from "./browser.ts";
import { type BenchSite, startBenchSite } from "./site.ts";
import { timeToFirstField } from "./slow-phone.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

/**
 * How long a firm waits for the first page of the sample's questionnaire on a slow phone, beside
 * the same definition rendered by SurveyJS alone, from a server that compresses and serves alike.
 */
export async function benchFirstPage(): Promise<void> {
  const definition: unknown = JSON.parse(readFileSync("content/survey/questionnaire.json", "utf8"));
  const [site, alone, browser] = [
    await startBenchSite({ definition, firms: 3 }),
    await serveAlone(),
    await openBrowser(),
  ];
  try {
    const enter = (context: Parameters<Parameters<typeof timeToFirstField>[2] & object>[0]) =>
      context.request.get(site.url + href("codeLink", { code: firstCode(site) }));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await timeToFirstField(browser, site.url + href("answer"), enter));
      theirs.push(await timeToFirstField(browser, alone.url));
    }
    const what = "time until the first page can be filled in";
    const [own, peer] = [median(ours), median(theirs)];
    print("survey", `${what}, against SurveyJS alone`, "ms", own, peer, atMost(1 / 3));
    const [slowest, fastest] = [Math.max(...ours), Math.min(...theirs)];
    print("survey", `${what}: our slowest, its fastest`, "ms", slowest, fastest, forComparison);
  } finally {
    await browser.close();
    await alone.stop();
    await site.stop();
  }
}

const firstCode = ({ codes }: BenchSite) => codes[0] ?? "";

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Builds SurveyJS's page by Vite and serves it as the platform serves its files. */
async function serveAlone(): Promise<{ url: string; stop(): Promise<void> }> {
  const outDir = resolve(".cache/bench-surveyjs-alone");
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, "surveyjs-alone"),
    logLevel: "error",
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  });
  const files = sirv(outDir, { etag: true });
  const compress = compression() as unknown as typeof files;
  const server = createServer((request, response) => {
    compress(request, response, () =>
      files(request, response, () => void response.writeHead(404).end()),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
