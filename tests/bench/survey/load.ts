import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { resolve } from "node:path";
import { countBits } from "#app/domain/survey/participation/bitmap.ts";
import { connect } from "#db/database.ts";
import { responses, surveyProgress } from "#db/schema/index.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { atLeast, forComparison, print } from "../figure.ts";
import { drive } from "../load.ts";
import { requestsFor } from "./requests.ts";
import { startBenchSite } from "./site.ts";

const topic = "survey: accepted answers";
const rounds = 3;
/** Requests of each in a round. By number, not by time: a code is good for one answer. */
const perRound = 6_000;
const connections = 10;
const connectionsAtOnce = 1_000;
const atOnce = 2 * connectionsAtOnce;
/** One round to warm up, those that count, and all connections at once. */
const firms = (1 + rounds) * perRound + atOnce;

/**
 * Answers to forty questions through HTTP into PostgreSQL, everything included, beside a Remix
 * action and a bare server that do one INSERT of the same bytes. They take turns in short rounds,
 * so that a busy machine harms all alike.
 */
export async function benchLoad(): Promise<void> {
  execFileSync("npx", ["remix", "vite:build", "--logLevel", "error"], {
    cwd: resolve("tests/bench/peer"),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const site = await startBenchSite({ definition: fortyQuestions, firms });
  const database = connect(site.databaseUrl, 1);
  await database.sql`
    create table inserted (id uuid primary key default gen_random_uuid(), body jsonb not null)`;
  const variables = { DATABASE_URL: site.databaseUrl };
  const remix = await startPeer("remix", variables);
  const bare = await startPeer("bare-insert", variables);
  try {
    const { own, plain } = await requestsFor(site, database.db);
    const unsent = own.values();
    const ours = (requests: number, connections: number) =>
      drive(
        site.url,
        connections,
        times(requests, () => unsent.next().value),
      );
    const theirs = (peer: Peer, path: string) => {
      const requests = plain(path);
      let sent = 0;
      return drive(
        peer.url,
        connections,
        times(perRound, () => requests[sent++ % requests.length]),
      );
    };
    const rates = { ours: [0], remix: [0], bare: [0] };
    for (let round = 0; round <= rounds; round++) {
      const now = {
        remix: await theirs(remix, "/insert"),
        ours: await ours(perRound, connections),
        bare: await theirs(bare, "/"),
      };
      // The first round warms all up.
      if (round > 0) {
        for (const name of ["ours", "remix", "bare"] as const) rates[name].push(now[name].rate);
      }
    }
    const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / rounds;
    const [our, remixs, bares] = [mean(rates.ours), mean(rates.remix), mean(rates.bare)];
    print(topic, "against a Remix action with one INSERT", "answers/s", our, remixs, atLeast(0.9));
    print(topic, "against node:http with one INSERT", "answers/s", our, bares, forComparison);

    const all = await ours(atOnce, connectionsAtOnce);
    const [progress] = await database.db.select().from(surveyProgress);
    const stored = await database.db.$count(responses);
    print(
      topic,
      `${connectionsAtOnce} connections at once: answers without an error, and stored (${Math.round(all.rate)}/s)`,
      "answers",
      stored,
      firms,
      {
        text: "= 1",
        holds: (ratio) => ratio === 1 && countBits(progress?.spent ?? new Uint8Array()) === stored,
      },
    );
  } finally {
    remix.stop();
    bare.stop();
    await database.close();
    await site.stop();
  }
}

/** Gives so many requests, and throws when there are no more: a round cut short would tell nothing. */
function times(count: number, next: () => Buffer | undefined): () => Buffer | undefined {
  let given = 0;
  return () => {
    if (given++ >= count) return undefined;
    const request = next();
    if (!request) throw new Error("no requests left for a round");
    return request;
  };
}

interface Peer {
  url: string;
  stop(): void;
}

async function startPeer(name: string, variables: Record<string, string>): Promise<Peer> {
  const child: ChildProcess = fork(resolve(import.meta.dirname, "../servers.ts"), [name], {
    env: { ...process.env, NODE_ENV: "production", ...variables },
    execArgv: ["--import", "tsx"],
  });
  const port = await new Promise<unknown>((done, fail) => {
    child.once("message", done);
    child.once("exit", (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
