import { type ChildProcess, fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { keyedHashes } from "#app/http/keys.ts";
import { connect } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { startEmbeddedServer } from "#db/server.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/** The platform as built, in a process of its own, with one open survey. */
export interface BenchSite {
  url: string;
  /** The process of the platform. */
  pid: number;
  codes: string[];
  databaseUrl: string;
  stop(): Promise<void>;
}

/** What the site under the bench signs its cookies with. */
export const benchSecret = "a secret of the bench that is long enough to be one";

/** Starts the platform on an empty database with a survey of `definition` and so many firms. */
export async function startBenchSite(survey: {
  definition: unknown;
  firms: number;
}): Promise<BenchSite> {
  const dataDir = mkdtempSync(join(tmpdir(), "jukugi-bench-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const database = await startEmbeddedServer({ dataDir });
  await migrate(database.url);
  const { db, close } = connect(database.url, 1);
  const hashes = keyedHashes([benchSecret]);
  const { codes } = await makeSurvey(db, "bench", (code) => hashes("survey-code", code)[0], survey);
  await close();
  const child: ChildProcess = fork(resolve(import.meta.dirname, "../servers.ts"), ["ours"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      SESSION_SECRET: benchSecret,
      ORIGIN: "http://127.0.0.1",
      PORT: "0",
    },
    execArgv: ["--import", "tsx"],
  });
  const port = await new Promise<unknown>((done, fail) => {
    child.once("message", done);
    child.once("exit", (code) => fail(new Error(`the site ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    codes,
    databaseUrl: database.url,
    async stop() {
      child.kill();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
