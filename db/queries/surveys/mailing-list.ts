import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { LetterKind, StratumFilter } from "#app/domain/survey/letters/index.ts";
import type { Strata } from "#app/domain/survey/strata/strata.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { accounts, firms, invitations, mailings, surveyProgress } from "#db/schema/index.ts";
import { hasAnswered } from "./spent.ts";

/** Letters that were made in one go. */
export interface Mailing {
  id: string;
  kind: LetterKind;
  firms: number;
  filter: StratumFilter;
  createdAt: Date;
  /** Who made them; null for samples. */
  createdBy: string | null;
}

/** A survey's mailings, the newest first. */
export function listMailings(db: Database, viewer: Viewer, surveyId: string): Promise<Mailing[]> {
  return mailingsWhere(db, viewer, eq(mailings.surveyId, surveyId));
}

/** A mailing by its id, which is also that of the job that made it. */
export async function findMailing(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  id: string,
): Promise<Mailing | undefined> {
  const condition = and(eq(mailings.surveyId, surveyId), eq(mailings.id, id));
  const [mailing] = await mailingsWhere(db, viewer, condition);
  return mailing;
}

async function mailingsWhere(
  db: Database,
  viewer: Viewer,
  condition: SQL | undefined,
): Promise<Mailing[]> {
  if (viewer.kind !== "secretariat") return [];
  const { id, kind, filter, createdAt } = mailings;
  return db
    .select({ id, kind, firms: mailings.firms, filter, createdAt, createdBy: accounts.name })
    .from(mailings)
    .leftJoin(accounts, eq(accounts.id, mailings.createdBy))
    .where(condition)
    .orderBy(desc(mailings.createdAt));
}

/** How many firms of one combination of strata could get which letter. */
export interface LetterCounts extends Strata {
  /** No code yet, and not answered. */
  withoutCode: number;
  /** A code, no answer, and no letter that came back. */
  unanswered: number;
}

/** The firms that letters can go to, by combination of strata. */
export async function letterCounts(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<LetterCounts[]> {
  if (viewer.kind !== "secretariat") return [];
  const { sector, size, region, grade, tier } = firms;
  const reachable = sql`not ${hasAnswered} and ${isNull(firms.returnedOn)}`;
  const those = (condition: SQL) =>
    sql<number>`(count(*) filter (where ${reachable} and ${condition}))::int`;
  return db
    .select({
      sector,
      size,
      region,
      grade,
      tier,
      withoutCode: those(isNull(invitations.id)),
      unanswered: those(isNotNull(invitations.id)),
    })
    .from(firms)
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .leftJoin(invitations, and(eq(invitations.firmId, firms.id), isNull(invitations.revokedAt)))
    .where(eq(firms.surveyId, surveyId))
    .groupBy(sector, size, region, grade, tier)
    .orderBy(sector, size, region, grade, tier, count());
}
