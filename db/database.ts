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

const drivers = new WeakMap<Database, postgres.Sql>();

/** Sends a query and gives its rows as the driver reads them. */
export type Run = <Row extends Record<string, unknown>>(query: SQL) => Promise<readonly Row[]>;

const dialect = new PgDialect();

/**
 * Runs a transaction whose statements are prepared once a connection and may be sent without
 * waiting for those before: for the one place that many people wait for at once. In a transaction
 * that is under way already, its statements join that one.
 */
export async function preparedTransaction<T>(
  db: Database,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const driver = drivers.get(db);
  if (!driver) {
    return work(async <Row extends Record<string, unknown>>(query: SQL) => {
      const rows: readonly unknown[] = await db.execute(query);
      return rows as readonly Row[];
    });
  }
  let result: T | undefined;
  await driver.begin(async (tx) => {
    result = await work(async (query) => {
      const { sql, params } = dialect.sqlToQuery(query);
      return tx.unsafe(sql, params as postgres.ParameterOrJSON<never>[], { prepare: true });
    });
  });
  return result as T;
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

/**
 * Opens a pool of at most `max` connections (lazily). Connections that break are opened anew
 * by the driver, so the site recovers by itself when the database comes back.
 */
export function connect(url: string, max = 10): Connection {
  const sql = postgres(url, { max, connect_timeout: 5, idle_timeout: 60, onnotice: () => {} });
  const db = drizzle(sql, { schema });
  drivers.set(db, sql);
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
