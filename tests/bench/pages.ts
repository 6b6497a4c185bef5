import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { href } from "#app/routes.ts";
import { connect } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { createAccount } from "#db/queries/accounts.ts";
import { seed } from "#db/seed.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { atLeast, forComparison, print } from "./figure.ts";
import { load } from "./load.ts";

const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const connections = 50;

const pages = [
  { name: "minutes", path: href("meeting", { meeting: 1 }) },
  { name: "ordinance", path: href("ordinance") },
  { name: "comparison", path: `${href("comparison")}?from=1&to=2` },
];

interface Running {
  url: string;
  stop(): void;
}

/** Starts one of the servers of servers.ts in its own process. */
async function start(server: string, variables: Record<string, string> = {}): Promise<Running> {
  const child: ChildProcess = fork(resolve(import.meta.dirname, "servers.ts"), [server], {
    env: { ...process.env, NODE_ENV: "production", ...variables },
    execArgv: ["--import", "tsx"],
  });
  const port = await new Promise<unknown>((done, fail) => {
    child.once("message", done);
    child.once("exit", (code) => fail(new Error(`${server} ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

/** Requests per second and the 99th percentile of the latency in ms, after a warm-up. */
async function measure(url: string): Promise<{ rate: number; p99: number }> {
  await load(url, { connections, seconds: 1 });
  return load(url, { connections, seconds });
}

/** The public pages as kept, beside the same HTML from a bare server and beside a Remix page with a list. */
export async function benchPages(): Promise<void> {
  const build = (cwd: string) =>
    execFileSync("npx", ["remix", "vite:build", "--logLevel", "error"], {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
    });
  build(".");
  build(resolve(import.meta.dirname, "peer"));
  const dataDir = mkdtempSync(join(tmpdir(), "jukugi-bench-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const database = await startEmbeddedServer({ dataDir });
  try {
    await migrate(database.url);
    const { db, close } = connect(database.url, 1);
    for (const name of ["委員A", "委員B", "委員C", "会長", "事務局"]) {
      const role = name === "事務局" ? "secretariat" : "member";
      await createAccount(db, { login: name, name, role, passwordHash: "-" });
    }
    await seed(db, (code) => code, interimDraftPress("http://127.0.0.1"));
    await close();
    const remix = await start("remix");
    const list = await measure(remix.url);
    remix.stop();
    const ours = await start("ours", {
      DATABASE_URL: database.url,
      SESSION_SECRET: "a secret of the bench that is long enough to be one",
      ORIGIN: "http://127.0.0.1",
      PORT: "0",
    });
    for (const { name, path } of pages) {
      const html = await (await fetch(ours.url + path)).text();
      const bare = await start("bare", { BENCH_HTML: Buffer.from(html).toString("base64") });
      const own = await measure(ours.url + path);
      const ready = await measure(bare.url);
      bare.stop();
      print(
        "pages",
        `${name}: against a Remix page with a list`,
        "requests/s",
        own.rate,
        list.rate,
        atLeast(10),
      );
      print(
        "pages",
        `${name}: against node:http with the same HTML`,
        "requests/s",
        own.rate,
        ready.rate,
        forComparison,
      );
      print(
        "pages",
        `${name}: p99 against a Remix page with a list`,
        "ms",
        own.p99,
        list.p99,
        forComparison,
      );
      print(
        "pages",
        `${name}: p99 against node:http with the same HTML`,
        "ms",
        own.p99,
        ready.p99,
        forComparison,
      );
    }
    ours.stop();
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
