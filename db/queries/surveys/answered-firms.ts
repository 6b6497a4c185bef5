import { and, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { firms, surveyProgress } from "#db/schema/index.ts";
import { hasAnswered } from "./spent.ts";

/** The firms of a survey that have answered, by id. What they answered is not looked at. */
export async function answeredFirms(db: Database, surveyId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: firms.id })
    .from(firms)
    .innerJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .where(and(eq(firms.surveyId, surveyId), hasAnswered));
  return new Set(rows.map(({ id }) => id));
}
