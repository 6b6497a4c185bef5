/** What a letter is for: the first one, one in the place of a lost or returned one, a reminder. */
export const letterKinds = ["invitation", "reissue", "reminder"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** 依頼状, 再発行, 督促状, as headings and tables show it. */
export const letterKindLabels: Record<LetterKind, string> = {
  invitation: "依頼状",
  reissue: "再発行の依頼状",
  reminder: "督促状",
};
