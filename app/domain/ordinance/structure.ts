/**
 * The structure of an ordinance as plain, JSON-serialisable data, named after the elements of the
 * national law XML schema (法令標準XML). What people wrote (「第５条の２」「⑴」「２」) is kept as
 * written beside a number that can be compared ("5_2", "1", 2). `line` counts from 1 in the source
 * text; 0 means the node was not read from a text.
 */
export interface Ordinance {
  type: "Law";
  /** Horizontal (第1条, (1), ア) or vertical (第一条, 一, イ) numbering. */
  style: NumberingStyle;
  /** "lawtext" where the source marks paragraphs with `:anonym-paragraph:` and the like. */
  notation: "plain" | "lawtext";
  /** 公布文: the lines that stand before the title. */
  promulgation: string[];
  /** 題名 */
  lawTitle: string;
  lawTitleLine: number;
  /** 法令番号 as written, brackets included. */
  lawNum?: string;
  /** 制定文 */
  enactStatements: string[];
  toc?: Toc;
  preamble?: Preamble;
  mainProvision: MainProvision;
  supplProvisions: SupplProvision[];
  appdxTables: AppdxTable[];
  appdxStyles: AppdxStyle[];
}

export type NumberingStyle = "horizontal" | "vertical";

/** 目次: its entries in reading order; nesting follows from `level`. */
export interface Toc {
  type: "TOC";
  label: string;
  entries: TocEntry[];
  line: number;
}

export interface TocEntry {
  level: DivisionLevel | "Preamble" | "SupplProvision" | "AppdxTable";
  num?: string;
  /** As written, without the range: 「第1章　総則」. */
  title: string;
  /** 「（第1条―第3条）」 as written. */
  articleRange?: string;
  line: number;
}

/** 前文 */
export interface Preamble {
  type: "Preamble";
  /** The heading 「前文」, where one is written. */
  label?: string;
  paragraphs: Paragraph[];
  line: number;
}

/** 本則: chapters or articles; an ordinance without 条 has only paragraphs. */
export interface MainProvision {
  type: "MainProvision";
  children: (Division | Article)[];
  paragraphs: Paragraph[];
}

/** 編・章・節・款・目 */
export type DivisionLevel = "Part" | "Chapter" | "Section" | "Subsection" | "Division";

export interface Division {
  type: DivisionLevel;
  num: string;
  /** As written, number and name: 「第1章　総則」. */
  title: string;
  children: (Division | Article)[];
  line: number;
}

/** 条 */
export interface Article {
  type: "Article";
  /** "5", "5_2" (第5条の2), "7:8" (第7条及び第8条　削除). */
  num: string;
  /** 条名 as written. */
  articleTitle: string;
  /** 見出し as written, brackets included. Absent under a 共通見出し. */
  articleCaption?: string;
  paragraphs: Paragraph[];
  line: number;
}

/** 項 */
export interface Paragraph {
  type: "Paragraph";
  /** Counts from 1; the first 項 of an article carries no written number. */
  num: number;
  /** As written; "" where none is written. */
  paragraphNum: string;
  /** 見出し of a paragraph of the 附則. */
  paragraphCaption?: string;
  sentences: Sentence[];
  items: Item[];
  tables: Table[];
  line: number;
}

/** 号 */
export interface Item {
  type: "Item";
  /** "3", "3_2". */
  num: string;
  itemTitle: string;
  sentences: Sentence[];
  subitems: Subitem[];
  tables: Table[];
  line: number;
}

/** 号の細分: ア, (ア), a (horizontal); イ, (1), (i) (vertical). */
export interface Subitem {
  type: SubitemLevel;
  num: string;
  subitemTitle: string;
  sentences: Sentence[];
  subitems: Subitem[];
  tables: Table[];
  line: number;
}

export type SubitemLevel = "Subitem1" | "Subitem2" | "Subitem3";

/** One sentence of a provision. All sentences of a provision, joined, are its own text. */
export interface Sentence {
  kind: SentenceKind;
  text: string;
  /** From 1, where the text stands in columns (「用語　定義文」). */
  column?: number;
}

export type SentenceKind = "本文" | "ただし書" | "前段" | "中段" | "後段";

/** 附則: `articles` or `paragraphs` (numbered, or a single one without a number). */
export interface SupplProvision {
  type: "SupplProvision";
  /** As written: 「附　則」. */
  label: string;
  /** 「（令和8年条例第3号）」 as written, on the 附則 of an amending ordinance. */
  amendLawNum?: string;
  /** 抄 */
  extract: boolean;
  articles: (Division | Article)[];
  paragraphs: Paragraph[];
  line: number;
}

/** 別表 */
export interface AppdxTable {
  type: "AppdxTable";
  num: string;
  /** 「別表第1」 as written. */
  appdxTableTitle: string;
  /** 「（第5条関係）」 as written. */
  relatedArticleNum?: string;
  content: AppdxContent[];
  line: number;
}

export type AppdxContent = Table | AppdxText | Item;

/** A line of a 別表 that is neither table row nor 号: a remark (備考), a heading. */
export interface AppdxText {
  type: "Text";
  text: string;
  line: number;
}

export interface Table {
  type: "Table";
  /** How the columns are kept apart in the text. */
  separator: "tab" | "pipe" | "lawtext";
  rows: TableRow[];
  line: number;
}

/** A cell with several lines holds line feeds. */
export interface TableRow {
  type: "TableRow";
  columns: string[];
  line: number;
}

/** 様式, 別記, 別図: kept as lines of text. */
export interface AppdxStyle {
  type: "AppdxStyle";
  num: string;
  appdxStyleTitle: string;
  relatedArticleNum?: string;
  lines: string[];
  line: number;
}
