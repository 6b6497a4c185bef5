import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRunning } from "#db/server/process.ts";
import { startEmbeddedServer } from "#db/server.ts";
import {
  isRoot,
  postmasterIn,
  query,
  type ServerProcess,
  startServerProcess,
  temporaryFolder,
  unprivileged,
} from "#tests/support/server-process.ts";

const accounts = [
  { name: isRoot ? "root" : "this account", account: {}, possible: true },
  { name: "an unprivileged account", account: unprivileged ?? {}, possible: unprivileged !== null },
];

describe.each(accounts)("embedded server as $name", ({ account, possible }) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let dataDir: string;
  const processes: ServerProcess[] = [];

  beforeEach(() => {
    folder = temporaryFolder(account);
    dataDir = join(folder.path, "postgres");
  });

  afterEach(async () => {
    for (const { pid, kill } of processes.splice(0)) if (isRunning(pid)) await kill("SIGTERM");
    // What a failed test left behind.
    const mark = join(dataDir, "cluster/postmaster.pid");
    if (existsSync(mark) && isRunning(postmasterIn(dataDir))) {
      process.kill(postmasterIn(dataDir), "SIGKILL");
    }
    folder.remove();
  });

  async function start(): Promise<ServerProcess> {
    const started = await startServerProcess(dataDir, account);
    processes.push(started);
    return started;
  }

  const write = (url: string) =>
    query(
      url,
      "create table 意見 (本文 text); insert into 意見 values ('最低賃金の条項を残すべきです')",
    );
  const read = async (url: string) => (await query(url, "select 本文 from 意見"))[0]?.本文;

  test.runIf(possible)("keeps its password and its door to itself", async () => {
    const { url } = await start();
    expect(statSync(join(dataDir, "password")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "cluster")).mode & 0o077).toBe(0);
    const [settings] = await query(
      url,
      "select current_setting('listen_addresses') a, current_setting('unix_socket_directories') s, current_setting('server_encoding') e, current_setting('fsync') f",
    );
    expect(settings).toEqual({ a: "127.0.0.1", s: "", e: "UTF8", f: "on" });
    const stranger = new URL(url);
    stranger.password = "wrong";
    await expect(query(stranger.href, "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
  });

  test.runIf(possible)("sorts and compares alike on every machine", async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      "select lower('ＡＢＣ') lower, '条例' ~ '^\\w+$' word, array(select x from unnest(array['第2条','第10条','あ','ア']) x order by x) sorted",
    );
    expect(row).toEqual({ lower: "ａｂｃ", word: true, sorted: ["あ", "ア", "第10条", "第2条"] });
  });

  test.runIf(possible)("SIGTERM ends both, and the next start finds the data", async () => {
    const first = await start();
    await write(first.url);
    const postmaster = first.postmaster();
    expect(await first.kill("SIGTERM")).toBe(0);
    expect(isRunning(postmaster)).toBe(false);
    expect(existsSync(join(dataDir, "holder.json"))).toBe(false);
    expect(readFileSync(join(dataDir, "postgresql.log"), "utf8")).toMatch(/is shut down\n$/);
    expect(await read((await start()).url)).toBe("最低賃金の条項を残すべきです");
  });

  test.runIf(possible)("Ctrl-C reaches Node only, which ends the server in order", async () => {
    const first = await start();
    const postmaster = first.postmaster();
    expect(await first.interrupt()).toBe(0);
    expect(isRunning(postmaster)).toBe(false);
    await start();
    expect(readFileSync(join(dataDir, "postgresql.log"), "utf8")).not.toMatch(/recovery/);
  });

  test.runIf(possible)("Node killed, server still alive: the next start takes over", async () => {
    const first = await start();
    await write(first.url);
    const postmaster = first.postmaster();
    await first.kill("SIGKILL");
    expect(isRunning(postmaster)).toBe(true);
    const second = await start();
    expect(second.failure).toBe("");
    expect(await read(second.url)).toBe("最低賃金の条項を残すべきです");
    expect(isRunning(postmaster)).toBe(false);
  });

  test.runIf(possible)("Node and server killed: the next start recovers", async () => {
    const first = await start();
    await write(first.url);
    const postmaster = first.postmaster();
    process.kill(first.pid, "SIGSTOP"); // so that it does not start the server again
    process.kill(postmaster, "SIGKILL");
    await first.kill("SIGKILL");
    expect(existsSync(join(dataDir, "cluster/postmaster.pid"))).toBe(true);
    const second = await start();
    expect(second.failure).toBe("");
    expect(await read(second.url)).toBe("最低賃金の条項を残すべきです");
  });

  test.runIf(possible)("a left mark whose number another program has got by now", async () => {
    const first = await start();
    await write(first.url);
    const mark = join(dataDir, "cluster/postmaster.pid");
    const text = readFileSync(mark, "utf8");
    await first.kill("SIGTERM");
    // For a start as root this test's own process would do; an unprivileged one asks about its own kind.
    const bystander = await startServerProcess(join(folder.path, "other"), account);
    processes.push(bystander);
    writeFileSync(mark, text.replace(/^\d+/, String(bystander.pid)));
    const second = await start();
    expect(second.failure).toBe("");
    expect(await read(second.url)).toBe("最低賃金の条項を残すべきです");
    expect(isRunning(bystander.pid)).toBe(true);
  });

  test.runIf(possible)("two at once: one works, the other says what to do", async () => {
    const both = await Promise.all([start(), start()]);
    const [winner] = both.filter(({ url }) => url);
    const [loser] = both.filter(({ failure }) => failure);
    expect(loser?.failure).toContain(`プロセス番号 ${winner?.pid}`);
    expect(loser?.failure).toContain("Ctrl-C");
    expect(await query(winner?.url ?? "", "select 1 one")).toEqual([{ one: 1 }]);
  });

  test.runIf(possible)("the server killed alone is started again under its address", async () => {
    const { url, postmaster } = await start();
    await write(url);
    const killed = postmaster();
    process.kill(killed, "SIGKILL");
    let found: unknown;
    for (let attempt = 0; attempt < 100 && !found; attempt++) {
      await sleep(100);
      found = await read(url).catch(() => undefined);
    }
    expect(found).toBe("最低賃金の条項を残すべきです");
    expect(postmaster()).not.toBe(killed);
  });

  test.runIf(possible)("data of another PostgreSQL are left alone", async () => {
    const first = await start();
    await first.kill("SIGTERM");
    const version = join(dataDir, "cluster/PG_VERSION");
    writeFileSync(version, "17\n");
    const { failure } = await start();
    expect(failure).toContain("PostgreSQL 17 のもの");
    expect(failure).toContain("別の名前に変えてから");
    writeFileSync(version, "18\n");
    expect((await start()).failure).toBe("");
  });

  test.runIf(possible)("a lost or changed password", async () => {
    const first = await start();
    await first.kill("SIGTERM");
    const file = join(dataDir, "password");
    const password = readFileSync(file, "utf8");
    writeFileSync(file, "someone-elses\n");
    expect((await start()).failure).toContain("合いません");
    writeFileSync(file, password);
    expect((await start()).failure).toBe("");
  });
});

test.skipIf(!unprivileged)("a folder that may not be written to", async () => {
  const folder = temporaryFolder();
  const { failure } = await startServerProcess(join(folder.path, "postgres"), unprivileged ?? {});
  folder.remove();
  expect(failure).toContain("書き込めません");
  expect(failure).toContain("DATABASE_URL");
});

test("a start broken off leaves no server, no hold and no half-made data", async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, "postgres");
  for (const milliseconds of [0, 100, 300, 500, 600]) {
    const signal = AbortSignal.timeout(milliseconds);
    const started = startEmbeddedServer({ dataDir, log: () => {}, signal }).then(
      ({ stop }) => stop(),
      (error: unknown) => {
        if (error !== signal.reason) throw error;
      },
    );
    await started;
    expect(existsSync(join(dataDir, "holder.json"))).toBe(false);
    expect(existsSync(join(dataDir, "cluster/postmaster.pid"))).toBe(false);
  }
  const { url, stop } = await startEmbeddedServer({ dataDir, log: () => {} });
  expect(await query(url, "select 1 one")).toEqual([{ one: 1 }]);
  await stop();
  await stop();
  folder.remove();
});
