import { randomUUID } from "node:crypto";
import type { LetterKind } from "#app/domain/survey/letters/index.ts";
import type { LetterRow } from "#app/files/letters/letters-csv.ts";

/** Finished letters. They hold codes: they stay in this process's memory and are never logged. */
export interface FinishedLetters {
  pdf: Uint8Array<ArrayBuffer>;
  rows: LetterRow[];
  /** 「令和8年12月18日」 */
  deadline: string;
  /** 事業者番号 of firms that answered while the letters were made: to be taken out. */
  answered: string[];
}

/** Letters in the making: how far they are, what came of them. */
export interface LetterJob {
  /** Also the id of the mailing, once its codes count. */
  id: string;
  surveyId: string;
  kind: LetterKind;
  withCodes: boolean;
  firms: number;
  state:
    | { at: "laying-out"; done: number }
    | { at: "finished"; letters: FinishedLetters; until: Date }
    /** Nothing was changed: no code died. `message` says why and what to do. */
    | { at: "failed"; message: string };
}

/** How long finished letters can be fetched, in milliseconds. */
export const keptFor = 60 * 60 * 1000;

/** How many sets of letters are made at once, and kept. */
const limits = { running: 2, kept: 6 } as const;

/** What a job does; `progress` hears how many letters are laid out. */
export type LetterWork = (
  job: LetterJob,
  progress: (done: number) => void,
) => Promise<{ finished: FinishedLetters } | { failed: string }>;

/** The letters that this process is making or has made within the hour. */
export class LetterJobs {
  readonly #jobs = new Map<string, LetterJob>();

  /**
   * Begins a job at once, in the background. One survey makes one set of letters at a time, so
   * that two clerks who press together do not make two; "busy" also when others fill the process.
   */
  begin(
    what: Pick<LetterJob, "surveyId" | "kind" | "withCodes" | "firms">,
    work: LetterWork,
    failure: (error: unknown) => string,
  ): LetterJob | "already" | "busy" {
    const running = [...this.#jobs.values()].filter(({ state }) => state.at === "laying-out");
    if (running.some(({ surveyId }) => surveyId === what.surveyId)) return "already";
    if (running.length >= limits.running) return "busy";
    const job: LetterJob = { id: randomUUID(), ...what, state: { at: "laying-out", done: 0 } };
    this.#jobs.set(job.id, job);
    const progress = (done: number) => {
      if (job.state.at === "laying-out") job.state = { at: "laying-out", done };
    };
    void work(job, progress)
      .catch((error: unknown) => ({ failed: failure(error) }))
      .then((outcome) => this.#end(job, outcome));
    return job;
  }

  /** A job of a survey; undefined when there is none, or none any more. */
  find(surveyId: string, id: string): LetterJob | undefined {
    const job = this.#jobs.get(id);
    return job?.surveyId === surveyId ? job : undefined;
  }

  /** The jobs of a survey, the newest first. */
  of(surveyId: string): LetterJob[] {
    return [...this.#jobs.values()].filter((job) => job.surveyId === surveyId).reverse();
  }

  #end(job: LetterJob, outcome: { finished: FinishedLetters } | { failed: string }): void {
    job.state =
      "finished" in outcome
        ? { at: "finished", letters: outcome.finished, until: new Date(Date.now() + keptFor) }
        : { at: "failed", message: outcome.failed };
    setTimeout(() => this.#jobs.delete(job.id), keptFor).unref();
    const ended = [...this.#jobs.values()].filter(({ state }) => state.at !== "laying-out");
    for (const { id } of ended.slice(0, -limits.kept)) this.#jobs.delete(id);
  }
}

/** The one registry of the process. */
export const letterJobs = new LetterJobs();
