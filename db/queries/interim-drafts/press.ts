import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";

/** The site's addresses of what an interim draft cites, from the root: 「/meetings/3」. */
export interface DraftPaths {
  meeting(number: number): string;
  utterance(meeting: number, utterance: number): string;
  version(number: number): string;
  release(survey: string, release: number): string;
  /** The table of one question. */
  question(survey: string, release: number, question: string): string;
}

/** What the database does not know but needs to publish an interim draft: addresses and PDFs. */
export interface DraftPress {
  paths: DraftPaths;
  renderPdf(document: InterimDraftDocument, hashes: DraftHashes): Uint8Array;
}
