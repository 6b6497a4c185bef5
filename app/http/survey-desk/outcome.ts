import type { Problem } from "#app/domain/problem.ts";
import type { ReleasePreview } from "#db/queries/surveys/index.ts";

/** A refused form of the survey's desk: what is wrong, and what was typed. */
export interface DeskOutcome {
  problems: Problem[];
  values: Record<string, string>;
  /** What would be released, where the form asked for it. */
  preview?: ReleasePreview;
}

/** Answers a form with one problem: 400 where it is to be mended, 409 where it is too late. */
export function refused(
  status: 400 | 409,
  message: string,
  { field, values = {} }: { field?: string; values?: Record<string, string> } = {},
): Response {
  const outcome: DeskOutcome = { problems: [{ message, ...(field ? { field } : {}) }], values };
  return Response.json(outcome, { status });
}

/** What is said when a box that confirms was left empty. */
export const unconfirmed = "確かめたことを示す印を付けてから、もう一度押してください。";

/** What is said when something of an opened survey was to be changed. */
export const fixedSinceOpening =
  "受付を始めた後は、変えられません。何も変えていません。締切日は、調査のページで延ばせます。";
