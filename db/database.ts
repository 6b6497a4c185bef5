import type { ExtractTablesWithRelations } from "drizzle-orm";
import { type PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

/** A connection pool or a transaction of it: every query takes either. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

/** Whether it is a transaction of a pool: some statements cannot run in one. */
export function isTransaction(db: Database): boolean {
  return db instanceof PgTransaction;
}

export interface Connection {
  db: Database;
  /** The driver itself, for LISTEN and for tests. */
  sql: postgres.Sql;
  close(): Promise<void>;
}

/**
 * Opens a pool of at most `max` connections (lazily). Connections that break are opened anew
 * by the driver, so the site recovers by itself when the database comes back.
 */
export function connect(url: string, max = 10): Connection {
  const sql = postgres(url, { max, connect_timeout: 5, idle_timeout: 60, onnotice: () => {} });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

const gone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08001",
  "08003",
  "08006",
]);

/** Whether an error says that the database cannot be reached now (as against a fault of ours). */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === "string" && gone.has(code)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseUnavailable)) return true;
  }
  return false;
}

/** The SQLSTATE of a refused statement, looked for through the chain of causes. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}
