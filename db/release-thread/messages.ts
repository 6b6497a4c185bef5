import type { Strata } from "#app/domain/survey/index.ts";
import type { MakerResult, ReleaseOrder } from "./release-maker.ts";

/** What the thread is told: to count some coded answers, and last to make the release. */
export type MakerTask =
  | { task: "add"; strata: Strata; rows: Uint8Array }
  | { task: "make"; order: ReleaseOrder };

/** What the thread tells, once for each task. */
export type MakerReport = { told: "added" } | { told: "made"; result: MakerResult };
