import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { clusterIn } from "./cluster.ts";
import { EmbeddedServerFailure, explained, USE_ANOTHER_SERVER } from "./failure.ts";
import { ENVIRONMENT, hasEnded, isServerOf, signal } from "./process.ts";

/** A running PostgreSQL server: its first process, which watches over the others. */
export type Postmaster = { pid: number; child: ChildProcess };

const LOG_LIMIT = 1_000_000;
const STILL_IN_USE = /pre-existing shared memory block/;
const PORT_TAKEN = /could not bind|Address already in use/;

/** Thrown when another program took the port first. */
export class PortTaken extends Error {}

/**
 * Starts the server on the data in `home` and waits until it takes
 * connections; after a crash that includes its recovery.
 *
 * @param settings PostgreSQL's own names and values
 * @throws PortTaken, EmbeddedServerFailure (with the server's own words as cause)
 */
export async function launch(
  program: string,
  home: string,
  settings: Record<string, string>,
  account: Account,
  stopped: AbortSignal,
): Promise<Postmaster> {
  const cluster = clusterIn(home);
  const journal = join(home, "postgresql.log");
  for (let attempt = 0; ; attempt++) {
    const begin = rotate(journal);
    const child = spawnServer(program, cluster, settings, account, journal);
    const pid = await started(child);
    if (await isReady(child, pid, cluster, stopped)) return { pid, child };
    stopped.throwIfAborted();
    const words = readFileSync(journal).subarray(begin).toString().trim();
    if (PORT_TAKEN.test(words)) throw new PortTaken(words);
    // What is left of a killed server needs a moment to notice and go.
    if (STILL_IN_USE.test(words) && attempt < 50) await sleep(200);
    else throw noStart(words, home, journal);
  }
}

/**
 * Ends a server that a killed Node process left behind, and clears its mark
 * when the mark would mislead PostgreSQL.
 */
export async function endSurvivor(home: string, log: (message: string) => void): Promise<void> {
  const cluster = clusterIn(home);
  const mark = join(cluster, "postmaster.pid");
  if (!existsSync(mark)) return;
  const pid = Math.abs(Number(readFileSync(mark, "utf8").split("\n")[0]));
  if (!pid) return;
  if (isServerOf(pid, cluster)) {
    log("前回の PostgreSQL がまだ動いているので、いったん止めます。");
    await end(pid);
  }
  // PostgreSQL only asks whether the number is in use. By now another program or a zombie may have it.
  if (existsSync(mark) && numberInUse(pid)) rmSync(mark);
}

/** Fast shutdown: open transactions are rolled back, nothing that was committed is lost. */
export async function end(pid: number): Promise<void> {
  // Each step is harsher; after the last two the next start replays the write-ahead log.
  for (const [name, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000],
  ] as const) {
    signal(pid, name);
    if (await hasEnded(pid, patience)) return;
  }
}

function spawnServer(
  program: string,
  cluster: string,
  settings: Record<string, string>,
  account: Account,
  journal: string,
): ChildProcess {
  const output = openSync(journal, "a", 0o600);
  try {
    const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(program, ["-D", cluster, ...options], {
      ...account,
      cwd: "/",
      env: ENVIRONMENT,
      // A session of its own: Ctrl-C in the terminal reaches Node only, which ends the server in order.
      detached: true,
      // A file, not a pipe: the server must be able to write after Node was killed.
      stdio: ["ignore", output, output],
    });
    child.unref();
    // Node may end without stop(), by process.exit or an uncaught error: leave no server behind.
    const atExit = () => child.pid && signal(child.pid, "SIGINT");
    process.once("exit", atExit);
    child.once("exit", () => process.off("exit", atExit));
    return child;
  } finally {
    closeSync(output);
  }
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => resolve(child.pid ?? 0));
  });
}

// The server writes its state into the eighth line of its mark.
async function isReady(child: ChildProcess, pid: number, cluster: string, stopped: AbortSignal) {
  while (child.exitCode === null && child.signalCode === null) {
    if (stopped.aborted) {
      await end(pid);
      return false;
    }
    const mark = join(cluster, "postmaster.pid");
    const lines = existsSync(mark) ? readFileSync(mark, "utf8").split("\n") : [];
    if (Number(lines[0]) === pid && lines[7]?.trim() === "ready") return true;
    await sleep(20);
  }
  return false;
}

function noStart(words: string, home: string, journal: string): unknown {
  const known = explained(words, home);
  if (known !== words) return known;
  return new EmbeddedServerFailure(
    `PostgreSQL を起動できませんでした。記録 ${journal} の終わりを確かめてください。${USE_ANOTHER_SERVER}`,
    { cause: new Error(words) },
  );
}

function numberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function rotate(journal: string): number {
  const size = statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  renameSync(journal, `${journal}.1`);
  return 0;
}
