import type { AlignmentStatus } from "../ordinance/index.ts";
import type { TextBlock } from "./text-block.ts";

/**
 * The frozen document of an interim draft (条例中間案): everything its page and its PDF show, as
 * plain data that survives JSON. Nothing in it is looked up again after publication.
 * `path`s are site-relative URLs; civil dates are "YYYY-MM-DD"; `introduction` and `commentary`
 * are Markdown written by the secretariat.
 */
export interface InterimDraftDocument {
  format: 1;
  title: string;
  /** Which interim draft it is: 1, 2, … */
  number: number;
  /** Where it stands, e.g. 「審議会の議論のための中間案であり、条例ではありません。」 */
  statusText: string;
  /** Whether the whole is made up and not the city's record; shown as 「サンプル」 on every page. */
  isSample: boolean;
  preparedOn: string;
  introduction: string;
  history: DraftHistory;
  text: DraftText;
  articles: DraftArticle[];
  /** Articles of earlier versions that are no longer in the text, with what hangs on them. */
  removedArticles: RemovedArticle[];
}

/** How the draft came about. */
export interface DraftHistory {
  meetings: { number: number; title: string; heldOn: string; path: string }[];
  surveys: DraftSurvey[];
  versions: { number: number; label: string; publishedOn: string; note: string; path: string }[];
}

/** A survey whose released figures the draft may cite. `responseRatePercent` has one decimal. */
export interface DraftSurvey {
  title: string;
  releaseLabel: string;
  releasedOn: string;
  n: number;
  invited: number;
  responseRatePercent: number;
  simulated: boolean;
  path: string;
}

/** The ordinance itself: `plain` is the text as published, `blocks` the same for layout. */
export interface DraftText {
  versionNumber: number;
  versionLabel: string;
  plain: string;
  blocks: TextBlock[];
}

/** What stands beside an article: hung on it, or on one of its paragraphs and items. */
export interface Material {
  figures: Figure[];
  utterances: CitedUtterance[];
  comments: CitedComment[];
}

/** One article (条) with all that hangs on it and on its paragraphs and items. */
export interface DraftArticle extends Material {
  provisionId: string;
  /** 「第8条」, or 「附則第2項」 */
  label: string;
  /** Without brackets: 「受注者等の責務」; empty where the article has none. */
  caption: string;
  anchor: string;
  commentary: string;
  /** Absent when there is no version before. */
  changes?: ArticleChanges;
}

/**
 * One released figure: `count` of the `n` who answered chose `choiceText`; `percent` as released.
 * For a whole question `count` is `n`, and `percent` is their share of those who were asked.
 * What is optional "since releases have hidden cells" is absent in drafts frozen before.
 */
export interface Figure {
  surveyTitle: string;
  releaseLabel: string;
  releaseId: string;
  /** The survey's slug, since releases have hidden cells. */
  survey?: string;
  /** Number of the release (集計版), since releases have hidden cells. */
  release?: number;
  /** SHA-256 of the release, since releases have hidden cells. */
  releaseSha256?: string;
  /** SHA-256 of this figure (`figureSha256`), since releases have hidden cells. */
  sha256?: string;
  /** The question's name in the questionnaire. */
  question: string;
  /** The cell of the release that is cited (a2, r1/c2); absent for a whole question. */
  cell?: string;
  /** As printed: 5 for 問5. */
  questionNumber?: number;
  questionTitle: string;
  /** Absent when the whole question is cited; `rows` then holds its table. */
  choiceText?: string;
  /** What `count` and `n` count where it is no firms: the entries of a panel. */
  counts?: "entries";
  count: number;
  n: number;
  /** Null where it would tell a hidden number. */
  percent: number | null;
  noAnswer?: number;
  rows?: FigureRow[];
  /** Why some of the rows are hidden, where some are. */
  hiddenReason?: string;
  simulated: boolean;
  /** The figure in one sentence of words. */
  sentence: string;
  /** What it has to do with the article, in the secretariat's words. */
  note?: string;
  path: string;
}

/** A row of a whole question's table; null: hidden. */
export interface FigureRow {
  /** Since releases have hidden cells. */
  cell?: string;
  label: string;
  /** As in the figure. */
  counts?: "entries";
  count: number | null;
  /** Where the row has a base of its own (matrix, panel). */
  n?: number | null;
  percent: number | null;
}

/** An utterance (発言) with its permanent number within its meeting. */
export interface CitedUtterance {
  meetingNumber: number;
  meetingTitle: string;
  number: number;
  speaker: string;
  text: string;
  /** What it has to do with the article, in the secretariat's words. */
  note?: string;
  path: string;
}

/** What became of a comment (反映区分); `reason` is the city's view (市の考え方). */
export interface Disposition {
  kind: DispositionKind;
  reason: string;
}

export type DispositionKind = "反映" | "一部反映" | "不採用" | "検討中";

/** A comment (委員の意見) without its author; it may stand at several articles under one number. */
export interface CitedComment {
  /** No. in the draft's list of comments. */
  number: number;
  body: string;
  /** What it was written on, as it is called now: 「第8条第2項」 */
  about: string;
  disposition?: Disposition;
  replies: { speaker: string; body: string }[];
}

/** What became of an article since the version before. */
export interface ArticleChanges {
  status: ChangeStatus;
  /** The article's label in the version before, when it had one. */
  previousLabel?: string;
  segments: ChangeSegment[];
}

export type ChangeStatus = Exclude<AlignmentStatus, "removed">;

/** A run of the article's text; line breaks within it are "\n". */
export interface ChangeSegment {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

/** An article that a later version no longer has, as it last read. */
export interface GoneArticle {
  previousLabel: string;
  caption: string;
  text: string;
  /** The article that took its content over, where there is one. */
  mergedInto?: string;
}

/** A gone article with what hangs on it; it is never left out while anything does. */
export interface RemovedArticle extends GoneArticle, Material {
  provisionId: string;
  /** The last version that had it: 「たたき台」. */
  versionLabel: string;
}

/** Every comment of a draft once, in the order of their numbers. */
export function commentsIn(document: InterimDraftDocument): CitedComment[] {
  const places: Material[] = [...document.articles, ...document.removedArticles];
  const byNumber = new Map(
    places.flatMap(({ comments }) => comments.map((comment) => [comment.number, comment])),
  );
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** What became of an article, in words: 「条の移動と字句の修正（第6条から）」. */
export function changeText(changes: ArticleChanges, label: string): string {
  const words = changeStatusText[changes.status];
  const { previousLabel } = changes;
  if (previousLabel === undefined || previousLabel === label) return words;
  if (changes.status === "kept") return `番号のみの変更（${previousLabel}から）`;
  return `${words}（${previousLabel}から）`;
}

const changeStatusText: Record<ChangeStatus, string> = {
  kept: "変更なし",
  reworded: "字句の修正",
  moved: "条の移動",
  "moved-and-reworded": "条の移動と字句の修正",
  split: "条の分割",
  merged: "条の統合",
  added: "新設",
};
