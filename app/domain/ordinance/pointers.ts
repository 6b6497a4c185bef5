import { foldWidth } from "./glyphs.ts";
import { readBranch, readNumber } from "./numerals.ts";

/** Levels at which a reference can point, from the widest to the narrowest. */
export type PointerLevel = "division" | "article" | "paragraph" | "item";

/** One step of a reference: 「第5条の2」, 「前項」, 「前2条」, 「各号」. */
export interface PointerStep {
  level: PointerLevel;
  /** 章, 節 … for divisions. */
  unit: string;
  relation:
    | "number"
    | "previous"
    | "next"
    | "same"
    | "this"
    | "previous-n"
    | "previous-all"
    | "each";
  /** "5_2" for "number", the count for "previous-n". */
  num: string;
}

/** A reference as it is written, before it is known what it points at. */
export interface Pointer {
  start: number;
  end: number;
  /** 附則 or 別表 at its head. */
  head?: "suppl" | "table" | "style";
  /** Number of the 別表 or 様式, "" for one without; undefined for 同表, この表. */
  tableNum?: string;
  tableRelation?: "same" | "this";
  steps: PointerStep[];
  /** Signs of the 細分: ["ア", "（イ）"]. */
  subitems: string[];
  part?: PointerPart;
}

export type PointerPart = "本文" | "ただし書" | "前段" | "後段" | "各号列記以外の部分";

const parts: readonly PointerPart[] = ["本文", "ただし書", "前段", "後段", "各号列記以外の部分"];
const levels: Record<string, PointerLevel> = {
  編: "division",
  章: "division",
  節: "division",
  款: "division",
  条: "article",
  項: "paragraph",
  号: "item",
};
const ranks: Record<string, number> = { 編: 0, 章: 1, 節: 2, 款: 3, 条: 4, 項: 5, 号: 6 };
const relations: Record<string, PointerStep["relation"]> = {
  前: "previous",
  次: "next",
  同: "same",
  この: "this",
  本: "this",
};

/** Reads the reference that begins at `start`; undefined where none begins. */
export function readPointer(text: string, start: number): Pointer | undefined {
  const pointer: Pointer = { start, end: start, steps: [], subitems: [] };
  readHead(text, pointer);
  for (let step = readStep(text, pointer.end); step; step = readStep(text, pointer.end)) {
    const last = pointer.steps.at(-1);
    const relative = step.step.relation !== "number" && step.step.relation !== "each";
    if (last && (relative || rankOf(step.step) <= rankOf(last))) break;
    pointer.steps.push(step.step);
    pointer.end = step.end;
  }
  if (pointer.steps.length === 0 && pointer.head !== "table" && pointer.head !== "style") {
    return pointer.head === "suppl" && text.slice(start, start + 2) === "この"
      ? pointer
      : undefined;
  }
  if (pointer.steps.at(-1)?.level === "item") readSubitems(text, pointer);
  const part = parts.find((each) => text.startsWith(each, pointer.end));
  if (part) {
    pointer.part = part;
    pointer.end += part.length;
  }
  return pointer;
}

function rankOf(step: PointerStep): number {
  return ranks[step.unit] ?? 0;
}

function readHead(text: string, pointer: Pointer): void {
  const { start } = pointer;
  for (const [word, head] of [
    ["この附則", "suppl"],
    ["附則", "suppl"],
    ["別表", "table"],
    ["様式", "style"],
  ] as const) {
    if (!text.startsWith(word, start)) continue;
    pointer.head = head;
    pointer.end = start + word.length;
    if (head === "suppl") return;
    pointer.tableNum = "";
    const number =
      text.charAt(pointer.end) === "第" ? readNumber(text, pointer.end + 1) : undefined;
    if (!number) return;
    const after =
      head === "style" && text.charAt(number.end) === "号" ? number.end + 1 : number.end;
    const branch = readBranch(text, after);
    // 「別表第2の3の項」 is row 3 of 別表第2, not 別表第2の3.
    const row = branch.suffix !== "" && text.startsWith("の項", branch.end);
    const suffix = row ? branch.suffix.slice(0, branch.suffix.lastIndexOf("_")) : branch.suffix;
    pointer.tableNum = `${number.value}${suffix}`;
    pointer.end = row ? branch.end + 2 : branch.end;
    return;
  }
  for (const [word, relation] of [
    ["同表", "same"],
    ["この表", "this"],
  ] as const) {
    if (!text.startsWith(word, start)) continue;
    pointer.head = "table";
    pointer.tableRelation = relation;
    pointer.end = start + word.length;
  }
}

function readStep(text: string, start: number): { step: PointerStep; end: number } | undefined {
  const first = text.charAt(start);
  if (first === "第") {
    const number = readNumber(text, start + 1);
    const unit = number ? text.charAt(number.end) : "";
    const level = levels[unit];
    if (!number || !level) return undefined;
    const branch = readBranch(text, number.end + 1);
    const num = `${number.value}${branch.suffix}`;
    return { step: { level, unit, relation: "number", num }, end: branch.end };
  }
  const each = ["当該各号", "各号", "各項"].find((word) => text.startsWith(word, start));
  if (each) {
    const unit = each.charAt(each.length - 1);
    const end = start + each.length;
    const level = levels[unit];
    if (!level || text.startsWith("列記", end)) return undefined;
    return { step: { level, unit, relation: "each", num: "" }, end };
  }
  return readRelative(text, start);
}

function readRelative(text: string, start: number): { step: PointerStep; end: number } | undefined {
  const word = ["この", "前", "次", "同", "本"].find((each) => text.startsWith(each, start));
  if (!word) return undefined;
  let at = start + word.length;
  let relation = relations[word] ?? "same";
  let num = "";
  if (word === "前") {
    const number = readNumber(text, at);
    if (number) {
      relation = "previous-n";
      num = String(number.value);
      at = number.end;
    } else if (text.charAt(at) === "各") {
      relation = "previous-all";
      at += 1;
    }
  }
  const unit = text.charAt(at);
  const level = levels[unit];
  // この条例 and 同条例 are laws, 同項目 is a word.
  if (!level || (unit === "条" && "例約件".includes(text.charAt(at + 1) || "\n"))) return undefined;
  if (unit === "項" && text.charAt(at + 1) === "目") return undefined;
  return { step: { level, unit, relation, num }, end: at + 1 };
}

/** 「ア」「（ア）」「a」 after a 号; a katakana that begins a longer word is no sign. */
function readSubitems(text: string, pointer: Pointer): void {
  const head = foldWidth(text.slice(pointer.end, pointer.end + 6));
  const katakana = /^[ア-ヲ](?![ァ-ヴー])/.exec(head);
  if (!katakana) return;
  pointer.subitems.push(katakana[0]);
  pointer.end += 1;
  const inner = /^\(([ア-ヲ]|[0-9]{1,2})\)/.exec(head.slice(1));
  if (!inner) return;
  pointer.subitems.push(inner[0]);
  pointer.end += inner[0].length;
}
