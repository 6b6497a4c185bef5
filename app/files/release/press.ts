import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ReleasePressOrder } from "./press-order.ts";

/** Megabytes of script memory that the thread may take before it is ended instead of the server. */
const heapLimit = 1_024;

let busy: Promise<unknown> = Promise.resolve();

/**
 * Makes a file of a release in a thread of its own, so that the server goes on answering; one at
 * a time. Throws when the thread fails.
 */
export function pressRelease(order: ReleasePressOrder): Promise<Uint8Array> {
  const pressed = busy.then(() => press(order));
  busy = pressed.catch(() => undefined);
  return pressed;
}

function press(order: ReleasePressOrder): Promise<Uint8Array> {
  // Resolved like an import, so that it holds for the bundled server, too; the thread is started
  // from the source, by way of tsx.
  const { resolve } = createRequire(import.meta.url);
  const worker = new Worker(pathToFileURL(resolve("#app/files/release/press-thread.mjs")), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit },
  });
  // A server that is told to stop does not wait for files.
  worker.unref();
  return new Promise((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", () =>
      fail(new Error("the thread that makes a release's file ended early")),
    );
  });
}
