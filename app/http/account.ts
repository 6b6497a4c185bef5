import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { createAccount } from "#db/queries/accounts.ts";
import { record } from "#db/queries/record.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { dataFolder } from "./data-folder.ts";
import { hashPassword, newPassword } from "./passwords.ts";
import { Refusal, runMain } from "./shutdown.ts";

const usage = `使い方:
  npm run account -- create --login ログイン名 --name 表示名 --role secretariat|member

DATABASE_URL のデータベースに（なければ .data/ のデータベースに）アカウントを作り、
パスワードを1回だけ表示します。`;

/** `npm run account`: makes the first secretariat account of a production database. */
runMain(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { login: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
  });
  const { login, name, role } = values;
  const complete = positionals[0] === "create" && login && name;
  if (!complete || (role !== "secretariat" && role !== "member")) throw new Refusal(usage);
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)) {
    throw new Refusal("ログイン名は、半角の英小文字・数字・ハイフンで2〜40文字にしてください。");
  }
  const embedded = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedServer({ dataDir: resolve(dataFolder, "postgres") });
  const url = embedded?.url ?? process.env.DATABASE_URL ?? "";
  try {
    await migrate(url);
    const connection = connect(url, 1);
    try {
      const password = newPassword();
      const passwordHash = await hashPassword(password);
      await connection.db.transaction(async (tx) => {
        const id = await createAccount(tx, { login, name, role, passwordHash });
        if (!id) throw new Refusal(`ログイン名 ${login} はすでに使われています。`);
        await record(tx, { kind: "anyone" }, "アカウントの作成", login, { role });
      });
      console.log(`アカウントを作りました。\nログイン名 ${login}\nパスワード ${password}`);
    } finally {
      await connection.close();
    }
  } finally {
    await embedded?.stop();
  }
});
