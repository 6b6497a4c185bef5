import type { DispositionKind } from "./disposition.ts";

/** A comment or a reply as it was written. */
export interface CommentEntry {
  id: string;
  /** Its short name over the whole platform: 意見12. */
  number: number;
  authorId: string;
  author: string;
  fromSecretariat: boolean;
  body: string;
  createdAt: Date;
}

/** What the secretariat decided on a comment. */
export interface DispositionEntry {
  kind: DispositionKind;
  reason: string;
  by: string;
  createdAt: Date;
}

/**
 * A comment with its replies and its dispositions, both oldest first. It hangs on the identity
 * `provision`; `place` is what that provision was called in the version it was written on.
 */
export interface CommentThread extends CommentEntry {
  provision: { id: string; number: number };
  version: { id: string; number: number; label: string; isSample: boolean };
  place: string;
  /** The path in that version: says which article it stands in. */
  path: string;
  replies: CommentEntry[];
  dispositions: DispositionEntry[];
  /** The newest disposition, which counts. */
  disposition: DispositionEntry | undefined;
}
