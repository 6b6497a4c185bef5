import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedServer } from "#db/server.ts";
import { query } from "#tests/support/server-process.ts";

// A program of its own, for tests that kill it: starts the server on the folder it is given and
// prints one line of JSON, the address or the failure. Told to end, it still has work to do in
// the database, as a site has that answers its last requests.
const [dataDir = ""] = process.argv.slice(2);
startEmbeddedServer({ dataDir, log: () => {} }).then(
  ({ url, stop }) => {
    const alive = setInterval(() => {}, 60_000);
    const finish = async () => {
      await sleep(100);
      await query(url, "select 1");
      // From here on only the server's end keeps this process alive.
      clearInterval(alive);
      await stop();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void finish());
    console.log(JSON.stringify({ url }));
  },
  (error: unknown) => {
    console.log(JSON.stringify({ failure: error instanceof Error ? error.message : error }));
    process.exit(1);
  },
);
