import { and, desc, eq, sql } from "drizzle-orm";
import type { PublishedCrossing, PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";
import { type ReleaseHead, releaseHeadColumns } from "./release-heads.ts";
import { listSurveys, type SurveySummary } from "./surveys.ts";

/** A release (集計版) without its crossings. */
export interface Release extends ReleaseHead {
  published: PublishedRelease;
}

/** Tables of one variable by another, by "q5|q7": rows, then columns. */
export type Crossings = Record<string, PublishedCrossing>;

const releaseColumns = { ...releaseHeadColumns, published: releases.published };

/** The releases of a survey, the newest first. Everybody may see them. */
export async function listReleases(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
): Promise<ReleaseHead[]> {
  return db
    .select(releaseHeadColumns)
    .from(releases)
    .where(eq(releases.surveyId, surveyId))
    .orderBy(desc(releases.number));
}

const numbered = (surveyId: string, number: number) =>
  and(eq(releases.surveyId, surveyId), eq(releases.number, number));

/** One release of a survey by its number. */
export async function findRelease(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
  number: number,
): Promise<Release | undefined> {
  const [row] = await db.select(releaseColumns).from(releases).where(numbered(surveyId, number));
  return row;
}

/** A release with all its crossings: for files. */
export async function releaseWithCrossings(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
  number: number,
): Promise<(Release & { crossings: Crossings }) | undefined> {
  const [row] = await db
    .select({ ...releaseColumns, crossings: releases.crossings })
    .from(releases)
    .where(numbered(surveyId, number));
  return row;
}

/** The table of one variable by another; undefined where the release has none in this direction. */
export async function findCrossing(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
  number: number,
  { rows, columns }: { rows: string; columns: string },
): Promise<PublishedCrossing | undefined> {
  const key = `${rows}|${columns}`;
  const [row] = await db
    .select({ crossing: sql<string | null>`(${releases.crossings} -> ${key}::text)::text` })
    .from(releases)
    .where(numbered(surveyId, number));
  return row?.crossing ? JSON.parse(row.crossing) : undefined;
}

/** The newest release of a survey; undefined while nothing is released. */
export async function newestRelease(
  db: Database,
  _viewer: Viewer,
  surveyId: string,
): Promise<Release | undefined> {
  const [row] = await db
    .select(releaseColumns)
    .from(releases)
    .where(eq(releases.surveyId, surveyId))
    .orderBy(desc(releases.number))
    .limit(1);
  return row;
}

/** A released survey in the words that an interim draft's history needs. */
export interface SurveyFacts {
  survey: Omit<SurveySummary, "newestRelease">;
  release: ReleaseHead;
}

/** Every released survey with its newest release, in the order of their opening. */
export async function surveyFacts(db: Database, viewer: Viewer): Promise<SurveyFacts[]> {
  const found = await listSurveys(db, viewer);
  return found
    .flatMap(({ newestRelease: release, ...survey }) => (release ? [{ survey, release }] : []))
    .reverse();
}
