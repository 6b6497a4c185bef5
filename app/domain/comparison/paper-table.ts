import type {
  ComparisonCell,
  ComparisonRow,
  ComparisonTable,
  TextSegment,
} from "../ordinance/index.ts";
import { isHeadingRow } from "./bare-headings.ts";
import { captionStandsBehind } from "./caption-place.ts";
import type { ComparisonChoice } from "./choice.ts";
import { fateNote } from "./fate-note.ts";

/** A 新旧対照表 as it is set on paper: the same in every kind of file. */
export interface PaperTable {
  /** 「伊賀市公契約条例（案）新旧対照表」 */
  title: string;
  /** Over the columns, left and right: 「修正前案（第1次案）」. */
  heads: [left: string, right: string];
  rows: PaperRow[];
  /** What stands below the table. */
  remarks: string[];
  isSample: boolean;
}

export interface PaperRow {
  /** Begins an article, a heading, 前文, 附則 or a 別表. */
  starts: boolean;
  isHeading: boolean;
  left: PaperLine[];
  right: PaperLine[];
  /** What happened, in a word: 「新設」「文言の変更」; "" for nothing. */
  change: string;
}

/** A line (which may run over several): all widths in characters (全角). */
export interface PaperLine {
  /** How far its first line is moved in. */
  indent: number;
  /** How much further its other lines are moved in; less than 0 where the first is moved in. */
  hanging: number;
  runs: PaperRun[];
}

export interface PaperRun {
  text: string;
  /** To be underlined. */
  changed: boolean;
}

export interface PaperSettings {
  /** Title of the ordinance: 「伊賀市公契約条例（案）」. */
  title: string;
  newSide: ComparisonChoice["newSide"];
  isSample: boolean;
}

/** Sets a 新旧対照表 for paper. */
export function paperTable(table: ComparisonTable, settings: PaperSettings): PaperTable {
  const { labels, rows } = table;
  const heads = { before: `修正前案（${labels.before}）`, after: `修正後案（${labels.after}）` };
  const sides =
    settings.newSide === "left" ? (["after", "before"] as const) : (["before", "after"] as const);
  const [left, right] = sides;
  return {
    title: `${settings.title}新旧対照表`,
    heads: [heads[left], heads[right]],
    rows: rows.map((row) => ({
      starts: row.depth === 0 && row.kind !== "paragraph" && row.kind !== "row",
      isHeading: isHeadingRow(row),
      left: linesOf(row, left),
      right: linesOf(row, right),
      change: changeOf(row),
    })),
    remarks: [
      "備考　下線を引いた部分は、変更した部分です。「（略）」は、変更していない部分です。",
      ...(settings.isSample ? ["この文書はサンプルです。市の公式な記録ではありません。"] : []),
    ],
    isSample: settings.isSample,
  };
}

function linesOf(row: ComparisonRow, side: "before" | "after"): PaperLine[] {
  const cell = row[side];
  const lines: PaperLine[] = [];
  const caption = runsOf(cell.caption ?? []);
  const isBehind = captionStandsBehind(row);
  if (cell.caption && !isBehind) lines.push({ indent: 1, hanging: 1, runs: caption });
  const fate = fateNote(row, side);
  const own = [
    ...labelRuns(cell, isBehind),
    ...(row.kind === "toc" && cell.segments.length > 0 ? [{ text: "\n", changed: false }] : []),
    ...(isBehind ? caption : []),
    ...runsOf(cell.segments),
    ...[cell.note ?? "", fate].filter(Boolean).map((text) => ({ text, changed: false })),
  ];
  const indent = Math.max(0, Math.min(row.depth, 5) - 1);
  const isPreamble = row.group === "preamble" && row.kind === "paragraph";
  const place = isPreamble ? { indent: 1, hanging: -1 } : { indent, hanging: 1 };
  for (const runs of brokenAtLineFeeds(own)) {
    if (runs.length === 0) continue;
    // The entries of a 目次 stand under its name.
    const isEntry = row.kind === "toc" && lines.length > 0;
    lines.push({ ...(isEntry ? { indent: 1, hanging: 1 } : place), runs });
  }
  return lines;
}

function labelRuns(
  { label, labelChanged, segments, note }: ComparisonCell,
  captionFollows: boolean,
): PaperRun[] {
  if (label === "") return [];
  const alone = captionFollows || (segments.length === 0 && note === undefined);
  const first = segments[0]?.kind ?? "same";
  return [
    { text: label, changed: labelChanged },
    // One line under number and text where both are new.
    ...(alone ? [] : [{ text: "　", changed: labelChanged && first !== "same" }]),
  ];
}

/** Columns of a 別表 stand apart by 「　」, as in the text of a law. */
function runsOf(segments: readonly TextSegment[]): PaperRun[] {
  return segments.map(({ kind, text }) => ({
    text: text.replaceAll("\t", "　"),
    changed: kind !== "same",
  }));
}

function brokenAtLineFeeds(runs: readonly PaperRun[]): PaperRun[][] {
  const lines: PaperRun[][] = [[]];
  for (const { text, changed } of runs) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, changed });
    });
  }
  return lines;
}

function changeOf(row: ComparisonRow): string {
  if (row.status === "kept") return row.before.labelChanged ? "番号の変更" : "";
  return words[row.status];
}

const words: Record<Exclude<ComparisonRow["status"], "kept">, string> = {
  added: "新設",
  removed: "削る",
  reworded: "文言の変更",
  moved: "移動",
  "moved-and-reworded": "移動、文言の変更",
  split: "分割",
  merged: "統合",
};
