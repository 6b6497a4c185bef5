import { and, desc, eq, ne } from "drizzle-orm";
import type { Questionnaire, SurveyMode, SurveyState } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveys } from "#db/schema/index.ts";
import { newestReleaseHeads, type ReleaseHead } from "./release-heads.ts";

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
