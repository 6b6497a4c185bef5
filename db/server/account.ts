import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { EmbeddedServerFailure, USE_ANOTHER_SERVER } from "./failure.ts";

/**
 * The operating-system account that PostgreSQL runs as, in the form that
 * `spawn` takes. Empty: the account of this process.
 */
export type Account = { uid?: number; gid?: number };

const NEW_ACCOUNT = "jukugi";

/**
 * Chooses the account. PostgreSQL refuses to run as root, so under root it is
 * the owner of the data directory `cluster` if there is one, else `postgres`,
 * else a system account made for it, else `nobody`. It must have a name:
 * initdb looks the number up and fails without one.
 *
 * @throws EmbeddedServerFailure when there is no account to run as
 */
export function accountFor(cluster: string, log: (message: string) => void): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account =
    named("postgres") ?? named(NEW_ACCOUNT) ?? created(NEW_ACCOUNT, log) ?? named("nobody");
  if (account) return account;
  throw new EmbeddedServerFailure(
    `PostgreSQL は root では動かず、代わりの利用者も見つかりません。root でない利用者で起動するか、「useradd --system ${NEW_ACCOUNT}」で利用者を作ってから、もう一度起動してください。${USE_ANOTHER_SERVER}`,
  );
}

/** Whether the account can keep files in the folder; tried, since modes, mounts and ACLs all have a say. */
export function canWork(account: Account, folder: string): boolean {
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1" && : > .try && rm .try', "sh", folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

function named(name: string): Account | null {
  const [uid, gid] = ["-u", "-g"].map((option) => {
    const { status, stdout } = spawnSync("id", [option, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : 0;
  });
  return uid && gid ? { uid, gid } : null;
}

function created(name: string, log: (message: string) => void): Account | null {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name];
  spawnSync("useradd", options, { stdio: "ignore" });
  const account = named(name);
  if (account) log(`PostgreSQL は root では動かないため、利用者 ${name} を作りました。`);
  return account;
}
