import type { PublishedVariable } from "../survey/release/published.ts";
import type {
  ArticleChanges,
  CitedComment,
  CitedUtterance,
  DraftHistory,
  GoneArticle,
} from "./document.ts";
import type { TextBlock } from "./text-block.ts";

/** A thing that hangs on a provision (条, 項, 号) by its permanent identifier. */
export type HangingOn<T> = T & { provisionId: string };

/**
 * What an interim draft is assembled from: rows as the database knows them, still unjoined.
 * Whatever hangs on a paragraph or item comes to stand at the article that contains it.
 */
export interface InterimDraftParts {
  title: string;
  number: number;
  statusText: string;
  isSample: boolean;
  preparedOn: string;
  introduction: string;
  history: DraftHistory;
  /** The newest published version; absent when none is published yet. */
  version?: VersionPart;
  /** Every release a figure may come from. */
  releases: ReleasePart[];
  commentaries: HangingOn<{ markdown: string }>[];
  figures: HangingOn<FigureLink>[];
  utterances: HangingOn<CitedUtterance>[];
  /** Where a comment stands; once more for each further article it was linked to. */
  comments: HangingOn<CommentPart>[];
  changes: HangingOn<ArticleChanges>[];
  removedArticles: RemovedPart[];
}

/** A comment by its identifier; `writtenOn` is the provision its author meant. */
export type CommentPart = Omit<CitedComment, "number" | "about"> & {
  id: string;
  writtenOn: string;
};

/** A published version with its text, and its articles in order. */
export interface VersionPart {
  number: number;
  label: string;
  plain: string;
  blocks: TextBlock[];
  articles: ArticlePart[];
}

/** An article and the provisions within it, each with the name people call it by. */
export interface ArticlePart {
  provisionId: string;
  label: string;
  caption: string;
  anchor: string;
  /** False for 前文, 附則 and 別表: they have an entry only when something hangs on them. */
  always: boolean;
  /** Its 項, 号 and 細分: 「第8条第2項」, 「第8条第2項第1号」. */
  within: { provisionId: string; label: string }[];
}

/** An article that is no longer in the text, and the provisions it had when it last was. */
export interface RemovedPart extends GoneArticle {
  provisionId: string;
  /** The last version that had it. */
  versionLabel: string;
  /** True where it went since the version before: it is then told even when nothing hangs on it. */
  always: boolean;
  within: { provisionId: string; label: string }[];
}

/** What the secretariat linked: a question of a release, or one choice (or matrix cell) of it. */
export interface FigureLink {
  surveyTitle: string;
  releaseId: string;
  question: string;
  choice?: string;
  /** What it has to do with the article, in the secretariat's words. */
  note?: string;
}

/** A release (集計版): immutable tables by question. */
export interface ReleasePart {
  id: string;
  number: number;
  label: string;
  /** SHA-256 of what was published, in hexadecimal. */
  sha256: string;
  /** The survey's slug. */
  survey: string;
  surveyTitle: string;
  simulated: boolean;
  /** Why a cell of it is hidden. */
  hiddenReason: string;
  tables: ReleasedTable[];
}

/** One question's table as released; `percent` has one decimal and `n` as its base. Null: hidden. */
export interface ReleasedTable {
  question: string;
  /** As printed: 5 for 問5. */
  number?: number;
  title: string;
  /** The firms that answered the question. */
  n: number | null;
  /** The firms that were shown it and left it out. */
  noAnswer?: number | null;
  /** What it says as a whole in a sentence: the answer most often given, or mean and median. */
  summary?: string;
  /** `n` where a row has a base of its own (matrix, panel); `counts` absent: firms. */
  rows: {
    value: string;
    label: string;
    counts?: PublishedVariable["counts"];
    count: number | null;
    n?: number | null;
    percent: number | null;
  }[];
  path: string;
}
