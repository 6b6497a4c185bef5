import {
  admit,
  type Channel,
  type Strata,
  type SurveyMode,
  type SurveyState,
} from "#app/domain/survey/index.ts";
import { hasBit } from "#app/domain/survey/participation/bitmap.ts";
import type { Reception, Submission } from "./reception.ts";

/** What the database knows of a live invitation when an answer comes under it. */
export interface Admittance {
  invitationId: string;
  firmId: string;
  ordinal: number;
  /** What an answer carries: the merged strata of an anonymous survey, the firm's own of a named. */
  strata: Strata;
  surveyId: string;
  state: SurveyState;
  closesOn: string | null;
  mode: SurveyMode;
  edition: number;
}

/** Who has answered so far. */
export interface Progress {
  spent: Uint8Array;
  onPaper: Uint8Array;
}

/** One answer of a batch with all that decides about it. */
export interface Judged {
  submission: Submission;
  reception: Reception;
  /** The invitation's facts where the answer is to be stored or noted as a double. */
  store?: Admittance;
  double?: Admittance;
}

/**
 * Decides about the answers of a batch in their order: one answer a firm counts, the first that
 * came, on the web or on paper; a second one by the other way is noted as a double.
 *
 * @param today the day in Japan, "YYYY-MM-DD"
 */
export function judge(
  batch: readonly Submission[],
  admittances: ReadonlyMap<string, Admittance>,
  progress: ReadonlyMap<string, Progress>,
  today: string,
): Judged[] {
  const justNow = new Map<string, Channel>();
  return batch.map((submission) => {
    const { receiptNumber, channel = "web" } = submission;
    const known = admittances.get(submission.invitationId);
    const before = known && (justNow.get(known.firmId) ?? channelBefore(known, progress));
    if (known && before === channel) {
      return { submission, reception: { received: true, receiptNumber, first: false } };
    }
    const admission = admit({
      survey: known ?? { state: "open" },
      invitation: known ? { answered: before !== undefined } : null,
      today,
      channel,
    });
    if (!admission.may) {
      const reception: Reception = { received: false, refusal: admission };
      return known && before ? { submission, reception, double: known } : { submission, reception };
    }
    if (!known) throw new Error("admitted without an invitation");
    if (submission.edition !== known.edition) {
      return { submission, reception: { received: false, refusal: { why: "edition-changed" } } };
    }
    justNow.set(known.firmId, channel);
    return { submission, reception: { received: true, receiptNumber, first: true }, store: known };
  });
}

function channelBefore(
  { surveyId, ordinal }: Admittance,
  progress: ReadonlyMap<string, Progress>,
): Channel | undefined {
  const row = progress.get(surveyId);
  if (!row || !hasBit(row.spent, ordinal)) return undefined;
  return hasBit(row.onPaper, ordinal) ? "paper" : "web";
}
