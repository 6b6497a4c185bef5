import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";

/**
 * Takes a survey's row for a change. Transactions that touch a survey lock it first and its
 * invitations after it, so that none waits for another in a circle.
 */
export async function lockSurvey(tx: Database, surveyId: string) {
  const [survey] = await tx.select().from(surveys).where(eq(surveys.id, surveyId)).for("update");
  if (!survey) throw new Error(`no survey ${surveyId}`);
  return survey;
}
