import type { CommentThread } from "../discussion/index.ts";
import type { PublishedVariable } from "../survey/release/published.ts";

/**
 * What led to a provision, with its target as the viewer may see it: an utterance of a meeting,
 * a question of a survey (or one choice of it) with the newest released figure, or a comment.
 */
export type Link = {
  id: string;
  /** The identity that the link hangs on. */
  provisionId: string;
  /** What it has to do with the provision, in the secretariat's words; may be "". */
  note: string;
  createdAt: Date;
  removedAt: Date | null;
} & (
  | { kind: "utterance"; utterance: LinkedUtterance }
  | { kind: "question"; question: LinkedQuestion }
  | { kind: "comment"; comment: CommentThread }
);

/** An utterance (発言) as the newest minutes that hold it have it. */
export interface LinkedUtterance {
  /** `heldOn` is a civil date. */
  meeting: { number: number; title: string; heldOn: string };
  /** Its permanent number within the meeting. */
  number: number;
  speaker: string;
  /** Plain text, one line a paragraph. */
  text: string;
  /** Closed to the public: the viewer is a member or the secretariat. */
  closed: boolean;
}

/** A question of a survey, or one choice of it. */
export interface LinkedQuestion {
  survey: { id: string; slug: string; title: string; isSample: boolean; isSimulated: boolean };
  /** Its name in the questionnaire (q5) and its printed number (5 for 問5). */
  name: string;
  number: number;
  title: string;
  /** The one choice the link names; `value` is its cell in the tables (a2, or r1/c2 of a matrix). */
  choice: { value: string; text: string } | undefined;
  /** From the survey's newest release; absent while nothing is released. */
  figure: LinkedFigure | undefined;
}

/** The released figure that a link to a question stands for. */
export interface LinkedFigure {
  release: { id: string; number: number; label: string; releasedAt: Date };
  /** The base of the percentage, or else the firms that answered the question; null: hidden. */
  n: number | null;
  /**
   * The linked choice (its count null where it is hidden), or else the one chosen most; absent for
   * numbers, tables and free text, and where a hidden count could be the greatest.
   */
  row:
    | {
        text: string;
        counts: PublishedVariable["counts"];
        count: number | null;
        percent: number | null;
      }
    | undefined;
}
