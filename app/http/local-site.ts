import { resolve } from "node:path";
import { type Connection, connect } from "#db/database.ts";
import { migrate, migrationsExpected } from "#db/migrate.ts";
import { isEmpty, seed } from "#db/seed.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { dataFolder, localSecret } from "./data-folder.ts";
import { type Environment, readLocalEnvironment } from "./environment.ts";
import { interimDraftPress } from "./interim-draft-press.ts";
import { keyedHashes } from "./keys.ts";
import { keepSampleNotes, makeSampleAccounts, readSampleNotes } from "./sample-accounts.ts";

export interface LocalSite {
  environment: Environment;
  connection: Connection;
  migrationsExpected: number;
  /** Lines for the person who started the site: sample accounts and survey codes. */
  notes: string[];
  stop(): Promise<void>;
}

/**
 * Prepares the database for `npm start` and `npm run dev`: the embedded server (or DATABASE_URL),
 * migrations, and the sample content when the database is empty. `ending` breaks the start of the server off.
 */
export async function prepareLocalSite(
  variables: NodeJS.ProcessEnv,
  ending: AbortSignal,
): Promise<LocalSite> {
  const environment = readLocalEnvironment(variables, await localSecret());
  const embedded =
    environment.databaseUrl === undefined
      ? await startEmbeddedServer({ dataDir: resolve(dataFolder, "postgres"), signal: ending })
      : undefined;
  const url = embedded?.url ?? environment.databaseUrl ?? "";
  try {
    await migrate(url);
    const connection = connect(url);
    if (await isEmpty(connection.db)) {
      // All or nothing, with the passwords on disk before any of it counts: a start killed here begins anew.
      await connection.db.transaction(async (tx) => {
        const accounts = await makeSampleAccounts(tx);
        const { codes } = await seed(
          tx,
          (code) => keyedHashes(environment.secrets)("survey-code", code)[0],
          interimDraftPress(environment.origin),
        );
        await keepSampleNotes([
          ...accounts,
          ...codes.map((code) => `見本の調査の回答コード　${code}`),
        ]);
      });
    }
    return {
      environment,
      connection,
      migrationsExpected: await migrationsExpected(),
      notes: await readSampleNotes(),
      async stop() {
        await connection.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
