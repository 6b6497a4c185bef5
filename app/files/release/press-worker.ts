import { parentPort, workerData } from "node:worker_threads";
import type { ReleasePressOrder } from "./press-order.ts";
import { releaseFile } from "./release-file.ts";

// The thread in which `pressRelease` makes a file; see there.
const made = new Uint8Array(await releaseFile(workerData as ReleasePressOrder));
parentPort?.postMessage(made, [made.buffer]);
