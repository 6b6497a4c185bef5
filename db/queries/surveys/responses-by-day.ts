import { eq } from "drizzle-orm";
import { civilDate } from "#app/domain/japan/index.ts";
import {
  type DayOfResponses,
  responsesByDay,
} from "#app/domain/survey/tabulation/responses-by-day.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveyProgress, surveys } from "#db/schema/index.ts";

/**
 * How many answers came on each day of a survey, from its opening until now or its close. Undefined
 * for all but the secretariat, and before the opening. `eligible` is RR1's denominator.
 */
export async function currentResponsesByDay(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  eligible: number,
  now: Date = new Date(),
): Promise<DayOfResponses[] | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const [row] = await db
    .select({
      openedAt: surveys.openedAt,
      closedAt: surveys.closedAt,
      days: surveyProgress.days,
    })
    .from(surveys)
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, surveys.id))
    .where(eq(surveys.id, surveyId));
  if (!row?.openedAt) return undefined;
  const [from, to] = [civilDate(row.openedAt), civilDate(row.closedAt ?? now)];
  return responsesByDay(row.days ?? {}, { from, to, eligible });
}
