import type { AlignmentStatus } from "#app/domain/ordinance/index.ts";

/** What became of a provision, in words. */
export const statusWords: Record<AlignmentStatus, string> = {
  kept: "同じ",
  reworded: "文言を変更",
  moved: "移動",
  "moved-and-reworded": "移動し文言を変更",
  split: "分割",
  merged: "統合",
  added: "新設",
  removed: "削る",
};
