import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The environment of PostgreSQL's programs. Nothing of this process's own: it
 * holds secrets, and PG… variables would interfere.
 */
export const ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: "C", NODE_ENV: "production" };

/** Whether a process of this number runs. A zombie has ended and does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another account.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return stateOf(pid) !== "Z";
}

/**
 * A text that tells this run of a process number from any other run that gets
 * the same number, or null when no such process runs.
 */
export function startOf(pid: number): string | null {
  if (!isRunning(pid)) return null;
  const stat = statOf(pid);
  if (stat) return `${bootOf()} ${stat[19] ?? ""}`;
  return ps(pid, "lstart");
}

/** Whether the process is a PostgreSQL server that works in the data directory `cluster`. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  const command = commandOf(pid);
  if (!/postgres/.test(command)) return false;
  try {
    // The server changes into its data directory; this also holds after the folder was moved.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return command.includes(cluster);
  }
}

/** Waits until the process has ended; false when it still runs after `milliseconds`. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; isRunning(pid); ) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal; a process that has gone already is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

// Fields of /proc/PID/stat from the third on: the second is a name that may hold spaces.
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function stateOf(pid: number): string {
  return statOf(pid)?.[0] ?? ps(pid, "state")?.charAt(0) ?? "";
}

function bootOf(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ps(pid, "command") ?? "";
  }
}

// Systems without /proc (macOS).
function ps(pid: number, column: string): string | null {
  try {
    const output = execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output.trim() || null;
  } catch {
    return null;
  }
}
