import type { ExtractTablesWithRelations, SQL } from "drizzle-orm";
import { type PgDatabase, PgDialect, PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

/** A connection pool or a transaction of it: every query takes either. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

const dialect = new PgDialect();

/**
 * Runs one statement, prepared once a connection: for the few that many people wait for at once.
 * In a transaction it is one of its statements.
 */
export async function runPrepared<Row extends Record<string, unknown>>(
  db: Database,
  query: SQL,
): Promise<readonly Row[]> {
  const driver = driverOf(db);
  if (driver === undefined) return (await db.execute(query)) as readonly unknown[] as Row[];
  const { sql, params } = dialect.sqlToQuery(query);
  const values = params as postgres.ParameterOrJSON<never>[];
  return driver.unsafe<Row[]>(sql, values, { prepare: true });
}

/** The driver of a pool. (Kept by Drizzle itself: the compiled pages have a copy of this module.) */
function driverOf(db: Database & { $client?: postgres.Sql }): postgres.Sql | undefined {
  return db.$client;
}

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

/** Seconds before a lost connection is tried again; the driver's own pause grows to 20 seconds. */
const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 0.5) * (0.5 + Math.random() / 2);

/**
 * Opens a pool of at most `max` connections (lazily). Connections that break are opened anew
 * by the driver, so the site recovers by itself, within a second after the database is back.
 */
export function connect(url: string, max = 10): Connection {
  const sql = postgres(url, {
    max,
    backoff,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
  });
  const db = drizzle(sql, { schema });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
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
