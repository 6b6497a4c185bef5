/** What a letter is for: the first one, one in the place of a lost or returned one, a reminder. */
const letterKinds = ["invitation", "reissue", "reminder"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** 依頼状, 再発行, 督促状, as headings and tables show it. */
export const letterKindLabels: Record<LetterKind, string> = {
  invitation: "依頼状",
  reissue: "再発行の依頼状",
  reminder: "督促状",
};

/** What a clerk chooses between; a reminder comes with or without a new code. */
export const letterChoices = {
  invitation: { kind: "invitation", withCodes: true },
  reminder: { kind: "reminder", withCodes: false },
  "reminder-new": { kind: "reminder", withCodes: true },
  reissue: { kind: "reissue", withCodes: true },
} as const satisfies Record<string, { kind: LetterKind; withCodes: boolean }>;
export type LetterChoice = keyof typeof letterChoices;

/** The choice that a form or an address names; undefined for anything else. */
export function letterChoice(value: unknown): LetterChoice | undefined {
  return typeof value === "string" && Object.hasOwn(letterChoices, value)
    ? (value as LetterChoice)
    : undefined;
}

/** The name of a choice. */
export function choiceOf({
  kind,
  withCodes,
}: {
  kind: LetterKind;
  withCodes: boolean;
}): LetterChoice {
  return kind === "reminder" && withCodes ? "reminder-new" : kind;
}
