import { and, desc, eq, ne } from "drizzle-orm";
import type { Questionnaire, SurveyState } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveyEditions, surveyProgress, surveys } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { newestReleaseHeads, type ReleaseHead } from "./release-heads.ts";

/** Whether answers can be told apart by firm (記名) or not (無記名). */
export type SurveyMode = "anonymous" | "named";

/** A survey as lists name it. `closesOn` is the deadline as printed in the letter, "YYYY-MM-DD". */
export interface SurveySummary {
  id: string;
  slug: string;
  title: string;
  state: SurveyState;
  mode: SurveyMode;
  /** The least number of firms in a combination of strata (anonymous surveys). */
  threshold: number;
  opensOn: string | null;
  remindsOn: string | null;
  closesOn: string | null;
  /** Whom to ask: the section's name and telephone number. */
  contact: string;
  /** The number of the current edition of the questionnaire, from 1. */
  edition: number;
  isSample: boolean;
  /** Whether its answers were made by a computer. */
  isSimulated: boolean;
  openedAt: Date | null;
  closedAt: Date | null;
  newestRelease: ReleaseHead | undefined;
}

/** A survey with what it asks, and the secretariat's words in its letter. */
export interface Survey extends SurveySummary {
  questionnaire: Questionnaire;
  letterText: string;
}

const summaryColumns = {
  id: surveys.id,
  slug: surveys.slug,
  title: surveys.title,
  state: surveys.state,
  mode: surveys.mode,
  threshold: surveys.threshold,
  opensOn: surveys.opensOn,
  remindsOn: surveys.remindsOn,
  closesOn: surveys.closesOn,
  contact: surveys.contact,
  edition: surveys.edition,
  isSample: surveys.isSample,
  isSimulated: surveys.isSimulated,
  openedAt: surveys.openedAt,
  closedAt: surveys.closedAt,
};

/** While a survey is prepared it is the secretariat's alone. */
const visibleTo = (viewer: Viewer) =>
  viewer.kind === "secretariat" ? undefined : ne(surveys.state, "preparing");

/** The surveys a viewer may see, the newest first. */
export async function listSurveys(db: Database, viewer: Viewer): Promise<SurveySummary[]> {
  const [rows, newest] = await Promise.all([
    db
      .select(summaryColumns)
      .from(surveys)
      .where(visibleTo(viewer))
      .orderBy(desc(surveys.openedAt), desc(surveys.createdAt), desc(surveys.slug)),
    newestReleaseHeads(db),
  ]);
  return rows.map((row) => ({ ...row, newestRelease: newest.get(row.id) }));
}

/** A survey by its slug; undefined when there is none that the viewer may see. */
export async function findSurvey(
  db: Database,
  viewer: Viewer,
  slug: string,
): Promise<Survey | undefined> {
  const [row] = await db
    .select({
      ...summaryColumns,
      questionnaire: surveys.questionnaire,
      letterText: surveys.letterText,
    })
    .from(surveys)
    .where(and(eq(surveys.slug, slug), visibleTo(viewer)));
  if (!row) return undefined;
  const newest = await newestReleaseHeads(db, row.id);
  return { ...row, newestRelease: newest.get(row.id) };
}

/** What the secretariat enters of a survey. */
export interface SurveyEntry {
  title: string;
  closesOn: string;
  questionnaire: Questionnaire;
  /** The definition exactly as given; the questionnaire as JSON where there is none. */
  source?: string;
  mode?: SurveyMode;
  threshold?: number;
  opensOn?: string | null;
  remindsOn?: string | null;
  contact?: string;
  letterText?: string;
}

/** Registers a survey, in preparation, and returns its id; undefined when its slug is taken. */
export async function createSurvey(
  db: Database,
  viewer: Viewer,
  { source, ...entry }: SurveyEntry & { slug: string; isSample?: boolean; isSimulated?: boolean },
): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
    const [row] = await tx
      .insert(surveys)
      .values({ ...entry, createdBy })
      .onConflictDoNothing({ target: surveys.slug })
      .returning({ id: surveys.id });
    if (!row) return undefined;
    const none = new Uint8Array();
    await tx.insert(surveyProgress).values({ surveyId: row.id, spent: none, onPaper: none });
    await storeFirstEdition(tx, viewer, row.id, entry.questionnaire, source);
    await record(tx, viewer, "調査票の登録", entry.title, { slug: entry.slug });
    return row.id;
  });
}

/** Changes a survey in preparation; "opened" when it is too late and nothing was changed. */
export async function changeSurvey(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  { source, ...entry }: SurveyEntry,
): Promise<"changed" | "opened"> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(surveys)
      .set(entry)
      .where(and(eq(surveys.id, surveyId), eq(surveys.state, "preparing")))
      .returning({ slug: surveys.slug });
    if (!row) return "opened";
    await storeFirstEdition(tx, viewer, surveyId, entry.questionnaire, source);
    await record(tx, viewer, "調査票の登録", entry.title, { slug: row.slug });
    return "changed";
  });
}

/** Edition 1 is what is registered, until the survey opens. */
async function storeFirstEdition(
  tx: Database,
  viewer: Viewer,
  surveyId: string,
  questionnaire: Questionnaire,
  source = JSON.stringify(questionnaire, null, 2),
): Promise<void> {
  const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
  const edition = { source, questionnaire, createdBy };
  await tx
    .insert(surveyEditions)
    .values({ surveyId, number: 1, ...edition })
    .onConflictDoUpdate({
      target: [surveyEditions.surveyId, surveyEditions.number],
      set: edition,
    });
}
