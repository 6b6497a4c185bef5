import { startEmbeddedServer } from "#db/server.ts";

// A program of its own, for tests that kill it: starts the server on the folder it is given and
// prints one line of JSON, the address or the failure.
const [dataDir = ""] = process.argv.slice(2);
startEmbeddedServer({ dataDir, log: () => {} }).then(
  ({ url, stop }) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void stop().then(() => process.exit(0)));
    }
    setInterval(() => {}, 60_000);
    console.log(JSON.stringify({ url }));
  },
  (error: unknown) => {
    console.log(JSON.stringify({ failure: error instanceof Error ? error.message : error }));
    process.exit(1);
  },
);
