import { answeringNotes } from "./answering-notes.ts";
import { deadlinePassed } from "./calendar.ts";

/** Where a survey stands. */
export type SurveyState = "preparing" | "open" | "closed";

/** How an answer came: through the site, or on paper and keyed in by the secretariat. */
export type Channel = "web" | "paper";

export type RefusalReason = "unknown-code" | "already-answered" | "not-open" | "closed";

export interface Refusal {
  may: false;
  why: RefusalReason;
  /** Plain Japanese: what has happened and what to do. */
  message: string;
}

export type Admission = { may: true } | Refusal;

/** A refusal with its words. */
export function refusalBecause(why: RefusalReason): Refusal {
  return { may: false, why, message: answeringNotes("ja").noMore[why] };
}

/**
 * Whether the holder of a code may answer now. `invitation` is null when no live invitation has
 * the code (never issued, or revoked by a re-issue). A firm that has answered hears that, also
 * after the survey has closed. After the deadline no answer is taken from the web, even if nobody
 * has closed the survey yet; paper that came in time is keyed in until it is closed.
 *
 * @param today the day in Japan, "YYYY-MM-DD"
 */
export function admit({
  survey: { state, closesOn },
  invitation,
  today,
  channel = "web",
}: {
  survey: { state: SurveyState; closesOn?: string | null };
  invitation: { answered: boolean } | null;
  today: string;
  channel?: Channel;
}): Admission {
  if (invitation === null) return refusalBecause("unknown-code");
  if (invitation.answered) return refusalBecause("already-answered");
  switch (state) {
    case "open":
      return channel === "web" && deadlinePassed(closesOn, today)
        ? refusalBecause("closed")
        : { may: true };
    case "preparing":
      return refusalBecause("not-open");
    case "closed":
      return refusalBecause("closed");
  }
}
