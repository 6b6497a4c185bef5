import { randomInt } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countBits, hasBit } from "#app/domain/survey/participation/bitmap.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { type Connection, connect } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { responses, surveyProgress } from "#db/schema/index.ts";
import { freePort } from "#db/server/free-port.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#db/server.ts";
import { type CodeHolder, codeHolders } from "#tests/support/code-holders.ts";
import { faultRounds } from "#tests/support/fault-rounds.ts";
import { testEnvironment } from "#tests/support/sample-database.ts";
import { makeSurvey, raised } from "#tests/support/sample-survey.ts";
import { type ServedSite, serveSite } from "#tests/support/served-site.ts";
import { postmasterIn, temporaryFolder } from "#tests/support/server-process.ts";

/**
 * Firms send their answers over HTTP while the server process is killed (SIGKILL) and PostgreSQL
 * is shut down immediately (SIGQUIT), at random moments. Whose line broke sends again later, as
 * the page does. A loss of power is not simulated; PostgreSQL runs with its usual durability.
 */
const firmsAskedInARound = 400;
const sendersAtOnce = 24;

const folder = temporaryFolder();
let server: EmbeddedServer;
let connection: Connection;
let site: ServedSite;
let url: string;
let variables: Record<string, string>;
let waiting: CodeHolder[];
/** Receipts that a firm has seen on its screen. */
const shown = new Map<number, string>();
/** Requests that were sent, and those of them whose line broke or that were told to come again. */
const requests = { sent: 0, withoutReceipt: 0 };

beforeAll(async () => {
  const dataDir = join(folder.path, "postgres");
  server = await startEmbeddedServer({ dataDir, log: () => {} });
  await migrate(server.url);
  connection = connect(server.url, 4);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const secrets = ["a secret of the fault injection that is long enough"];
  const environment = { ...testEnvironment(url), secrets };
  variables = {
    DATABASE_URL: server.url,
    SESSION_SECRET: secrets.join(","),
    ORIGIN: url,
    PORT: String(port),
  };
  const hashes = keyedHashes(secrets);
  const { surveyId, codes } = await makeSurvey(
    connection.db,
    "koshou",
    (code) => hashes("survey-code", code)[0],
    { firms: firmsAskedInARound * faultRounds },
  );
  waiting = await codeHolders(connection.db, environment, surveyId, codes);
  site = await serveSite(variables);
}, 120_000);

afterAll(async () => {
  await site?.kill();
  await connection?.close();
  await server?.stop();
  folder.remove();
});

/** Sends one firm's answer; true when its receipt was shown. */
async function send({ cookie, ordinal, receiptNumber }: CodeHolder): Promise<boolean> {
  const answers = { ...raised, wishes: String(ordinal) };
  requests.sent++;
  try {
    const response = await fetch(`${url}/answer/sending`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: url, "Content-Type": "application/json" },
      body: JSON.stringify({ answers, edition: 1 }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status !== 200) return false;
    const body: { receiptNumber: string } = await response.json();
    expect(body.receiptNumber).toBe(receiptNumber);
    shown.set(ordinal, body.receiptNumber);
    return true;
  } catch {
    return false;
  }
}

/** Lets firms answer until `stopped` says so; those without a receipt go on waiting. */
async function load(stopped: () => boolean): Promise<void> {
  const sender = async () => {
    while (!stopped()) {
      const firm = waiting.shift();
      if (!firm) return;
      if (await send(firm)) continue;
      requests.withoutReceipt++;
      waiting.push(firm);
      await sleep(100);
    }
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, sender));
}

/** Waits until PostgreSQL runs again under another process number. */
async function databaseIsBack(before: number): Promise<void> {
  for (;;) {
    await sleep(20);
    if (isRunning(before)) continue;
    const back = await connection.sql`select 1`.then(
      () => true,
      () => false,
    );
    if (back) return;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Kills the site, the database or both. */
async function strike(what: "site" | "database" | "both"): Promise<void> {
  const postmaster = postmasterIn(join(folder.path, "postgres"));
  if (what !== "site") process.kill(postmaster, "SIGQUIT");
  if (what !== "database") await site.kill();
  if (what !== "site") await databaseIsBack(postmaster);
  if (what !== "database") site = await serveSite(variables);
}

/** What is wrong in what is stored now, against the receipts shown. */
async function wrongNow() {
  const stored = await connection.db
    .select({ receiptNumber: responses.receiptNumber, answers: responses.answers })
    .from(responses);
  const [progress] = await connection.db.select().from(surveyProgress);
  const spent = progress?.spent ?? new Uint8Array();
  const byFirm = new Map(stored.map((row) => [Number(row.answers.wishes), row.receiptNumber]));
  const counted = Object.values(progress?.days ?? {}).reduce((sum, answers) => sum + answers, 0);
  return {
    lost: [...shown].filter(([ordinal, receipt]) => byFirm.get(ordinal) !== receipt).length,
    doubled: stored.length - byFirm.size,
    codesSpentWithoutAnswer:
      countBits(spent) - [...byFirm.keys()].filter((n) => hasBit(spent, n)).length,
    answersWithoutCodeSpent: [...byFirm.keys()].filter((n) => !hasBit(spent, n)).length,
    countedWrong: counted - stored.length,
  };
}

const told = () => ({
  requestsSent: requests.sent,
  requestsWithoutReceipt: requests.withoutReceipt,
  receiptsShown: shown.size,
});

const nothingWrong = {
  lost: 0,
  doubled: 0,
  codesSpentWithoutAnswer: 0,
  answersWithoutCodeSpent: 0,
  countedWrong: 0,
};

test(
  `no answer is lost or doubled in ${faultRounds} kills`,
  async () => {
    const kinds = ["site", "database", "both"] as const;
    let slowest = 0;
    for (let round = 0; round < faultRounds; round++) {
      const started = performance.now();
      let over = false;
      const before = shown.size;
      const answering = load(() => over);
      while (shown.size === before) await sleep(5);
      await sleep(randomInt(0, 300));
      await strike(kinds[round % kinds.length] ?? "site");
      over = true;
      await answering;
      expect(await wrongNow()).toEqual(nothingWrong);
      const seconds = (performance.now() - started) / 1000;
      slowest = Math.max(slowest, seconds);
      // A long run tells how far it is.
      if (faultRounds > 3) console.log(JSON.stringify({ kill: round + 1, seconds, ...told() }));
    }
    const duringFaults = shown.size;
    await load(() => false);
    const wrong = await wrongNow();
    expect(wrong).toEqual(nothingWrong);
    expect(shown.size).toBe(firmsAskedInARound * faultRounds);
    console.log(
      JSON.stringify({
        kills: faultRounds,
        ...told(),
        receiptsShownDuringFaults: duringFaults,
        ...wrong,
        slowestRoundSeconds: slowest,
      }),
    );
  },
  60_000 + faultRounds * 60_000,
);
