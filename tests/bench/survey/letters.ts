import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { makeCookies } from "#app/http/cookies.ts";
import { keyedHashes, newToken } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { connect } from "#db/database.ts";
import { createAccount, startSession } from "#db/queries/accounts.ts";
import { testEnvironment } from "#tests/support/sample-database.ts";
import { smallDefinition } from "#tests/support/sample-survey.ts";
import { atMost, forComparison, print } from "../figure.ts";
import { type BenchSite, benchSecret, startBenchSite } from "./site.ts";

const letters = 3_000;

/**
 * 3,000 letters in one go, pressed for on the page of the running platform: how long they take,
 * how much memory, and how long others wait meanwhile, beside the same platform at rest.
 */
export async function benchLetters(): Promise<void> {
  const site = await startBenchSite({ definition: smallDefinition, firms: letters });
  try {
    const headers = { Cookie: await clerkCookie(site), Origin: "http://127.0.0.1" };
    const address = site.url + href("deskLetters", { survey: "bench" });
    await waits(site, wait(1_000));
    const atRest = await waits(site, wait(5_000));
    const before = residentMegabytes(site.pid);
    const began = performance.now();
    const body = new URLSearchParams({ intent: "begin", kind: "reissue", codesConfirmed: "on" });
    const begun = await fetch(address, { method: "POST", body, headers, redirect: "manual" });
    const job =
      new URL(begun.headers.get("Location") ?? "", site.url).searchParams.get("job") ?? "";
    if (begun.status !== 303) throw new Error(`letters were refused: ${begun.status}`);
    const making = finished(`${address}?job=${job}`, headers);
    const meanwhile = await waits(site, making);
    const seconds = (performance.now() - began) / 1000;
    const peak = residentMegabytes(site.pid, "VmHWM");
    const file = `${site.url}${href("deskLettersPdf", { survey: "bench", job })}`;
    const pdf = await (await fetch(file, { headers })).arrayBuffer();

    print("survey", `${letters} letters`, "s", seconds, 60, atMost(1));
    print("survey", `${letters} letters: peak memory / at rest`, "MB", peak, before, forComparison);
    print("survey", `${letters} letters: PDF / 16 MB`, "MB", pdf.byteLength / 1e6, 16, atMost(1));
    print(
      "survey",
      "median wait of others meanwhile / at rest",
      "ms",
      at(meanwhile, 0.5),
      at(atRest, 0.5),
      forComparison,
    );
    print(
      "survey",
      "longest wait of others meanwhile / 1 s",
      "ms",
      at(meanwhile, 1),
      1_000,
      atMost(1),
    );
  } finally {
    await site.stop();
  }
}

async function clerkCookie({ databaseUrl, url }: BenchSite): Promise<string> {
  const { db, close } = connect(databaseUrl, 1);
  const account = {
    login: "clerk",
    name: "事務局",
    role: "secretariat",
    passwordHash: "-",
  } as const;
  const accountId = (await createAccount(db, account)) ?? "";
  const token = newToken();
  const [tokenHash] = keyedHashes([benchSecret])("session", token);
  await startSession(db, { tokenHash, accountId, expiresAt: new Date(Date.now() + 3_600_000) });
  await close();
  const cookies = makeCookies({ ...testEnvironment(url), secrets: [benchSecret] });
  return (await cookies.session.serialize(token)).split(";")[0] ?? "";
}

/** Follows the page of letters in the making, as it renews itself. */
async function finished(address: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const html = await (await fetch(address, { headers })).text();
    if (html.includes("PDFを保存する")) return;
    if (!html.includes("<progress")) throw new Error("the letters failed");
    await wait(500);
  }
}

/** How long visitors wait for a page, in milliseconds, as long as something else goes on. */
async function waits({ url }: BenchSite, other: Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  let ended = false;
  const end = other.finally(() => {
    ended = true;
  });
  while (!ended) {
    const began = performance.now();
    await (await fetch(url + href("codeEntry"))).text();
    taken.push(performance.now() - began);
    await wait(20);
  }
  await end;
  return taken.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Memory of a process in megabytes, now or at its most (Linux). */
function residentMegabytes(pid: number, line: "VmRSS" | "VmHWM" = "VmRSS"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
}
