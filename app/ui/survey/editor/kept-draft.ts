import type { Place } from "#app/domain/survey/editor/index.ts";

/** What was edited in this browser and not saved: it outlives a reload and a closed tab. */
export interface KeptDraft {
  /** Which state of the server it was made from. */
  base: string;
  /** The definition's text. */
  text: string;
  taken: string[];
  place: Place;
  /** When it was kept, in ms since 1970; absent in what was kept before this was noted. */
  at?: number;
}

/*
 * A tab that is reloaded goes on with its own; a new tab, with what was kept last in the browser.
 * The key names no edition: what was edited under the one before is told by its base and offered.
 */
const keyOf = (slug: string) => `jukugi-editor-${slug}`;

/** The draft of this tab, else of this browser; undefined when there is none, or none is kept. */
export function readDraft(slug: string): KeptDraft | undefined {
  return readFrom("sessionStorage", slug) ?? readFrom("localStorage", slug);
}

function readFrom(store: "sessionStorage" | "localStorage", slug: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(window[store].getItem(keyOf(slug)) ?? "null");
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft; where the browser refuses (full, or private), it still asks before one leaves. */
export function keepDraft(slug: string, draft: Omit<KeptDraft, "at">): void {
  const before = readDraft(slug);
  // Opened and looked at, it is no newer.
  const at = before?.text === draft.text ? before.at : Date.now();
  const text = JSON.stringify({ ...draft, at });
  for (const store of ["sessionStorage", "localStorage"] as const) {
    try {
      window[store].setItem(keyOf(slug), text);
    } catch {
      // It stays on the screen until it is saved.
    }
  }
}

/** The server has all of it, or it was thrown away. What another tab keeps on editing comes back. */
export function forgetDraft(slug: string): void {
  for (const store of ["sessionStorage", "localStorage"] as const) {
    try {
      window[store].removeItem(keyOf(slug));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null) return false;
  const { base, text, taken, place, at } = value as Partial<Record<keyof KeptDraft, unknown>>;
  return (
    typeof base === "string" &&
    typeof text === "string" &&
    isJson(text) &&
    Array.isArray(taken) &&
    taken.every((name) => typeof name === "string") &&
    Array.isArray(place) &&
    place.every((step) => typeof step === "string" || typeof step === "number") &&
    (at === undefined || typeof at === "number")
  );
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
