/**
 * One piece of the ordinance's text in the order of reading, ready to be laid out on a page or on
 * paper. Text is exactly what the version holds; labels are as printed (第1条, 2, (1), ア).
 */
export type TextBlock =
  | { kind: "lawTitle"; text: string }
  | { kind: "enactment"; text: string }
  | { kind: "toc"; entries: { level: number; text: string }[] }
  | { kind: "preamble"; text: string; anchor?: string }
  | HeadingBlock
  | { kind: "caption"; text: string; provisionId?: string; anchor?: string }
  | ProvisionBlock
  | { kind: "supplementary"; text: string; anchor?: string }
  | { kind: "appendix"; text: string; relatedTo?: string; anchor?: string }
  | { kind: "note"; text: string }
  | { kind: "table"; rows: string[][] };

/** 編 (level 0), 章 (1), 節 (2), 款 (3), 目 (4). */
export interface HeadingBlock {
  kind: "heading";
  level: number;
  text: string;
  anchor?: string;
}

/**
 * 条 and 項 are level 0, 号 level 1, 細分 levels 2 to 4: the depth of the hanging indent.
 * A first 項 is printed on its article's line, so `label` is then 「第1条」.
 */
export interface ProvisionBlock {
  kind: "provision";
  element: "article" | "paragraph" | "item" | "subitem";
  level: number;
  label: string;
  text: string;
  provisionId?: string;
  anchor?: string;
}
