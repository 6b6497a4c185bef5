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

/** The statements of a `preparedTransaction`. */
export interface Statements {
  /** Sends a query and gives its rows as the driver reads them. */
  read<Row extends Record<string, unknown>>(query: SQL): Promise<readonly Row[]>;
  /** Sends a query that need not be waited for: the transaction ends with an error if it fails. */
  write(query: SQL): void;
}

const dialect = new PgDialect();

/**
 * Runs a transaction in two ways to the database: its begin goes with what is read first, its
 * commit with what is written last; statements are prepared once a connection. For the one place
 * that many people wait for at once. Within another transaction its statements join that one.
 */
export async function preparedTransaction<T>(
  db: Database,
  work: (statements: Statements) => Promise<T>,
): Promise<T> {
  const driver = drivers.get(db);
  const written: Promise<unknown>[] = [];
  if (!driver) {
    const result = await work(statementsOf(async (query) => db.execute(query), written));
    await Promise.all(written);
    return result;
  }
  const connection = await driver.reserve();
  let lost = false;
  try {
    expected(written, connection.unsafe("begin").execute());
    const send = (query: SQL) => {
      const { sql, params } = dialect.sqlToQuery(query);
      const values = params as postgres.ParameterOrJSON<never>[];
      return connection.unsafe(sql, values, { prepare: true }).execute();
    };
    const result = await work(statementsOf(send, written)).catch(async (error: unknown) => {
      if (!isDatabaseUnavailable(error)) await connection.unsafe("rollback");
      await Promise.allSettled(written);
      throw error;
    });
    expected(written, connection.unsafe("commit").execute());
    // After a statement that failed the commit undoes everything.
    for (const outcome of await Promise.allSettled(written)) {
      if (outcome.status === "rejected") throw outcome.reason;
    }
    return result;
  } catch (error) {
    lost = isDatabaseUnavailable(error);
    throw error;
  } finally {
    // The driver has taken a lost connection back already.
    if (!lost) connection.release();
  }
}

/** Its failure is looked at when all is sent; until then it is nobody's. */
function expected(written: Promise<unknown>[], sent: Promise<unknown>): void {
  sent.catch(() => {});
  written.push(sent);
}

function statementsOf(
  send: (query: SQL) => Promise<readonly unknown[]>,
  written: Promise<unknown>[],
): Statements {
  return {
    async read<Row extends Record<string, unknown>>(query: SQL) {
      return (await send(query)) as readonly Row[];
    },
    write(query) {
      expected(written, send(query));
    },
  };
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
