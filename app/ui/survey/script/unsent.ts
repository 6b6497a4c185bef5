import type { Answers } from "#app/domain/survey/answers.ts";

/** A finished answer that has not reached the server yet. */
export interface Unsent {
  edition: number;
  answers: Answers;
}

const keyOf = (key: string) => `jukugi-unsent-${key}`;

/**
 * Keeps a finished answer on this device until the server has it; it outlives the tab and the
 * browser. Says whether the device really keeps it (storage may be full, or refused).
 */
export function keepUnsent(key: string, unsent: Unsent): boolean {
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(unsent));
    return true;
  } catch {
    return false;
  }
}

/** The finished answer that waits on this device under an invitation. */
export function readUnsent(key: string): Unsent | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(key)) ?? "null");
    return isUnsent(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The server has the answer, or it goes back into the form. */
export function forgetUnsent(key: string): void {
  try {
    localStorage.removeItem(keyOf(key));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isUnsent(value: unknown): value is Unsent {
  return (
    typeof value === "object" &&
    value !== null &&
    "edition" in value &&
    typeof value.edition === "number" &&
    "answers" in value &&
    typeof value.answers === "object" &&
    value.answers !== null
  );
}
