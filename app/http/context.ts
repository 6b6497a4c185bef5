import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import type { Cookies } from "./cookies.ts";
import type { Environment } from "./environment.ts";
import type { KeyedHashes } from "./keys.ts";
import type { Log } from "./log.ts";

/** What one request may use (a type, not an interface: Remix wants an index signature). Loaders and actions receive it as `context`. */
export type RequestContext = {
  db: Database;
  environment: Environment;
  viewer: Viewer;
  /** The message left by the request before, if any. */
  notice: string | undefined;
  cookies: Cookies;
  hashes: KeyedHashes;
  /** The client's address (see `clientOf`), for rate limits only; it is never logged. */
  address: string;
  /** For the scripts of the few pages that hydrate. */
  nonce: string;
  log: Log;
  migrationsExpected: number;
  /** Where the renderer leaves an error that no route expected. */
  failures: unknown[];
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  /** Loader data keeps its types on the way to the page: a Date arrives as a Date. */
  interface Future {
    v3_singleFetch: true;
  }
}
