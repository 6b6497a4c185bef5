import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Account } from "#db/server/account.ts";
import { packagedPrograms, runnable } from "#db/server/binaries.ts";
import { isRunning } from "#db/server/process.ts";
import {
  isRoot,
  query,
  type ServerProcess,
  startServerProcess,
  temporaryFolder,
  unprivileged,
} from "#tests/support/server-process.ts";

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.remove());

// The programs as npm leaves them when it runs no install scripts: without the links.
function withoutLinks(): string {
  const programs = join(folder.path, "package/native");
  const linked = new Set(
    (
      JSON.parse(readFileSync(join(packagedPrograms(), "pg-symlinks.json"), "utf8")) as {
        target: string;
      }[]
    ).map(({ target }) => join(packagedPrograms(), "..", target)),
  );
  cpSync(packagedPrograms(), programs, {
    recursive: true,
    filter: (source) => !linked.has(source) && !source.endsWith(".a"),
  });
  writeFileSync(join(folder.path, "package/package.json"), '{ "version": "1" }');
  return programs;
}

const runs = (initdb: string, account: Account = {}) =>
  spawnSync(initdb, ["--version"], { ...account, cwd: "/" }).status === 0;

test("links between the libraries are made where npm made none", () => {
  const programs = withoutLinks();
  expect(runs(join(programs, "bin/initdb"))).toBe(false);
  const { initdb, major } = runnable(programs, folder.path, {});
  expect(initdb).toBe(join(programs, "bin/initdb"));
  expect(runs(initdb)).toBe(true);
  expect(major).toBe(18);
});

test.skipIf(!unprivileged)("a copy is used where the account cannot reach the package", () => {
  const account = unprivileged ?? {};
  const programs = withoutLinks();
  chmodSync(join(folder.path, "package"), 0o700);
  const home = join(folder.path, "home");
  mkdirSync(home);
  const before = process.umask(0o077);
  try {
    const { initdb } = runnable(programs, home, account);
    expect(initdb).toBe(join(home, "native/bin/initdb"));
    expect(runs(initdb, account)).toBe(true);
    // Unchanged package: the copy stays. Another version: it is made anew.
    const { ino } = statSync(initdb);
    runnable(programs, home, account);
    expect(statSync(initdb).ino).toBe(ino);
    writeFileSync(join(folder.path, "package/package.json"), '{ "version": "2" }');
    runnable(programs, home, account);
    expect(readFileSync(join(home, "native/package.json"), "utf8")).toContain('"2"');
  } finally {
    process.umask(before);
  }
});

test("programs that do not run on this machine", () => {
  const programs = withoutLinks();
  for (const name of readdirSync(join(programs, "bin"))) {
    writeFileSync(join(programs, "bin", name), "not a program");
  }
  expect(() => runnable(programs, folder.path, {})).toThrow(/動きません。.*DATABASE_URL/);
});

test.skipIf(!isRoot)(
  "under root, data that the server's account cannot reach lie outside",
  async () => {
    const closed = join(folder.path, "root");
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = join(closed, ".data/postgres");
    let home = "";
    const processes: ServerProcess[] = [];
    const start = async () => {
      const started = await startServerProcess(dataDir);
      processes.push(started);
      return started;
    };
    try {
      const first = await start();
      home = readFileSync(join(dataDir, "place"), "utf8").trim();
      expect(first.failure).toBe("");
      expect(home).toMatch(/^\/var\/(lib|tmp)\/jukugi-/);
      expect(statSync(join(home, "password")).mode & 0o777).toBe(0o600);
      expect((await start()).failure).toContain(`プロセス番号 ${first.pid}`);
      await query(first.url, "create table 資料 (名称 text)");
      await first.kill("SIGKILL");
      const second = await start();
      expect(await query(second.url, "select * from 資料")).toEqual([]);
      await second.kill("SIGTERM");

      rmSync(home, { recursive: true });
      expect((await start()).failure).toContain(`${home} が見つかりません`);
    } finally {
      for (const { pid, kill } of processes) if (isRunning(pid)) await kill("SIGTERM");
      if (home) rmSync(home, { recursive: true, force: true });
    }
  },
);

test.skipIf(!isRoot)("a full disk", async (context) => {
  const disk = join(folder.path, "disk");
  mkdirSync(disk);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m,mode=711", "tmpfs", disk]);
  if (mounted.status !== 0) return context.skip("no file system may be mounted here");
  try {
    const { failure } = await startServerProcess(join(disk, "postgres"));
    expect(failure).toContain("ディスクの空きが足りない");
    // Nothing half-made is taken for data at the next start.
    expect(readdirSync(join(disk, "postgres")).join()).not.toMatch(/cluster|native/);
  } finally {
    spawnSync("umount", [disk]);
  }
});
