import type { Answers } from "#app/domain/survey/answers.ts";

/**
 * What was typed and has not reached the server's draft: kept in the tab, so that a lost line or
 * a reload loses nothing. `revision` is the server's draft that it continues.
 */
export interface LocalDraft {
  revision: number;
  answers: Answers;
  /** The page, from 0. */
  page: number;
  /** Answers, as JSON, that were posted and not confirmed: the server's draft may be one of them. */
  posted?: string[];
}

const keyOf = (key: string) => `jukugi-answer-${key}`;

/** The draft of this tab; undefined when there is none, or the browser keeps none. */
export function readLocalDraft(key: string): LocalDraft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(key)) ?? "null");
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft; where the browser refuses (full, or private), the answer goes on without. */
export function keepLocalDraft(key: string, draft: LocalDraft): void {
  try {
    sessionStorage.setItem(keyOf(key), JSON.stringify(draft));
  } catch {
    // The server's draft still holds all but the last moments.
  }
}

/** The server has all of it. */
export function forgetLocalDraft(key: string): void {
  try {
    sessionStorage.removeItem(keyOf(key));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isDraft(value: unknown): value is LocalDraft {
  return (
    typeof value === "object" &&
    value !== null &&
    "revision" in value &&
    typeof value.revision === "number" &&
    "page" in value &&
    typeof value.page === "number" &&
    "answers" in value &&
    typeof value.answers === "object" &&
    value.answers !== null
  );
}
