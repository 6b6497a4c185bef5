import type { ComparisonRow, ProvisionKind } from "../ordinance/index.ts";

const divisions = new Set<ProvisionKind>(["part", "chapter", "section", "subsection", "division"]);

/** 編章節款目 and 附則: rows that stand over others. */
export function isHeadingRow({ kind }: ComparisonRow): boolean {
  return divisions.has(kind) || kind === "supplementary";
}

/** Leaves out headings that did not change and have nothing beneath them: they say nothing. */
export function withoutBareHeadings(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.filter((row, index) => {
    if (!isHeadingRow(row)) return true;
    if (row.status !== "kept" || row.before.labelChanged) return true;
    const next = rows[index + 1];
    if (!next || next.kind === "supplementary") return false;
    return !divisions.has(next.kind) || next.depth > row.depth;
  });
}
