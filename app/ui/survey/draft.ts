import type { Answers } from "#app/domain/survey/answers.ts";

/** An answer being written, kept in the tab: going back or reloading does not lose it. */
export interface Draft {
  /** The identifier the answer will be sent under, the same over reloads of the tab. */
  submissionId: string;
  answers: Answers;
  /** The page of the questionnaire, from 0. */
  page: number;
}

const keyOf = (draftKey: string) => `jukugi-answer-${draftKey}`;

/** The draft of this tab; undefined when there is none, or the browser keeps none. */
export function readDraft(draftKey: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(draftKey)) ?? "null");
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft; where the browser refuses (full, or private), the answer goes on without. */
export function keepDraft(draftKey: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(draftKey), JSON.stringify(draft));
  } catch {
    // Nothing else can be done, and nothing sent is lost by it.
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "submissionId" in value &&
    typeof value.submissionId === "string" &&
    "page" in value &&
    typeof value.page === "number" &&
    "answers" in value &&
    typeof value.answers === "object" &&
    value.answers !== null
  );
}
