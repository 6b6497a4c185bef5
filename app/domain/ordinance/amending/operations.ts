import type { PointerPart } from "../pointers.ts";
import type { WordEdit } from "./word-edits.ts";

/** The place that an amending clause speaks of, 同条 and 同項 already replaced. */
export interface Place {
  root:
    | "main"
    | "suppl"
    | "title"
    | "toc"
    | "preamble"
    | "table"
    | "suppl-all"
    | "appendices"
    | "whole";
  /** For 「附則（令和8年条例第3号）」. */
  amendLawNum?: string;
  /** For tables: "1", "" for a 別表 without number. */
  table?: string;
  /** For 「第2章」: the chapters from the widest on. */
  divisions?: { unit: string; num: string }[];
  article?: string;
  paragraph?: string;
  item?: string;
  subitems?: string[];
  part?: PointerPart;
  /** As written, for messages. */
  words: string;
}

export type UnitWord = "条" | "項" | "号" | "附則";

/** What one clause of an amending sentence does. */
export type Operation =
  | { kind: "words"; place: Place; caption: boolean; edits: WordEdit[] }
  | { kind: "caption"; place: Place; text: string | undefined }
  | { kind: "division-title"; place: Place; text: string }
  | { kind: "rewrite"; place: Place; block: string[] }
  | { kind: "attach"; place: Place; block: string[] }
  | { kind: "remove"; place: Place; to?: Place }
  | {
      kind: "insert";
      where: "after" | "before" | "into";
      place: Place;
      unit: UnitWord;
      block: string[];
    }
  | { kind: "sentence"; place: Place; block: string[] }
  | { kind: "rename"; place: Place; to: Place }
  | { kind: "shift"; place: Place; to: Place; by: number };

/** The operations of one kind. */
export type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;
