import type { ComparisonRow } from "../ordinance/index.ts";

/**
 * Whether the caption stands behind the number and not above it: 「別表第1（第6条関係）」, where an
 * article has 「（定義）」 over 「第2条」.
 */
export function captionStandsBehind({ kind }: Pick<ComparisonRow, "kind">): boolean {
  return kind === "table" || kind === "style";
}
