import type { Answers } from "#app/domain/survey/index.ts";
import { seal, unseal } from "./sealing.ts";

/** An answer being written, as the server keeps it: sealed, readable only with the code's key. */
export interface Draft {
  /** As typed so far; not checked. Those of questions no longer shown are dropped. */
  answers: Answers;
  /** The page to go on with, from 1, of those shown (as in `?page=`). */
  page: number;
  /** The language chosen: "ja", "en" … */
  locale: string;
  /** The edition of the questionnaire that was answered. */
  edition: number;
}

/** Seals a draft under the draft key of its code (see `answerKeys`). */
export function sealDraft(key: Uint8Array, invitationId: string, draft: Draft): Uint8Array {
  return seal(key, invitationId, JSON.stringify(draft));
}

/** Opens a sealed draft; undefined when the key is not the one it was sealed under. */
export function openDraft(
  key: Uint8Array,
  invitationId: string,
  sealed: Uint8Array,
): Draft | undefined {
  const text = unseal(key, invitationId, sealed);
  if (text === undefined) return undefined;
  const draft: unknown = JSON.parse(text);
  return isDraft(draft) ? draft : undefined;
}

/** Whether a value has the shape of a draft; its answers are any plain object. */
export function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "answers" in value &&
    typeof value.answers === "object" &&
    value.answers !== null &&
    !Array.isArray(value.answers) &&
    "page" in value &&
    Number.isInteger(value.page) &&
    "locale" in value &&
    typeof value.locale === "string" &&
    "edition" in value &&
    Number.isInteger(value.edition)
  );
}
