import { eq, sql } from "drizzle-orm";
import { wareki } from "#app/domain/japan/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { forgetOrder, wipeDeadRows } from "./closing.ts";
import { lockSurvey } from "./lock.ts";
import { readyForAnswers } from "./ready-for-answers.ts";
import { rosterCounts } from "./roster.ts";

/** What came of opening a survey: why it could not be opened, or that it is open. */
export type Opening = "opened" | "already" | "no-deadline" | "no-roster" | "no-codes";

/**
 * Opens a survey: from now on firms can answer, its questionnaire and roster are fixed, and it
 * stands on the public list. Every firm needs a code first. `at` is for samples only.
 */
export async function openSurvey(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  at?: Date,
): Promise<Opening> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "preparing") return "already";
    if (survey.closesOn === null) return "no-deadline";
    const { firms, withCode } = await rosterCounts(tx, surveyId);
    if (firms === 0) return "no-roster";
    if (withCode < firms) return "no-codes";
    await readyForAnswers(tx, survey);
    await tx
      .update(surveys)
      .set({ state: "open", openedAt: at ?? sql`now()` })
      .where(eq(surveys.id, surveyId));
    await announce(tx, {
      audience: "public",
      title: `調査「${survey.title}」を始めました`,
      summary: `依頼文を受け取った事業者は、${wareki(survey.closesOn)}までに回答してください。`,
      subject: { kind: "survey", slug: survey.slug },
      isSample: survey.isSample,
      ...(at ? { at } : {}),
    });
    await record(tx, viewer, "調査の開始", survey.title, { firms });
    return "opened";
  });
}

/**
 * Closes an open survey: no answer is taken any more, and the answers can be tabulated. Those of
 * an anonymous survey lose their order and their receipt numbers with it.
 */
export async function closeSurvey(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  at?: Date,
): Promise<"closed" | "already" | "not-open"> {
  const outcome = await db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state === "closed") return "already";
    if (survey.state === "preparing") return "not-open";
    await tx
      .update(surveys)
      .set({ state: "closed", closedAt: at ?? sql`now()` })
      .where(eq(surveys.id, surveyId));
    if (survey.mode === "anonymous") await forgetOrder(tx, survey);
    await record(tx, viewer, "調査の締切り", survey.title);
    return "closed";
  });
  if (outcome === "closed") await wipeDeadRows(db);
  return outcome;
}
