import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { accountFor } from "./server/account.ts";
import { packagedPrograms, runnable } from "./server/binaries.ts";
import { clusterIn, NAME, passwordIn, provideCluster } from "./server/cluster.ts";
import { EmbeddedServerFailure, explained } from "./server/failure.ts";
import { freePort } from "./server/free-port.ts";
import { take } from "./server/holder.ts";
import { homeOf, reachableHome } from "./server/home.ts";
import { end, endSurvivor, launch, PortTaken, type Postmaster } from "./server/postmaster.ts";
import { NOT_DURABLE, SETTINGS } from "./server/settings.ts";
import { supervise } from "./server/supervision.ts";

export { EmbeddedServerFailure } from "./server/failure.ts";

export type EmbeddedServerOptions = {
  /** Folder for everything about the server; made if missing. */
  dataDir: string;
  /** Takes lines in Japanese for the person who starts the platform; without it they are printed. */
  log?: (message: string) => void;
  /** TCP port; without it a free one is chosen at each start. */
  port?: number;
  /** false: data may be lost when the machine stops. For tests, which it makes faster. */
  durable?: boolean;
  /** Breaks the start off; what was begun is undone, and the call throws the signal's reason. */
  signal?: AbortSignal;
  /** Further PostgreSQL settings by their own names. */
  settings?: Record<string, string>;
};

export type EmbeddedServer = {
  /** Connection string of the database `jukugi`; its role may create further databases. */
  url: string;
  /** Shuts the server down and waits until it has ended. Close connections first. May be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL server that comes with the platform, on data that are
 * made at the first start and found again at the next. A server or a mark left
 * behind by a killed process is cleared first. Should the server stop by
 * itself, it is started again under the same address.
 *
 * @throws EmbeddedServerFailure with a Japanese message, when a person has to put something right
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, log = console.log, durable = true } = options;
  const broken = options.signal ?? new AbortController().signal;
  const held: (() => void)[] = [];
  let started: Postmaster | undefined;
  try {
    const { home, account } = settle(dataDir, log, held);
    await endSurvivor(home, log);
    const binaries = runnable(packagedPrograms(), home, account);
    broken.throwIfAborted();
    await provideCluster(home, binaries, account, durable);
    broken.throwIfAborted();

    const settings = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...options.settings };
    const start = (port: number, stop: AbortSignal) =>
      launch(binaries.postgres, home, { ...settings, port: String(port) }, account, stop);
    const port = options.port ?? (await freePort());
    started = await start(port, broken);
    const url = `postgres://${NAME}:${passwordIn(home)}@127.0.0.1:${port}/${NAME}`;
    await provideDatabase(url, home);
    broken.throwIfAborted();

    const supervision = supervise(started, (stop) => start(port, stop), log);
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= supervision.end().finally(() => release(held));
      return stopped;
    };
    return { url, stop };
  } catch (error) {
    if (started) await end(started.pid);
    release(held);
    if (error instanceof PortTaken && options.port === undefined)
      return startEmbeddedServer(options);
    throw explained(error, dataDir);
  }
}

// Where the data lie, which account owns them, and this process's hold on both folders.
function settle(dataDir: string, log: (message: string) => void, held: (() => void)[]) {
  let home = homeOf(dataDir);
  held.push(take(home));
  const account = accountFor(clusterIn(home), log);
  if (!existsSync(clusterIn(home)) && home === realpathSync(dataDir)) {
    home = reachableHome(dataDir, account, log);
    if (home !== realpathSync(dataDir)) held.push(take(home));
  }
  return { home, account };
}

function release(held: (() => void)[]): void {
  for (const give of held.splice(0)) give();
}

async function provideDatabase(url: string, home: string): Promise<void> {
  const administration = new URL(url);
  administration.pathname = "/postgres";
  const sql = postgres(administration.href, { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${NAME}`;
    if (found.length === 0) await sql.unsafe(`create database ${NAME}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "28P01")) throw error;
    throw new EmbeddedServerFailure(
      `データベースのパスワードが、${join(home, "password")} の中身と合いません。このファイルをバックアップから戻してから、もう一度起動してください。`,
      { cause: error },
    );
  } finally {
    await sql.end();
  }
}
