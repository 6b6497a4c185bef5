import { readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { sampleAccounts } from "#app/http/sample-accounts.ts";
import { freePort } from "#db/server/free-port.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { Clone, type NpmProcess } from "#tests/support/npm-process.ts";
import { isRoot, temporaryFolder, unprivileged } from "#tests/support/server-process.ts";

const READY = "Ctrl-C を押してください";

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function freshClone(account = {}): Clone {
  const folder = temporaryFolder(account);
  undo.push(() => folder.remove());
  const clone = new Clone(folder.path, account);
  undo.push(() => clone.killAll());
  return clone;
}

async function started(clone: Clone): Promise<NpmProcess & { url: string }> {
  const port = await freePort();
  const npm = clone.run("start", { PORT: String(port) });
  await npm.prints(READY);
  expect(npm.output()).toContain(READY);
  return { ...npm, url: `http://localhost:${port}` };
}

/** Signs in with what `npm start` printed for the secretariat. */
async function signsIn({ url, output }: { url: string; output(): string }): Promise<boolean> {
  const [, login = "", password = ""] =
    /事務局　ログイン名 (\S+)　パスワード (\S+)/.exec(output()) ?? [];
  const response = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ login, password, back: "" }),
    headers: { Origin: url },
    redirect: "manual",
  });
  return response.status === 303;
}

const statusOf = async (url: string) => (await fetch(url)).status;

describe.each([
  { name: isRoot ? "root" : "this account", account: {}, possible: true },
  { name: "an unprivileged account", account: unprivileged ?? {}, possible: unprivileged !== null },
])("npm start as $name", ({ account, possible }) => {
  test.runIf(possible)(
    "serves, keeps what it was given, and ends at SIGTERM and Ctrl-C",
    async () => {
      const clone = freshClone(account);
      const first = await started(clone);
      expect(first.output()).toContain(`熟議を開始しました。 ${first.url}`);
      expect(await statusOf(`${first.url}/healthz`)).toBe(200);
      expect(await statusOf(`${first.url}/readyz`)).toBe(200);
      expect(await signsIn(first)).toBe(true);
      const data = join(clone.folder, ".data");
      for (const file of readdirSync(data, { withFileTypes: true })) {
        if (file.isFile()) expect(statSync(join(data, file.name)).mode & 0o077, file.name).toBe(0);
      }
      expect(await first.tell("SIGTERM")).toBe(0);
      expect([clone.node(), clone.postmaster()]).toEqual([0, 0]);

      const second = await started(clone);
      expect(await signsIn(second)).toBe(true);
      await second.tell("Ctrl-C");
      expect([clone.node(), clone.postmaster()]).toEqual([0, 0]);
    },
  );

  test.runIf(possible)("recovers from SIGKILL, with the database alive or not", async () => {
    const clone = freshClone(account);
    const first = await started(clone);
    process.kill(clone.node(), "SIGKILL");
    await first.ended;
    expect(clone.postmaster()).not.toBe(0);

    const second = await started(clone);
    expect(await signsIn(second)).toBe(true);
    const postmaster = clone.postmaster();
    process.kill(clone.node(), "SIGKILL");
    process.kill(postmaster, "SIGKILL");
    await second.ended;

    const third = await started(clone);
    expect(await signsIn(third)).toBe(true);
    await third.tell("SIGTERM");
  });
});

test("a first start that is killed leaves nothing by halves", async () => {
  const clone = freshClone();
  for (const milliseconds of [1_000, 1_500, 2_000, 2_500]) {
    const npm = clone.run("start", { PORT: "0" });
    await Promise.race([sleep(milliseconds), npm.prints("熟議を開始しました")]);
    clone.killAll();
    await npm.ended;
  }
  const site = await started(clone);
  expect(site.output().match(/パスワード/g)?.length).toBe(sampleAccounts.length);
  expect(await signsIn(site)).toBe(true);
  await site.tell("SIGTERM");
});

test("a first start that is told to end leaves nothing running", async () => {
  const clone = freshClone();
  for (const milliseconds of [900, 1_300, 1_700, 2_100]) {
    const npm = clone.run("start", { PORT: "0" });
    await Promise.race([sleep(milliseconds), npm.prints("熟議を開始しました")]);
    await npm.tell("Ctrl-C");
    expect([clone.node(), clone.postmaster()]).toEqual([0, 0]);
  }
});

test("a port that is in use", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  undo.push(() => other.close());
  const { port } = other.address() as AddressInfo;
  const clone = freshClone();
  const npm = clone.run("start", { PORT: String(port) });
  expect(await npm.ended).toBe(1);
  expect(npm.output()).toContain(`ポート ${port} は使われています。PORT=3001 npm start`);
  expect([clone.node(), clone.postmaster()]).toEqual([0, 0]);
});

test("the database stops while the site runs: 503, and back by itself", async () => {
  const folder = temporaryFolder();
  undo.push(() => folder.remove());
  const options = { dataDir: join(folder.path, "postgres"), log: () => {}, durable: false };
  const before = await startEmbeddedServer(options);
  undo.push(() => before.stop());
  const clone = freshClone();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const npm = clone.run("start", { PORT: String(port), DATABASE_URL: before.url });
  await npm.prints(READY);
  expect(clone.postmaster()).toBe(0);
  expect(await signsIn({ url, output: npm.output })).toBe(true);

  await before.stop();
  expect(await statusOf(`${url}/readyz`)).toBe(503);
  expect(await statusOf(`${url}/healthz`)).toBe(200);
  const page = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ login: "jimukyoku", password: "x", back: "" }),
    headers: { Origin: url },
  });
  expect(page.status).toBe(503);
  expect(await page.text()).toMatch(/<html lang="ja">[\s\S]*もう一度送信してください/);

  const after = await startEmbeddedServer({ ...options, port: Number(new URL(before.url).port) });
  undo.push(() => after.stop());
  let back = 0;
  for (let attempt = 0; attempt < 100 && back !== 200; attempt++) {
    await sleep(100);
    back = await statusOf(`${url}/readyz`);
  }
  expect(back).toBe(200);
  expect(await signsIn({ url, output: npm.output })).toBe(true);
  await npm.tell("SIGTERM");
});

describe("npm run serve", () => {
  test("does not boot without its settings, and says which", async () => {
    const npm = freshClone().run("serve", {});
    expect(await npm.ended).toBe(1);
    for (const name of ["DATABASE_URL", "SESSION_SECRET", "ORIGIN"]) {
      expect(npm.output()).toContain(name);
    }
  });

  test("migrates, makes no accounts and no samples, and ends at SIGTERM", async () => {
    const folder = temporaryFolder();
    undo.push(() => folder.remove());
    const dataDir = join(folder.path, "postgres");
    const server = await startEmbeddedServer({ dataDir, log: () => {}, durable: false });
    undo.push(() => server.stop());
    const port = await freePort();
    const npm = freshClone().run("serve", {
      DATABASE_URL: server.url,
      SESSION_SECRET: "a-secret-of-thirty-two-characters-or-more",
      ORIGIN: "https://jukugi.example",
      PORT: String(port),
    });
    await npm.prints("listening");
    expect(await statusOf(`http://localhost:${port}/readyz`)).toBe(200);
    const { connect } = await import("#db/database.ts");
    const { sql, close } = connect(server.url, 1);
    const counts =
      await sql`select (select count(*) from accounts) + (select count(*) from meetings) as rows`;
    await close();
    expect(counts).toEqual([{ rows: "0" }]);
    expect(await npm.tell("SIGTERM")).toBe(0);
  });
});
