import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Account, canWork } from "./account.ts";
import { EmbeddedServerFailure, USE_ANOTHER_SERVER } from "./failure.ts";

// Kept over restarts of the machine, and open to every account.
const SHARED_PLACES = ["/var/lib", "/var/tmp"];

/**
 * The folder that everything about the server lies in: `dataDir` itself, or
 * the folder that `dataDir/place` names.
 *
 * @throws EmbeddedServerFailure when the named folder has gone
 */
export function homeOf(dataDir: string): string {
  // Others may pass through, never list: the account of the server must reach its data.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const place = placeOf(dataDir);
  if (!existsSync(place)) return realpathSync(dataDir);
  const home = readFileSync(place, "utf8").trim();
  if (existsSync(home)) return realpathSync(home);
  throw new EmbeddedServerFailure(
    `データベースの保存先 ${home} が見つかりません。バックアップから戻すか、あきらめて新しく始めるときは ${place} を削除してから、もう一度起動してください。${USE_ANOTHER_SERVER}`,
  );
}

/**
 * The folder for data that do not exist yet. Under root the account of the
 * server often cannot reach a checkout (/root is closed to it) or own a file
 * there (some mounts); the data then go to a folder of their own outside, and
 * `dataDir/place` says where.
 */
export function reachableHome(
  dataDir: string,
  account: Account,
  log: (message: string) => void,
): string {
  const own = realpathSync(dataDir);
  if (account.uid === undefined || account.gid === undefined || lets(account, own)) return own;
  // Random, so that data deleted here and begun anew never meet what was left there.
  const name = `jukugi-${createHash("sha256").update(own).digest("hex").slice(0, 8)}-${randomBytes(4).toString("hex")}`;
  for (const shared of SHARED_PLACES) {
    const home = join(shared, name);
    try {
      mkdirSync(home, { mode: 0o711 });
      chmodSync(home, 0o711);
    } catch {
      continue;
    }
    if (lets(account, home)) {
      writeFileSync(placeOf(dataDir), `${home}\n`);
      log(`PostgreSQL を動かす利用者は ${own} に入れないため、データは ${home} に置きます。`);
      return home;
    }
    rmSync(home, { recursive: true, force: true });
  }
  throw new EmbeddedServerFailure(
    `PostgreSQL は root では動かず、代わりの利用者が入れる保存先もありません（${own}、${SHARED_PLACES.join("、")}）。root でない利用者で起動してください。${USE_ANOTHER_SERVER}`,
  );
}

function placeOf(dataDir: string): string {
  return join(dataDir, "place");
}

function lets(account: Account, home: string): boolean {
  const trial = join(home, `trial.${process.pid}`);
  try {
    mkdirSync(trial, { mode: 0o700 });
    chownSync(trial, account.uid ?? -1, account.gid ?? -1);
    return canWork(account, trial);
  } catch {
    return false;
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}
