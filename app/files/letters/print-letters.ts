import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { PressOrder, PressReport } from "./press-messages.ts";

/** How letters came out; a text that is too long for one page is the clerk's to mend. */
export type Printing =
  | { printed: true; pdf: Uint8Array<ArrayBuffer> }
  | { printed: false; why: "too-long" };

/** Megabytes of script memory that the thread may take before it is ended instead of the server. */
const heapLimit = 1_024;

/**
 * Sets letters in a thread of its own, so that the server goes on answering, one page a firm in
 * the order given. `progress` hears how many are done. Throws when the thread fails or is ended
 * by `signal`.
 */
export function printLetters(
  order: PressOrder,
  progress: (done: number) => void,
  signal?: AbortSignal,
): Promise<Printing> {
  // Resolved like an import, so that it holds for the bundled server, too; the thread is started
  // from the source, by way of tsx.
  const { resolve } = createRequire(import.meta.url);
  const worker = new Worker(pathToFileURL(resolve("#app/files/letters/press-thread.mjs")), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit },
  });
  // A server that is told to stop does not wait for letters.
  worker.unref();
  return new Promise<Printing>((done, fail) => {
    const end = () => void worker.terminate();
    signal?.addEventListener("abort", end, { once: true });
    worker.on("message", (report: PressReport) => {
      if (report.told === "progress") return progress(report.done);
      if (report.told === "printed") return done({ printed: true, pdf: report.pdf });
      return done({ printed: false, why: "too-long" });
    });
    worker.once("error", fail);
    worker.once("exit", () => {
      signal?.removeEventListener("abort", end);
      fail(new Error("the thread that sets letters ended early"));
    });
  });
}
