import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { compareEditions, type EditionEffects } from "#app/domain/survey/editions/index.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveyEditions, surveys } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { findSurvey } from "./surveys.ts";

/** An edition as lists name it. */
export interface EditionHead {
  number: number;
  reason: string;
  createdAt: Date;
}

/** The editions of a survey that the viewer may see, the first first. */
export async function listEditions(
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<EditionHead[]> {
  const survey = await findSurvey(db, viewer, slug);
  if (!survey) return [];
  const { number, reason, createdAt } = surveyEditions;
  return db
    .select({ number, reason, createdAt })
    .from(surveyEditions)
    .where(eq(surveyEditions.surveyId, survey.id))
    .orderBy(asc(number));
}

/** The current edition's definition exactly as it was given. */
export async function currentSource(
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<string | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const [row] = await db
    .select({ source: surveyEditions.source })
    .from(surveyEditions)
    .innerJoin(surveys, eq(surveys.id, surveyEditions.surveyId))
    .where(and(eq(surveys.slug, slug), eq(surveyEditions.number, surveys.edition)));
  return row?.source;
}

export interface NewEdition {
  surveyId: string;
  /** The edition that the effects were told of. */
  follows: number;
  questionnaire: Questionnaire;
  /** The definition exactly as given. */
  source: string;
  reason: string;
}

export type EditionStored =
  | { stored: true; number: number }
  | { stored: false; why: "not-open" | "changed-meanwhile" | "unchanged" }
  | { stored: false; why: "refused"; effects: EditionEffects };

/**
 * Puts a corrected questionnaire in the place of the current one of an open survey. Answers given
 * and drafts stay as they are; what the change does to them is stored with the edition. What may
 * not be changed while the survey is open is refused, whatever the page has shown.
 */
export async function newEdition(
  db: Database,
  viewer: Viewer,
  { surveyId, follows, questionnaire, source, reason }: NewEdition,
): Promise<EditionStored> {
  return db.transaction(async (tx): Promise<EditionStored> => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "open") return { stored: false, why: "not-open" };
    if (survey.edition !== follows) return { stored: false, why: "changed-meanwhile" };
    const effects = compareEditions(survey.questionnaire, questionnaire);
    if (effects.refused) return { stored: false, why: "refused", effects };
    if (await isUnchanged(tx, surveyId, questionnaire)) return { stored: false, why: "unchanged" };
    const number = survey.edition + 1;
    const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
    await tx
      .insert(surveyEditions)
      .values({ surveyId, number, source, questionnaire, reason, effects, createdBy });
    await tx
      .update(surveys)
      .set({ questionnaire, edition: number })
      .where(eq(surveys.id, surveyId));
    await announce(tx, {
      audience: "public",
      title: `調査「${survey.title}」の調査票を直しました（第${number}版）`,
      summary: reason,
      subject: { kind: "survey", slug: survey.slug },
      isSample: survey.isSample,
    });
    await record(tx, viewer, "調査票の訂正", survey.title, { slug: survey.slug, edition: number });
    return { stored: true, number };
  });
}

/** Whether the database would take the definition for the one it has. */
async function isUnchanged(
  tx: Database,
  surveyId: string,
  questionnaire: Questionnaire,
): Promise<boolean> {
  const definition = JSON.stringify(questionnaire.definition);
  const [row] = await tx
    .select({ same: sql<boolean>`${surveys.questionnaire} -> 'definition' = ${definition}::jsonb` })
    .from(surveys)
    .where(eq(surveys.id, surveyId));
  return row?.same === true;
}

/** Questionnaires of the editions before the current one, the newest first: for the tables. */
export async function earlierQuestionnaires(
  db: Database,
  surveyId: string,
): Promise<Questionnaire[]> {
  const rows = await db
    .select({ questionnaire: surveyEditions.questionnaire })
    .from(surveyEditions)
    .innerJoin(surveys, eq(surveys.id, surveyEditions.surveyId))
    .where(and(eq(surveyEditions.surveyId, surveyId), lt(surveyEditions.number, surveys.edition)))
    .orderBy(desc(surveyEditions.number));
  return rows.map(({ questionnaire }) => questionnaire);
}
