import type { Answers, Channel, Refusal } from "#app/domain/survey/index.ts";

/** A finished answer as it is handed in, checked against the edition that it names. */
export interface Submission {
  invitationId: string;
  /** The invitation's survey, where the sender knows it: the answer then need not wait for its lock. */
  surveyId?: string;
  /** The edition of the questionnaire that the answers were checked against. */
  edition: number;
  answers: Answers;
  /** Derived from the code: the same code has the same receipt, however often it is sent. */
  receiptNumber: string;
  /** "web" where it is not given. */
  channel?: Channel;
  /** Who keyed a paper answer in. */
  notedBy?: string;
}

/**
 * What became of an answer. `first` is false when this code had answered before in the same way:
 * nothing is stored then, and the receipt is that of the answer that counts. "edition-changed":
 * a correction of the questionnaire came meanwhile, and the answers have to be checked anew.
 */
export type Reception =
  | { received: true; receiptNumber: string; first: boolean }
  | { received: false; refusal: Refusal | { why: "edition-changed" } };
