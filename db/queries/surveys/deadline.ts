import { eq } from "drizzle-orm";
import { wareki } from "#app/domain/japan/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";

/**
 * Extends the deadline of an open survey, says so in public with the reason, and records it.
 * "not-later" when the deadline is that day or later already (somebody else has extended it).
 */
export async function extendDeadline(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  { closesOn, reason }: { closesOn: string; reason: string },
): Promise<"extended" | "not-open" | "not-later"> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "open") return "not-open";
    if (survey.closesOn !== null && survey.closesOn >= closesOn) return "not-later";
    await tx.update(surveys).set({ closesOn }).where(eq(surveys.id, surveyId));
    await announce(tx, {
      audience: "public",
      title: `調査「${survey.title}」の締切日を延ばしました`,
      summary: `${wareki(closesOn)}まで回答できます。理由：${reason}`,
      subject: { kind: "survey", slug: survey.slug },
      isSample: survey.isSample,
    });
    await record(tx, viewer, "締切日の延長", survey.title, {
      from: survey.closesOn,
      to: closesOn,
      reason,
    });
    return "extended";
  });
}
