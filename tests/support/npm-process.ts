import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "#db/server/account.ts";
import { isRunning } from "#db/server/process.ts";
import { postmasterIn } from "./server-process.ts";

/** A script of package.json, run by npm in a session of its own, as from a terminal. */
export type NpmProcess = {
  /** Everything printed so far. */
  output(): string;
  /** Waits until the output holds `text`, or the process has ended. */
  prints(text: string): Promise<void>;
  /** Exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Sends a signal to npm alone, or, for Ctrl-C, SIGINT to all its processes. */
  tell(signal: NodeJS.Signals | "Ctrl-C"): Promise<number | null>;
};

/** A folder in which this checkout's scripts work as in a fresh clone that has been built. */
export class Clone {
  readonly folder: string;
  readonly account: Account;
  #started: ChildProcess[] = [];

  /** @param folder an empty folder that `account` owns */
  constructor(folder: string, account: Account = {}) {
    this.folder = folder;
    this.account = account;
    for (const name of ["app", "build", "content", "db", "node_modules", "tsconfig.json"]) {
      symlinkSync(resolve(name), join(folder, name));
    }
    // The build is there already; building it once more would disturb tests beside this one.
    const scripts = readFileSync("package.json", "utf8").replaceAll("npm run build && ", "");
    writeFileSync(join(folder, "package.json"), scripts);
  }

  /** Runs `npm run SCRIPT` with no environment but `variables`. */
  run(script: string, variables: Record<string, string>): NpmProcess {
    const npm = join(dirname(process.execPath), "npm");
    const child = spawn(existsSync(npm) ? npm : "npm", ["run", script], {
      ...this.account,
      cwd: this.folder,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
        NODE_ENV: undefined as unknown as "production",
        HOME: this.folder,
        ...variables,
      },
    });
    this.#started.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += String(chunk);
      });
    }
    const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
    return {
      output: () => output,
      ended,
      async prints(text) {
        while (!output.includes(text) && child.exitCode === null && child.signalCode === null) {
          await sleep(20);
        }
      },
      tell(signal) {
        if (signal === "Ctrl-C") process.kill(-(child.pid ?? 0), "SIGINT");
        else child.kill(signal);
        return ended;
      },
    };
  }

  /** Number of the Node process that works on the clone's data, 0 when none does. */
  node(): number {
    const mark = join(this.folder, ".data/postgres/holder.json");
    const pid = existsSync(mark) ? Number(JSON.parse(readFileSync(mark, "utf8")).pid) : 0;
    return isRunning(pid) ? pid : 0;
  }

  /** Number of PostgreSQL's first process, 0 when none runs. */
  postmaster(): number {
    const dataDir = join(this.folder, ".data/postgres");
    if (!existsSync(join(dataDir, "cluster/postmaster.pid"))) return 0;
    const pid = postmasterIn(dataDir);
    return isRunning(pid) ? pid : 0;
  }

  /** Kills whatever a test has left. */
  killAll(): void {
    for (const { pid } of this.#started) {
      try {
        if (pid) process.kill(-pid, "SIGKILL");
      } catch {
        // Ended already.
      }
    }
    for (const pid of [this.node(), this.postmaster()]) if (pid) process.kill(pid, "SIGKILL");
  }
}
