import type { ComparisonRow } from "../ordinance/index.ts";

/** 「（第5条に統合）」 or 「（第5条から分割）」 beside what was taken into or parted from another; else "". */
export function fateNote(
  { status, other }: Pick<ComparisonRow, "status" | "other">,
  side: "before" | "after",
): string {
  if (other === undefined) return "";
  if (status === "merged" && side === "before") return `（${other}に統合）`;
  if (status === "split" && side === "after") return `（${other}から分割）`;
  return "";
}
