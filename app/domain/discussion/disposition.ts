/** What became of a comment. */
export const dispositionKinds = ["反映", "一部反映", "不採用", "検討中"] as const;
export type DispositionKind = (typeof dispositionKinds)[number];
