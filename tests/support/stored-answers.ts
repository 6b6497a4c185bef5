import { eq } from "drizzle-orm";
import type { Answers } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { responses } from "#db/schema/index.ts";

/** The answers to a survey as they stand in the table, in no order. */
export async function storedAnswers(db: Database, surveyId: string): Promise<Answers[]> {
  const rows = await db
    .select({ answers: responses.answers })
    .from(responses)
    .where(eq(responses.surveyId, surveyId));
  return rows.map(({ answers }) => answers);
}
