import { numberText } from "../../japan/number-text.ts";
import { percentText } from "../tabulation/percent.ts";
import type { PublishedVariable } from "./published.ts";

/** 78者（35.3%）; without the percentage where there is none. */
export function share(
  { count, percent }: { count: number; percent: number | null },
  unit: string,
): string {
  return `${numberText(count)}${unit}${percent === null ? "" : `（${percentText(percent)}）`}`;
}

/** 者 for firms, 件 for the entries of a panel. */
export function unitOf({ counts }: Pick<PublishedVariable, "counts">): "者" | "件" {
  return counts === "firms" ? "者" : "件";
}

/** 「変えていない」と「引き上げた」 */
export function named(rows: readonly { text: string }[]): string {
  return rows.map(({ text }) => `「${text}」`).join("と");
}
