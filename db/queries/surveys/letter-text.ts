import { eq } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";

/** Changes the secretariat's words in the letters to come, and whom to ask; until the close. */
export async function changeLetterText(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  words: { letterText: string; contact: string },
): Promise<"changed" | "closed"> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state === "closed") return "closed";
    await tx.update(surveys).set(words).where(eq(surveys.id, surveyId));
    await record(tx, viewer, "依頼文の変更", survey.title, {});
    return "changed";
  });
}
