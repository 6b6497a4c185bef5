import { connect } from "#db/database.ts";
import { migrate, migrationsExpected } from "#db/migrate.ts";
import { loadBuild } from "./built.ts";
import { readProductionEnvironment } from "./environment.ts";
import { listen } from "./listen.ts";
import { makeLog } from "./log.ts";
import { onShutdown, runMain } from "./shutdown.ts";

/** `npm run serve`: production. No sample accounts, no samples, no default secrets. */
runMain(async () => {
  const environment = readProductionEnvironment(process.env);
  const url = environment.databaseUrl ?? "";
  const build = await loadBuild();
  await migrate(url);
  const connection = connect(url, 20);
  const log = makeLog(environment.logLevel);
  const expected = await migrationsExpected();
  const site = { db: connection.db, environment, log, build, migrationsExpected: expected };
  const listening = await listen(site, connection);
  if (environment.origin.startsWith("http:")) {
    log.warn("ORIGIN is not https: cookies travel without the Secure attribute");
  }
  log.info({ port: listening.port, origin: environment.origin }, "listening");
  onShutdown(async () => {
    await listening.stop();
    await connection.close();
  });
});
