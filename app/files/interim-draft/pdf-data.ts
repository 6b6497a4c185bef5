import { articleBlocks } from "#app/domain/interim-draft/article-blocks.ts";
import { hasMaterial } from "#app/domain/interim-draft/assemble.ts";
import {
  changeText,
  type DraftArticle,
  type Figure,
  type InterimDraftDocument,
  type Material,
} from "#app/domain/interim-draft/document.ts";
import { percentText } from "#app/domain/interim-draft/figure.ts";
import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";
import type { DocumentMeta } from "../typst/house-style.ts";
import { markdownData } from "../typst/markdown-data.ts";
import { historyTables } from "./history-tables.ts";
import { coverRows, draftWords } from "./words.ts";

/** What the PDF is made with beside the frozen document. */
export interface InterimDraftPdfContext {
  hashes: DraftHashes;
  /** Without a slash at the end: 「https://jukugi.example.jp」. Links in the PDF begin with it. */
  origin: string;
  /** Site-relative path of the draft's own page. */
  path: string;
  /** A civil date in words: 「令和9年2月1日」. */
  wareki: (date: string) => string;
}

/** The template's data: only texts, numbers and links, ready to be set. */
export function interimDraftPdfData(draft: InterimDraftDocument, context: InterimDraftPdfContext) {
  const { hashes, wareki, origin } = context;
  return {
    meta: metaOf(draft),
    hashes,
    words: draftWords(draft, `${origin}${context.path}`),
    draft: {
      title: draft.title,
      number: draft.number,
      date: wareki(draft.preparedOn),
      status: draft.statusText,
      sample: draft.isSample,
    },
    cover: coverRows(draft, hashes),
    introduction: markdownData(draft.introduction),
    history: historyTables(draft, context),
    blocks: draft.text.blocks,
    articles: draft.articles.map((article) => articleData(draft, article, origin)),
    removed: draft.removedArticles.map((article) => ({
      title: titled(`${article.versionLabel}の${article.previousLabel}`, article.caption),
      text: article.text,
      note: article.mergedInto === undefined ? "" : `${article.mergedInto}にまとめました。`,
      ...materialData(article, origin),
    })),
    digests: [
      ["文書の全体", hashes.whole],
      ["条例の本文", hashes.text],
      ["引用した数値", hashes.figures],
    ],
  };
}

function metaOf(draft: InterimDraftDocument): DocumentMeta {
  const [year = 1970, month = 1, day = 1] = draft.preparedOn.split("-").map(Number);
  return { title: `${draft.title}　第${draft.number}号`, author: "", date: [year, month, day] };
}

function articleData(draft: InterimDraftDocument, article: DraftArticle, origin: string) {
  return {
    title: titled(article.label, article.caption),
    blocks: articleBlocks(draft.text.blocks, article.anchor),
    bare: !hasMaterial(article),
    bareNote: "この条に結び付けた解説、根拠、意見はありません。",
    commentary: markdownData(article.commentary),
    ...materialData(article, origin),
    changes: changesData(article),
  };
}

function materialData({ figures, utterances, comments }: Material, origin: string) {
  return {
    figures: figures.map((figure) => figureData(figure, origin)),
    utterances: utterances.map(({ speaker, text, path, meetingTitle, number, note = "" }) => ({
      speaker,
      text,
      note,
      source: `${meetingTitle}　発言${number}`,
      href: `${origin}${path}`,
    })),
    comments: comments.map(({ disposition, ...comment }) => ({
      ...comment,
      reason: disposition?.reason ?? "（回答を準備しています）",
      disposition: disposition?.kind ?? "―",
    })),
  };
}

function changesData({ changes, label }: DraftArticle) {
  if (changes === undefined) return null;
  const words = `${changeText(changes, label)}。`;
  // The whole of a new article stands just above.
  return { words, segments: changes.status === "added" ? [] : changes.segments };
}

function figureData(figure: Figure, origin: string) {
  const noAnswer = figure.noAnswer === undefined ? "" : `、無回答 ${figure.noAnswer}`;
  const question = figure.questionNumber === undefined ? "" : `　問${figure.questionNumber}`;
  return {
    sentence: figure.sentence,
    note: figure.note ?? "",
    simulated: figure.simulated,
    source: `${figure.surveyTitle}（${figure.releaseLabel}）${question}　n=${figure.n}${noAnswer}`,
    href: `${origin}${figure.path}`,
    digests: digestsOf(figure),
    hidden: figure.hiddenReason ?? "",
    rows: (figure.rows ?? []).map(({ label, counts, count, percent }) => ({
      label,
      count: count === null ? "x" : `${count}${counts === "entries" ? "件" : ""}`,
      percent: percent === null ? "－" : percentText(percent),
      value: percent ?? 0,
    })),
  };
}

/** The digests of a figure and of its release; none in drafts frozen before figures had them. */
function digestsOf({ sha256, releaseSha256, release }: Figure): string[] {
  if (sha256 === undefined || releaseSha256 === undefined) return [];
  return [`この数値のSHA-256　${sha256}`, `集計版${release}のSHA-256　${releaseSha256}`];
}

function titled(label: string, caption: string): string {
  return caption === "" ? label : `${label}（${caption}）`;
}
