import { loadBuild } from "./built.ts";
import { listen } from "./listen.ts";
import { prepareLocalSite } from "./local-site.ts";
import { makeLog } from "./log.ts";
import { onShutdown, Refusal, runMain } from "./shutdown.ts";

/** `npm start`: the whole platform on one machine, with its own PostgreSQL and the sample content. */
runMain(async (ending) => {
  const site = await prepareLocalSite(process.env, ending);
  const { environment, connection, migrationsExpected } = site;
  const log = makeLog(process.env.LOG_LEVEL ? environment.logLevel : "warn");
  try {
    const listening = await listen(
      { db: connection.db, environment, log, build: await loadBuild(), migrationsExpected },
      connection,
    );
    onShutdown(async () => {
      await listening.stop();
      await site.stop();
    });
    const address = environment.origin.replace(/:0$/, `:${listening.port}`);
    console.log(
      [
        "",
        `熟議を開始しました。 ${address}`,
        "",
        ...site.notes,
        "",
        "終了するには Ctrl-C を押してください。",
      ].join("\n"),
    );
  } catch (error) {
    await site.stop();
    const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!inUse) throw error;
    throw new Refusal(
      `ポート ${environment.port} は使われています。PORT=3001 npm start のように、別の番号を指定してください。`,
    );
  }
});
