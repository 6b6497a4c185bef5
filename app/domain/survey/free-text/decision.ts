/** What becomes of a text in releases. */
export type Verdict = "publish" | "redact" | "withhold";

export const verdictLabels: Record<Verdict, string> = {
  publish: "公表する",
  redact: "伏せて公表する",
  withhold: "公表しない",
};

/** The newest decision on a text; `wording` is what is published, null when nothing is. */
export interface TextDecision {
  verdict: Verdict;
  wording: string | null;
}
