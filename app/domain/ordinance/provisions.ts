import type { Article, Sentence } from "./structure.ts";

export type ProvisionKind =
  | "title"
  | "enactStatement"
  | "toc"
  | "preamble"
  | "part"
  | "chapter"
  | "section"
  | "subsection"
  | "division"
  | "article"
  | "paragraph"
  | "item"
  | "subitem"
  | "supplementary"
  | "table"
  | "row"
  | "note"
  | "style";

/**
 * One provision of an ordinance, without its children. `path` names it within one version
 * ("art-5_2/p2/i3", "suppl-1/p1", "table-1/r2") and is the same whenever the same text is read;
 * `anchor` is the path as an HTML id.
 */
export interface ProvisionNode {
  path: string;
  /** The provision this one stands in; absent at the top. */
  parentPath?: string;
  kind: ProvisionKind;
  /** How deep it stands: 0 for what has no parent. */
  depth: number;
  /** 「第5条」「第2項」「第3号」「附則」「別表第1」; Arabic digits in horizontal style. */
  label: string;
  /** 「第5条第2項第3号」; the only 項 of an article has the article's label. */
  fullLabel: string;
  /** The number as the text has it: 「第５条」「2」「⑶」「ア」, "" for a first 項. */
  numeral: string;
  /** 見出し as written, brackets included; also under a 共通見出し. */
  caption?: string;
  /** True where the caption is written on an article before (共通見出し). */
  captionShared?: boolean;
  /** Own text without children; cells of a row are joined by a tab. */
  text: string;
  /** Cells of a row. */
  columns?: string[];
  anchor: string;
  /** Line in the source, from 1; 0 if not read from a text. */
  line: number;
}

const divisionKinds: readonly ProvisionKind[] = [
  "part",
  "chapter",
  "section",
  "subsection",
  "division",
];

/** Whether a provision is a 編, 章, 節, 款 or 目. */
export function isDivision({ kind }: Pick<ProvisionNode, "kind">): boolean {
  return divisionKinds.includes(kind);
}

/** The text of sentences as it was written: columns are kept apart by 「　」. */
export function textOf(sentences: readonly Sentence[]): string {
  let text = "";
  let column = sentences[0]?.column;
  for (const sentence of sentences) {
    if (sentence.column !== column) text += "　";
    column = sentence.column;
    text += sentence.text;
  }
  return text;
}

/** The HTML id of a path. */
export function anchorOf(path: string): string {
  const anchor = path.replaceAll("/", "-");
  return anchor.includes("~") ? anchor.replaceAll("~", "-again") : anchor;
}

/** Whether an article only keeps its number (「第7条　削除」). */
export function isDeleted(article: Article): boolean {
  const only = article.paragraphs.length === 1 ? article.paragraphs[0] : undefined;
  return only !== undefined && only.items.length === 0 && textOf(only.sentences) === "削除";
}

/**
 * The words of a provision in which its references stand: its own text, or the bracket behind the
 * name of a 別表 or 様式, 「（第6条関係）」.
 */
export function referringText({ kind, text, caption }: ProvisionNode): string {
  return kind === "table" || kind === "style" ? (caption ?? "") : text;
}
