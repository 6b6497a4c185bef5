import type { CodedAnswers, MakerResult, ReleaseOrder } from "./release-maker.ts";

/**
 * What the thread is told: to count some coded answers, and last to make the release or to give
 * what was counted.
 */
export type MakerTask =
  | { task: "add"; piece: CodedAnswers[] }
  | { task: "counts" }
  | { task: "make"; order: ReleaseOrder };

/** What the thread tells, once for each task. */
export type MakerReport =
  | { told: "added" }
  | { told: "counted"; counts: Uint8Array<ArrayBuffer> }
  | { told: "made"; result: MakerResult };
