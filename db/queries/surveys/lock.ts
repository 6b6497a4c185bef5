import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { surveyProgress, surveys } from "#db/schema/index.ts";

/**
 * Takes a survey for a change: its row, then the row of its progress, which every answer takes.
 * Transactions that touch a survey take both first and its invitations after them, so that none
 * waits for another in a circle, and answers see what was changed before them: `changes` tells an
 * answer that was waiting meanwhile to look anew. (The row's key stays free: an answer's foreign
 * key needs it.)
 */
export async function lockSurvey(tx: Database, surveyId: string) {
  const [survey] = await tx
    .select()
    .from(surveys)
    .where(eq(surveys.id, surveyId))
    .for("no key update");
  if (!survey) throw new Error(`no survey ${surveyId}`);
  await tx
    .update(surveyProgress)
    .set({ changes: sql`${surveyProgress.changes} + 1` })
    .where(eq(surveyProgress.surveyId, surveyId));
  return survey;
}
