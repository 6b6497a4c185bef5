import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { type Connection, connect } from "#db/database.ts";
import type { Contents, Template } from "./global-setup.ts";

/** A database of one test file's own, connected. */
export type TestDatabase = Pick<Connection, "db" | "sql"> & {
  url: string;
  /** Codes of the sample survey that is open; empty without samples. */
  codes: string[];
  /** Closes the connection and removes the database. */
  drop(): Promise<void>;
};

/**
 * Makes a migrated database by copying a template: with tables only
 * (`schema`), with the sample accounts (`accounts`), or with the sample
 * content, too (`samples`). For `beforeAll`; `drop` belongs into `afterAll`.
 *
 * @param max connections in the pool
 */
export async function testDatabase(contents: Contents = "schema", max = 10): Promise<TestDatabase> {
  const answer = await fetch(`${inject("templates")}/${contents}`);
  if (!answer.ok) throw new Error(`No test database could be made: ${await answer.text()}`);
  const template = (await answer.json()) as Template;
  const { pathname } = new URL(template.url);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = new URL(template.url);
  url.pathname = `/${name}`;
  await administer(template.url, `create database ${name} template ${pathname.slice(1)}`);
  const { db, sql, close } = connect(url.href, max);
  return {
    db,
    sql,
    url: url.href,
    codes: template.codes,
    async drop() {
      await close();
      await administer(template.url, `drop database ${name} with (force)`);
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const administration = new URL(url);
  administration.pathname = "/postgres";
  const sql = postgres(administration.href, { max: 1 });
  await sql.unsafe(statement).finally(() => sql.end());
}
