import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { connect } from "./database.ts";

const folder = resolve(import.meta.dirname, "migrations");

/** Brings a database to the newest schema. Several processes may call it at once: one works, the others wait. */
export async function migrate(url: string): Promise<void> {
  const { db, sql, close } = connect(url, 1);
  try {
    await sql`select pg_advisory_lock(20270201)`;
    await runMigrations(db as Parameters<typeof runMigrations>[0], { migrationsFolder: folder });
    await sql`select pg_advisory_unlock(20270201)`;
  } finally {
    await close();
  }
}

/** How many migrations this release of the software brings; /readyz compares it with the database. */
export async function migrationsExpected(): Promise<number> {
  const journal: { entries: unknown[] } = JSON.parse(
    await readFile(resolve(folder, "meta/_journal.json"), "utf8"),
  );
  return journal.entries.length;
}
