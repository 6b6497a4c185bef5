import type { Page } from "playwright-core";
import { loadBuild } from "#app/http/built.ts";
import type { Environment } from "#app/http/environment.ts";
import { listen } from "#app/http/listen.ts";
import { makeLog } from "#app/http/log.ts";
import { href } from "#app/routes.ts";
import { migrationsExpected } from "#db/migrate.ts";
import { freePort } from "#db/server/free-port.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import type { Contents } from "./global-setup.ts";
import { passwordOf, type SampleLogin, testEnvironment } from "./sample-database.ts";

/** The compiled site, served over HTTP from this process, on a database of its own. */
export type RunningSite = {
  /** Scheme, host and port; no trailing slash. */
  url: string;
  database: TestDatabase;
  environment: Environment;
  stop(): Promise<void>;
};

/**
 * Starts the site of `build/` on a free port. For tests with a browser or with
 * `fetch`; tests of single requests use `testSite`, which opens no port.
 *
 * @param contents what its database holds at first
 */
export async function startSite(contents: Contents = "samples"): Promise<RunningSite> {
  const database = await testDatabase(contents);
  try {
    // The site must know its own address before it listens.
    const url = `http://127.0.0.1:${await freePort()}`;
    const environment = testEnvironment(url);
    const site = {
      db: database.db,
      environment,
      log: makeLog(environment.logLevel),
      build: await loadBuild(),
      migrationsExpected: await migrationsExpected(),
    };
    const { stop } = await listen(site, { ...database, close: database.drop });
    return {
      url,
      database,
      environment,
      async stop() {
        await stop();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** Signs a sample account in through the page for it, as a person does. */
export async function signIn(page: Page, site: RunningSite, login: SampleLogin): Promise<void> {
  await page.goto(site.url + href("signIn"));
  await page.getByLabel("ログイン名").fill(login);
  await page.getByLabel("パスワード").fill(passwordOf(login));
  await page.getByRole("button", { name: "サインイン" }).click();
  await page.waitForURL((url) => url.pathname !== href("signIn"));
}
