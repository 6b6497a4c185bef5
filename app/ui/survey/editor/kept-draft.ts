import type { Place } from "#app/domain/survey/editor/index.ts";

/** What was edited in this tab and not saved: it outlives a reload. */
export interface KeptDraft {
  /** Which state of the server it was made from. */
  base: string;
  /** The definition's text. */
  text: string;
  taken: string[];
  place: Place;
}

const keyOf = (slug: string) => `jukugi-editor-${slug}`;

/** The draft of this tab; undefined when there is none, or the browser keeps none. */
export function readDraft(slug: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? "null");
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft; where the browser refuses (full, or private), it still asks before one leaves. */
export function keepDraft(slug: string, draft: KeptDraft): void {
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(draft));
  } catch {
    // It stays on the screen until it is saved.
  }
}

/** The server has all of it. */
export function forgetDraft(slug: string): void {
  try {
    sessionStorage.removeItem(keyOf(slug));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null) return false;
  const { base, text, taken, place } = value as Partial<Record<keyof KeptDraft, unknown>>;
  return (
    typeof base === "string" &&
    typeof text === "string" &&
    isJson(text) &&
    Array.isArray(taken) &&
    taken.every((name) => typeof name === "string") &&
    Array.isArray(place) &&
    place.every((step) => typeof step === "string" || typeof step === "number")
  );
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
