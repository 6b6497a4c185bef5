import { and, eq, isNull, sql } from "drizzle-orm";
import {
  type Admission,
  type Answers,
  admit,
  type Questionnaire,
} from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, responses, surveys } from "#db/schema/index.ts";

/** A finished answer as it is handed in, checked against the questionnaire. */
export interface Submission {
  invitationId: string;
  /** Made when the form was opened, so that sending twice stores one answer. */
  submissionId: string;
  answers: Answers;
  /** The receipt number to give out when this answer is stored. */
  receiptNumber: string;
}

export type Reception =
  | { received: true; receiptNumber: string }
  | { received: false; refusal: Extract<Admission, { may: false }> };

/**
 * Stores an answer and spends its invitation in one transaction. The invitation's row is locked,
 * so of two answers at once one counts and the other hears that the code is used; the same
 * submission again gets the receipt it had. The answer takes over the firm's strata and nothing
 * else of it, and no time.
 */
export async function receiveAnswers(db: Database, submission: Submission): Promise<Reception> {
  const { invitationId, submissionId, answers, receiptNumber } = submission;
  return db.transaction(async (tx): Promise<Reception> => {
    // The survey first, then the invitation: the order in which every transaction locks them.
    const [survey] = await tx
      .select({ id: surveys.id, state: surveys.state })
      .from(surveys)
      .where(
        eq(
          surveys.id,
          tx
            .select({ id: invitations.surveyId })
            .from(invitations)
            .where(eq(invitations.id, invitationId)),
        ),
      )
      .for("share");
    const [invitation] = await tx
      .select({ firmId: invitations.firmId, answeredOn: invitations.answeredOn })
      .from(invitations)
      .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt)))
      .for("update");
    const [before] = await tx
      .select({ receiptNumber: responses.receiptNumber })
      .from(responses)
      .where(eq(responses.submissionId, submissionId));
    if (before) return { received: true, receiptNumber: before.receiptNumber };

    const admission = admit({
      survey: { state: survey?.state ?? "closed" },
      invitation: survey && invitation ? { answered: invitation.answeredOn !== null } : null,
    });
    if (!admission.may) return { received: false, refusal: admission };
    if (!survey || !invitation) throw new Error("admitted without an invitation");
    const { sector, size, region, grade, tier } = firms;
    const [strata] = await tx
      .select({ sector, size, region, grade, tier })
      .from(firms)
      .where(eq(firms.id, invitation.firmId));
    if (!strata) throw new Error("an invitation without a firm");
    await tx
      .insert(responses)
      .values({ surveyId: survey.id, submissionId, receiptNumber, answers, strata });
    await tx
      .update(invitations)
      .set({ answeredOn: sql`(now() at time zone 'Asia/Tokyo')::date` })
      .where(eq(invitations.id, invitationId));
    return { received: true, receiptNumber };
  });
}

/** What a contractor keeps of an answer. */
export interface Receipt {
  receiptNumber: string;
  answers: Answers;
  survey: { title: string; slug: string; isSample: boolean; questionnaire: Questionnaire };
}

/** The receipt of a submission; the identifier is known to the browser that sent it alone. */
export async function findReceipt(
  db: Database,
  submissionId: string,
): Promise<Receipt | undefined> {
  const { title, slug, isSample, questionnaire } = surveys;
  const { receiptNumber, answers } = responses;
  const [row] = await db
    .select({ receiptNumber, answers, survey: { title, slug, isSample, questionnaire } })
    .from(responses)
    .innerJoin(surveys, eq(surveys.id, responses.surveyId))
    .where(eq(responses.submissionId, submissionId));
  return row;
}

/**
 * All answers of a survey, in no order. While a survey is open nobody reads or counts them:
 * undefined until it has closed, and always for all but the secretariat.
 */
export async function answersOf(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<Answers[] | undefined> {
  return viewer.kind === "secretariat" ? closedAnswers(db, surveyId) : undefined;
}

/** The answers for a release; undefined unless the survey has closed. */
export async function closedAnswers(
  db: Database,
  surveyId: string,
): Promise<Answers[] | undefined> {
  const [survey] = await db
    .select({ state: surveys.state })
    .from(surveys)
    .where(eq(surveys.id, surveyId));
  if (survey?.state !== "closed") return undefined;
  const rows = await db
    .select({ answers: responses.answers })
    .from(responses)
    .where(eq(responses.surveyId, surveyId));
  return rows.map(({ answers }) => answers);
}
