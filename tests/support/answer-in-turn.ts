import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Answers, Channel } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { receiveAnswers } from "#db/queries/surveys/index.ts";
import { invitations } from "#db/schema/index.ts";

/**
 * Hands in answers to an open survey, each from another firm and under an edition of the
 * questionnaire; `from` firms have answered before. Throws when one is not taken.
 */
export async function answerInTurn(
  db: Database,
  surveyId: string,
  given: readonly Answers[],
  { from = 0, edition = 1, channel }: { from?: number; edition?: number; channel?: Channel } = {},
): Promise<void> {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.surveyId, surveyId))
    .orderBy(asc(invitations.id))
    .offset(from);
  for (const [index, answers] of given.entries()) {
    const invitationId = rows[index]?.id ?? "";
    const submission = { invitationId, surveyId, edition, answers, receiptNumber: randomUUID() };
    const received = await receiveAnswers(db, channel ? { ...submission, channel } : submission);
    if (!received.received || !received.first) throw new Error(JSON.stringify(received));
  }
}
