import { type Counting, openCounting } from "#app/domain/survey/counting/open-counting.ts";
import {
  readStoredCounts,
  storedCountsBytes,
} from "#app/domain/survey/counting/stored-counts-bytes.ts";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import type { Questionnaire, Strata } from "#app/domain/survey/index.ts";
import {
  type MadeRelease,
  makeRelease,
  type ReleaseInput,
} from "#app/domain/survey/release/make-release.ts";

/** Coded answers of firms that share their strata, one after the other. */
export interface CodedAnswers {
  strata: Strata;
  rows: Uint8Array;
}

/** What is counted, and the stored counts that it is added to. */
export interface MakerStart {
  questionnaire: Questionnaire;
  base: Uint8Array | undefined;
  /** False: without the tables of one variable by another, which a release needs. */
  crossed?: boolean;
}

/** All that a release is made of besides its counts. */
export type ReleaseOrder = Omit<ReleaseInput, "counts">;

/** The release or why there is none, and the counts as they are stored with it. */
export interface MakerResult {
  making: MadeRelease;
  counts: Uint8Array<ArrayBuffer>;
}

/** Counts coded answers and makes a release of them, in whatever thread it lives. */
export class ReleaseMaker {
  readonly #counting: Counting;

  constructor({ questionnaire, base, crossed }: MakerStart) {
    const before = base && readStoredCounts(new Uint8Array(base));
    this.#counting = openCounting(questionnaire, before, crossed);
  }

  add(piece: readonly CodedAnswers[]): void {
    for (const { strata, rows } of piece) this.#counting.add(strata, rows);
  }

  /** What was counted, as it is stored. */
  counts(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(storedCountsBytes(this.#counting.finish()));
  }

  async make(order: ReleaseOrder): Promise<MakerResult> {
    const counts = this.#counting.finish();
    const making = makeRelease({ ...order, counts }, await loadSolver());
    return { making, counts: new Uint8Array(storedCountsBytes(counts)) };
  }
}
