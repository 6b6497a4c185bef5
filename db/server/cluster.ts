import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { EmbeddedServerFailure, explained, USE_ANOTHER_SERVER } from "./failure.ts";
import { ENVIRONMENT } from "./process.ts";

/** The role and the database of the platform. */
export const NAME = "jukugi";

/** PostgreSQL's data directory in the folder `home`. */
export function clusterIn(home: string): string {
  return join(home, "cluster");
}

/**
 * The password of the role, kept in `home/password` for the owner only.
 *
 * @throws EmbeddedServerFailure when it has gone while the data are still there
 */
export function passwordIn(home: string): string {
  const file = join(home, "password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(clusterIn(home))) {
    throw new EmbeddedServerFailure(
      `データベースのパスワードのファイル ${file} がありません。バックアップから戻してください。あきらめて新しく始めるときは、フォルダ ${home} を別の名前に変えてから、もう一度起動してください。`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

/**
 * Makes the data directory, unless it exists. Made beside its place and moved
 * there when whole, so that a start broken off leaves no half of one.
 *
 * @throws EmbeddedServerFailure on a full disk, or when the data belong to another major version
 */
export async function provideCluster(
  home: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const cluster = clusterIn(home);
  const password = passwordIn(home);
  for (const name of readdirSync(home)) {
    if (name.startsWith("new-cluster.")) rmSync(join(home, name), { recursive: true, force: true });
  }
  if (existsSync(cluster)) return checkVersion(cluster, binaries.major);
  const workshop = join(home, `new-cluster.${randomBytes(4).toString("hex")}`);
  const passwordFile = join(workshop, "password");
  try {
    mkdirSync(workshop, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      for (const path of [passwordFile, workshop]) chownSync(path, account.uid, account.gid);
    }
    const options = [
      `--pgdata=${join(workshop, "cluster")}`,
      `--username=${NAME}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      // The same order and the same letters on every machine, whatever its language.
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ];
    const { code, output } = await run(binaries.initdb, options, account);
    if (code !== 0) throw explained(failed(output), home);
    renameSync(join(workshop, "cluster"), cluster);
  } catch (error) {
    throw explained(error, home);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function checkVersion(cluster: string, major: number): void {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found === String(major)) return;
  throw new EmbeddedServerFailure(
    `保存先 ${cluster} のデータは PostgreSQL ${found} のもので、同梱の PostgreSQL ${major} では開けません。前の版の「熟議」に戻して起動するか、データを書き出して移してください。新しく始めるときは、このフォルダを別の名前に変えてから、もう一度起動してください。`,
  );
}

function failed(output: string): Error {
  if (/could not look up effective user ID/.test(output)) {
    return new EmbeddedServerFailure(
      `いまの利用者番号 ${process.getuid?.() ?? ""} には名前がなく、PostgreSQL を動かせません。名前のある利用者で起動してください（コンテナでは /etc/passwd に書き加えます）。${USE_ANOTHER_SERVER}`,
    );
  }
  return new Error(`initdb failed: ${output}`);
}

function run(program: string, options: string[], account: Account) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, options, {
      ...account,
      cwd: "/",
      env: ENVIRONMENT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
    });
    child.stderr.on("data", (chunk) => {
      output += String(chunk);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
