import type { SignedIn } from "#app/domain/viewer.ts";
import { loadBuild } from "#app/http/built.ts";
import { makeCookies } from "#app/http/cookies.ts";
import { createHandler, type Handler } from "#app/http/handler.ts";
import { keyedHashes, newToken } from "#app/http/keys.ts";
import { makeLog } from "#app/http/log.ts";
import type { Database } from "#db/database.ts";
import { migrationsExpected } from "#db/migrate.ts";
import { createAccount, startSession } from "#db/queries/accounts.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import type { Contents } from "./global-setup.ts";
import { testEnvironment } from "./sample-database.ts";

export const origin = "http://jukugi.test";

/** The environment of the site under test. */
export const environment = testEnvironment(origin);

/** A person at the site: keeps cookies like a browser and follows nothing by itself. */
export interface Person {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    path: string,
    fields: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Posts a body of JSON, as a script does. */
  json(path: string, body: string): Promise<Response>;
}

export interface TestSite {
  handle: Handler;
  db: Database;
  database: TestDatabase;
  anyone: Person;
  /** Makes an account of the role and a person signed in with it. */
  signIn(role: SignedIn["kind"], name?: string): Promise<Person & { viewer: SignedIn }>;
  /** A fresh person without cookies. */
  visitor(): Person;
  stop(): Promise<void>;
}

/**
 * The compiled site on a database of its own: requests in, responses out, no socket between.
 *
 * @param contents what the database holds at first
 */
export async function testSite(contents: Contents = "schema"): Promise<TestSite> {
  const database = await testDatabase(contents);
  const { db } = database;
  const handle = createHandler({
    db,
    environment,
    log: makeLog("silent"),
    build: await loadBuild(),
    migrationsExpected: await migrationsExpected(),
  });
  const visitor = () => personAt(handle, new Map());
  return {
    handle,
    db,
    database,
    visitor,
    anyone: visitor(),
    async signIn(role, name = role === "member" ? "委員A" : "事務局") {
      const login = `${role}-${newToken().slice(0, 8).toLowerCase()}`;
      const accountId = await createAccount(db, { login, name, role, passwordHash: "-" });
      if (!accountId) throw new Error("login name taken");
      const token = newToken();
      const [tokenHash] = keyedHashes(environment.secrets)("session", token);
      await startSession(db, { tokenHash, accountId, expiresAt: new Date(Date.now() + 3_600_000) });
      const cookie = await makeCookies(environment).session.serialize(token);
      const [name_ = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      return {
        ...personAt(handle, new Map([[name_, value]])),
        viewer: { kind: role, accountId, name },
      };
    },
    stop: () => database.drop(),
  };
}

function personAt(handle: Handler, cookies: Map<string, string>): Person {
  async function send(request: Request): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookie) request.headers.set("Cookie", cookie);
    const response = await handle(request, "192.0.2.1");
    for (const header of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (header.split(";")[0] ?? "").split(/=(.*)/s);
      if (/max-age=0/i.test(header)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    get: (path, headers = {}) => send(new Request(new URL(path, origin), { headers })),
    json: (path, body) =>
      send(
        new Request(new URL(path, origin), {
          method: "POST",
          body,
          headers: { Origin: origin, "Content-Type": "application/json" },
        }),
      ),
    post(path, fields, headers = {}) {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return send(
        new Request(new URL(path, origin), {
          method: "POST",
          body,
          headers: { Origin: origin, ...headers },
        }),
      );
    },
  };
}
