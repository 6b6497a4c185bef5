import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { MakerReport, MakerTask } from "./messages.ts";
import {
  type CodedAnswers,
  type MakerResult,
  type MakerStart,
  ReleaseMaker,
  type ReleaseOrder,
} from "./release-maker.ts";

/** Counts coded answers and makes a release of them. */
export interface OpenReleaseMaker {
  /** Resolves when the answers are counted, so that not more wait than are being counted. */
  add(piece: readonly CodedAnswers[]): Promise<void>;
  make(order: ReleaseOrder): Promise<MakerResult>;
  /** What was counted, as it is stored, without a release. */
  counts(): Promise<Uint8Array>;
  /** To be called in the end, whatever came. */
  close(): Promise<void>;
}

/** Megabytes of script memory that the thread may take before it is ended instead of the server. */
const heapLimit = 2_048;

/** Work of less than about a fifth of a second is done here: a thread takes longer to begin. */
export function openReleaseMaker(start: MakerStart, light: boolean): OpenReleaseMaker {
  return light ? here(start) : inThread(start);
}

function here(start: MakerStart): OpenReleaseMaker {
  const maker = new ReleaseMaker(start);
  return {
    add: async (piece) => maker.add(piece),
    make: (order) => maker.make(order),
    counts: async () => maker.counts(),
    close: async () => {},
  };
}

/** A thread of its own: the server goes on answering. Throws when the thread fails. */
function inThread(start: MakerStart): OpenReleaseMaker {
  const { resolve } = createRequire(import.meta.url);
  const worker = new Worker(
    pathToFileURL(resolve("#db/queries/surveys/release-thread/release-thread.mjs")),
    {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    },
  );
  // A server that is told to stop does not wait for a release.
  worker.unref();
  const waiting: { done(report: MakerReport): void; fail(error: unknown): void }[] = [];
  let failure: unknown;
  const fail = (error: unknown) => {
    failure ??= error;
    for (const { fail } of waiting.splice(0)) fail(failure);
  };
  worker.on("message", (report: MakerReport) => waiting.shift()?.done(report));
  worker.once("error", fail);
  worker.once("exit", () => fail(new Error("the thread that makes releases ended early")));
  const ask = (task: MakerTask, transfer: ArrayBuffer[] = []) =>
    new Promise<MakerReport>((done, fail) => {
      if (failure) return fail(failure);
      waiting.push({ done, fail });
      worker.postMessage(task, transfer);
    });
  return {
    async add(piece) {
      // Small buffers of the driver share their memory: these are copied, large ones handed over.
      const own = piece.map(({ strata, rows }) => ({ strata, rows: ownBytes(rows) }));
      await ask(
        { task: "add", piece: own },
        own.map(({ rows }) => rows.buffer),
      );
    },
    async make(order) {
      const report = await ask({ task: "make", order });
      if (report.told !== "made") throw new Error("a release was not made");
      return report.result;
    },
    async counts() {
      const report = await ask({ task: "counts" });
      if (report.told !== "counted") throw new Error("nothing was counted");
      return report.counts;
    },
    async close() {
      await worker.terminate();
    },
  };
}

function ownBytes(rows: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = rows;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(rows);
}
