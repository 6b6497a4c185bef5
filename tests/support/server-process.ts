import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import type { Account } from "#db/server/account.ts";

export const isRoot = process.getuid?.() === 0;

const NOBODY = { uid: 65_534, gid: 65_534 };

/** An unprivileged account that can use this checkout, or null: only root can become one. */
export const unprivileged: Account | null =
  isRoot &&
  spawnSync("test", ["-x", resolve("node_modules/tsx")], { ...NOBODY, cwd: "/" }).status === 0
    ? NOBODY
    : null;

/** A Node process that runs the embedded server on a folder. */
export type ServerProcess = {
  /** Connection string; empty when the start failed. */
  url: string;
  /** Japanese message when the start failed. */
  failure: string;
  /** Number of the Node process. */
  pid: number;
  /** Number of PostgreSQL's first process. */
  postmaster(): number;
  /** Sends a signal to Node alone. Resolves with the exit code (null: killed by the signal). */
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** Sends SIGINT to the whole process group, as a terminal does at Ctrl-C. */
  interrupt(): Promise<number | null>;
};

/** Starts such a process and waits until its server takes connections or has failed. */
export async function startServerProcess(
  dataDir: string,
  account: Account = {},
): Promise<ServerProcess> {
  const program = resolve("tests/support/server-program.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
    ...account,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = exitOf(child);
  const { url = "", failure = "" } = await firstLine(child);
  const pid = child.pid ?? 0;
  return {
    url,
    failure,
    pid,
    postmaster: () => postmasterIn(dataDir),
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
    interrupt: () => {
      process.kill(-pid, "SIGINT");
      return ended;
    },
  };
}

/** Number of the first process of the server on `dataDir`, from its own mark. */
export function postmasterIn(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
}

/** A temporary folder that `account` owns, or, without one, that every account can pass through. */
export function temporaryFolder(account: Account = {}): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "jukugi-process-"));
  chmodSync(path, 0o711);
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs statements over a connection of their own. */
export async function query(url: string, statement: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return sql.unsafe(statement).finally(() => sql.end());
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once("exit", (code) => done(code)));
}

async function firstLine(child: ChildProcess): Promise<{ url?: string; failure?: string }> {
  if (!child.stdout) throw new Error("The process has no output.");
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  throw new Error("The process ended without a word.");
}
