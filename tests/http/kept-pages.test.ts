import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadBuild } from "#app/http/built.ts";
import { type Listening, listen } from "#app/http/listen.ts";
import { makeLog } from "#app/http/log.ts";
import { type Connection, connect } from "#db/database.ts";
import { migrationsExpected } from "#db/migrate.ts";
import { publishGoalSheet } from "#db/queries/goal-sheets.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { environment } from "#tests/support/site.ts";

/** Two server processes' worth of listeners, each with its own connections and its own memory. */
let database: TestDatabase;
let servers: { listening: Listening; connection: Connection; url: string }[];

beforeAll(async () => {
  database = await testDatabase();
  const build = await loadBuild();
  const expected = await migrationsExpected();
  servers = await Promise.all(
    ["a", "b"].map(async () => {
      const connection = connect(database.url, 3);
      const site = {
        db: connection.db,
        environment,
        log: makeLog("silent"),
        build,
        migrationsExpected: expected,
      };
      const listening = await listen(site, connection);
      return { listening, connection, url: `http://127.0.0.1:${listening.port}` };
    }),
  );
});
afterAll(async () => {
  for (const { listening, connection } of servers) {
    await listening.stop();
    await connection.close();
  }
  await database.drop();
});

const urlOf = (server: number) => servers[server]?.url ?? "";

let version = 0;
async function publish(reason: string): Promise<void> {
  const parsed = {
    title: "目標",
    fiscalYear: null,
    department: null,
    source: null,
    introduction: "",
    goals: [],
  };
  const published = await publishGoalSheet(
    database.db,
    { kind: "anyone" },
    { source: reason, parsed, reason, basedOn: version },
  );
  version = published ?? version;
}

/** Gets a page until it is answered from memory (an ETag tells), so that the next one is too. */
async function kept(url: string): Promise<Response> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const response = await fetch(url);
    if (response.headers.has("ETag")) return response;
    await response.arrayBuffer();
    await wait(50);
  }
  throw new Error(`${url} is never kept`);
}

describe("a public page", () => {
  it("is kept, says so with an ETag, and is not sent again to who has it", async () => {
    const first = await kept(`${urlOf(0)}/about`);
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toBe("no-cache");
    expect(first.headers.get("Content-Security-Policy")).toContain("script-src 'none'");
    const html = await first.text();
    expect(html).toContain("このサイトについて");
    const again = await fetch(`${urlOf(0)}/about`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const plain = await fetch(`${urlOf(0)}/about`, { headers: { "Accept-Encoding": "identity" } });
    expect(plain.headers.get("Content-Encoding")).toBeNull();
    expect(await plain.text()).toBe(html);
  });

  it("is sent compressed", async () => {
    await kept(`${urlOf(0)}/about`);
    for (const encoding of ["br", "gzip"]) {
      const response = await fetch(`${urlOf(0)}/about`, {
        headers: { "Accept-Encoding": encoding },
      });
      expect(response.headers.get("Content-Encoding")).toBe(encoding);
      expect(await response.text()).toContain("このサイトについて");
    }
    const refused = await fetch(`${urlOf(0)}/about`, {
      headers: { "Accept-Encoding": "br;q=0, gzip;q=0" },
    });
    expect(refused.headers.get("Content-Encoding")).toBeNull();
  });

  it("is not older than one second after a publication, on whichever server", async () => {
    for (const round of [1, 2, 3]) {
      await Promise.all([kept(`${urlOf(0)}/`), kept(`${urlOf(1)}/`)]);
      const reason = `理由その${round}を公表します`;
      await publish(reason);
      await wait(1_000);
      for (const server of [0, 1]) {
        expect(await (await fetch(`${urlOf(server)}/`)).text()).toContain(reason);
      }
    }
  });

  it("is not kept while the counter cannot be confirmed", async () => {
    await kept(`${urlOf(0)}/about`);
    // The counter's table is locked: nobody can know whether something was published meanwhile.
    await database.sql.begin(async (sql) => {
      await sql`lock table publication_counter in access exclusive mode`;
      await wait(1_000);
      const response = await fetch(`${urlOf(0)}/about`);
      expect(response.headers.has("ETag")).toBe(false);
      expect(response.status).toBe(200);
    });
    await kept(`${urlOf(0)}/about`);
  });

  it("is never kept for a person who carries a cookie", async () => {
    await kept(`${urlOf(0)}/about`);
    const response = await fetch(`${urlOf(0)}/about`, { headers: { Cookie: "session=anything" } });
    expect(response.headers.has("ETag")).toBe(false);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("other pages", () => {
  it.each(["/sign-in", "/answer", "/healthz", "/nowhere"])("%s is never kept", async (path) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const response = await fetch(urlOf(0) + path);
      expect(response.headers.has("ETag")).toBe(false);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    }
  });
});
