import type { SurveyState } from "../admission.ts";
import type { SurveyMode } from "../anonymity.ts";
import { deadlinePassed } from "../calendar.ts";

/** Why a release cannot be made now, in words for the secretariat. */
export interface NotYet {
  why: "not-closed";
  message: string;
}

/**
 * Whether results can be released: of an anonymous survey after its close alone (what has been
 * counted already would have to be marked, and would tell late answers apart), of a named one also
 * between the deadline for the web and the close, while paper is still keyed in. Null when they can.
 *
 * @param today the day in Japan, "YYYY-MM-DD"
 */
export function notYetReleasable(
  { state, mode, closesOn }: { state: SurveyState; mode: SurveyMode; closesOn: string | null },
  today: string,
): NotYet | null {
  if (state === "closed") return null;
  if (mode === "anonymous") {
    return { why: "not-closed", message: "締め切ってから、集計を公表してください。" };
  }
  const over = state === "open" && closesOn !== null && deadlinePassed(closesOn, today);
  return over
    ? null
    : { why: "not-closed", message: "ウェブの回答の締切日が過ぎてから、集計を公表してください。" };
}
