import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { type Connection, connect } from "#db/database.ts";

/** A database of one test file's own, connected. */
export type TestDatabase = Pick<Connection, "db" | "sql"> & {
  url: string;
  /** Closes the connection and removes the database. */
  drop(): Promise<void>;
};

/**
 * Makes an empty, migrated database by copying the template. For `beforeAll`;
 * `drop` belongs into `afterAll`.
 *
 * @param max connections in the pool
 */
export async function testDatabase(max = 10): Promise<TestDatabase> {
  const answer = await fetch(inject("templateDatabase"));
  const template = await answer.text();
  if (!answer.ok) throw new Error(`The test database server did not start: ${template}`);
  const { url, remove } = await copyDatabase(template);
  const { db, sql, close } = connect(url, max);
  return {
    db,
    sql,
    url,
    async drop() {
      await close();
      await remove();
    },
  };
}

/** Copies the database at `url`, to which no one may be connected. */
export async function copyDatabase(url: string) {
  const template = new URL(url).pathname.slice(1);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  await administer(url, `create database ${name} template ${template}`);
  return { url: copy.href, remove: () => administer(url, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const administration = new URL(url);
  administration.pathname = "/postgres";
  const sql = postgres(administration.href, { max: 1 });
  await sql.unsafe(statement).finally(() => sql.end());
}
