import type { LetterKind } from "#app/domain/survey/letters/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { missingInCp932 } from "#app/files/cp932.ts";
import { findMailing } from "#db/queries/surveys/mailing-list.ts";
import type { RequestContext } from "../context.ts";
import { letterJobs } from "./letter-jobs.ts";

/** Letters in the making or made; what became of them when this process knows them no more. */
export type JobShown =
  | { at: "laying-out"; kind: LetterKind; done: number; firms: number }
  | {
      at: "finished";
      kind: LetterKind;
      firms: number;
      withCodes: boolean;
      until: Date;
      answered: string[];
      /** Firms with characters that CP932 cannot hold. */
      substituted: { number: string; characters: string[] }[];
    }
  | { at: "failed"; message: string }
  /** The codes count, but the file is gone. */
  | { at: "file-gone"; kind: LetterKind; firms: number; createdAt: Date }
  /** It never came to an end: nothing was changed. */
  | { at: "unknown" };

/** A job of a survey as its page tells it. */
export async function jobShown(
  { db }: RequestContext,
  viewer: Viewer,
  surveyId: string,
  id: string,
): Promise<JobShown> {
  const job = letterJobs.find(surveyId, id);
  if (!job) {
    const mailing = await findMailing(db, viewer, surveyId, id);
    return mailing
      ? { at: "file-gone", kind: mailing.kind, firms: mailing.firms, createdAt: mailing.createdAt }
      : { at: "unknown" };
  }
  const { kind, firms, withCodes, state } = job;
  switch (state.at) {
    case "laying-out":
      return { at: "laying-out", kind, done: state.done, firms };
    case "failed":
      return { at: "failed", message: state.message };
    case "finished": {
      const { rows, answered } = state.letters;
      const substituted = rows.flatMap(({ number, name, address }) => {
        const characters = missingInCp932(`${number}${name}${address}`);
        return characters.length > 0 ? [{ number, characters }] : [];
      });
      return { at: "finished", kind, firms, withCodes, until: state.until, answered, substituted };
    }
  }
}
