import { register } from "tsx/esm/api";

// A thread begins without the loader that the server was started with.
register();
await import("./release-worker.ts");
