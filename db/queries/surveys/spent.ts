import { eq, type SQL, sql } from "drizzle-orm";
import { hasBit } from "#app/domain/survey/participation/bitmap.ts";
import type { Database } from "#db/database.ts";
import { firms, surveyProgress } from "#db/schema/index.ts";

/**
 * Whether a firm has answered, for a query that joins `firms` and `survey_progress` of its survey:
 * a boolean, false where there is no progress yet.
 */
export const hasAnswered: SQL<boolean> = sql`coalesce(bit_at(${surveyProgress.spent}, ${firms.ordinal}), false)`;

/** Who of a survey's firms has answered: ordinal → boolean. For rates, reminders and re-issues. */
export async function spentOf(
  db: Database,
  surveyId: string,
): Promise<(ordinal: number) => boolean> {
  const [row] = await db
    .select({ spent: surveyProgress.spent })
    .from(surveyProgress)
    .where(eq(surveyProgress.surveyId, surveyId));
  const spent = row?.spent ?? new Uint8Array();
  return (ordinal) => hasBit(spent, ordinal);
}
