import type {
  ArticleChanges,
  CitedComment,
  CitedUtterance,
  DraftHistory,
  RemovedArticle,
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
  comments: HangingOn<Omit<CitedComment, "number" | "about">>[];
  changes: HangingOn<ArticleChanges>[];
  removedArticles: RemovedArticle[];
}

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

/** What the secretariat linked: a question of a release, or one choice (or matrix cell) of it. */
export interface FigureLink {
  surveyTitle: string;
  releaseId: string;
  question: string;
  choice?: string;
}

/** A release (集計版): immutable tables by question. */
export interface ReleasePart {
  id: string;
  label: string;
  surveyTitle: string;
  simulated: boolean;
  tables: ReleasedTable[];
}

/** One question's table as released; `percent` has one decimal and `n` as its base. */
export interface ReleasedTable {
  question: string;
  title: string;
  n: number;
  noAnswer?: number;
  rows: { value: string; label: string; count: number; percent: number }[];
  path: string;
}
