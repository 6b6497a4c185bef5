import { and, eq, isNull, sql } from "drizzle-orm";
import {
  byCode,
  type ResponseRate,
  type RosterFirm,
  responseRate,
  type Strata,
  stratumAxes,
} from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, surveyProgress } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { hasAnswered } from "./spent.ts";

/** Keeps a statement to a few megabytes. */
const firmsAtOnce = 10_000;

/**
 * Puts a roster in the place of the survey's roster, all or nothing; codes made for the roster
 * before die with it. "opened" when the survey has opened, and nothing was changed.
 */
export async function replaceRoster(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  roster: readonly RosterFirm[],
): Promise<"replaced" | "opened"> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "preparing") return "opened";
    await tx.delete(invitations).where(eq(invitations.surveyId, surveyId));
    await tx.delete(firms).where(eq(firms.surveyId, surveyId));
    for (let start = 0; start < roster.length; start += firmsAtOnce) {
      await insertFirms(tx, surveyId, roster.slice(start, start + firmsAtOnce), start);
    }
    await record(tx, viewer, "名簿の登録", survey.title, { firms: roster.length });
    return "replaced";
  });
}

/** One parameter for all firms: fifty thousand lines go in at once in seconds. */
async function insertFirms(
  tx: Database,
  surveyId: string,
  roster: readonly RosterFirm[],
  firstOrdinal: number,
): Promise<void> {
  const rows = roster.map(({ corporateNumber, postalCode, ...firm }, index) => ({
    ...firm,
    corporate_number: corporateNumber,
    postal_code: postalCode,
    ordinal: firstOrdinal + index,
  }));
  await tx.execute(sql`
    insert into ${firms}
      (survey_id, ordinal, number, name, corporate_number, postal_code, address,
       sector, size, region, grade, tier)
    select ${surveyId}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r
      (ordinal int, number text, name text, corporate_number text, postal_code text, address text,
       sector text, size text, region text, grade text, tier text)`);
}

/** How many firms a roster has, how many of them hold a code that counts, how many have answered. */
export interface RosterCounts {
  firms: number;
  withCode: number;
  answered: number;
}

/** Counts a survey's roster. For the secretariat: the public sees numbers in releases alone. */
export async function rosterCounts(db: Database, surveyId: string): Promise<RosterCounts> {
  const [row] = await db
    .select({
      firms: sql<number>`count(*)::int`,
      withCode: sql<number>`count(${invitations.id})::int`,
      answered: sql<number>`count(*) filter (where ${hasAnswered})::int`,
    })
    .from(firms)
    .leftJoin(invitations, and(eq(invitations.firmId, firms.id), isNull(invitations.revokedAt)))
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .where(eq(firms.surveyId, surveyId));
  return row ?? { firms: 0, withCode: 0, answered: 0 };
}

/**
 * The response rate (AAPOR RR1) as it stands, overall and by stratum: who has answered, never
 * what. Undefined for all but the secretariat.
 */
export async function currentResponseRate(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<ResponseRate | undefined> {
  return viewer.kind === "secretariat" ? responseRateNow(db, surveyId) : undefined;
}

/** The response rate as it stands. */
async function responseRateNow(db: Database, surveyId: string): Promise<ResponseRate> {
  return (await rosterNow(db, surveyId)).responseRate;
}

/** Firms of the roster that share the strata that their answers carry. */
export interface RosterStrata {
  strata: Strata;
  firms: number;
}

/**
 * What a release freezes of the roster: the response rate, and how many firms each combination of
 * the answers' strata has.
 */
export async function rosterNow(
  db: Database,
  surveyId: string,
): Promise<{ responseRate: ResponseRate; roster: RosterStrata[] }> {
  // Made anew, the bitmap is taken apart once and not for every firm.
  const rows = await db.execute<{
    strata: Strata;
    coarse: Strata | null;
    complete: boolean;
    returned: boolean;
    firms: number;
  }>(sql`
    with progress as materialized (
      select coalesce((select spent from survey_progress where survey_id = ${surveyId}), '')
        || ''::bytea as spent
    ), grouped as (
      select sector, size, region, grade, tier, coarse, bit_at(spent, ordinal) as complete,
        returned_on is not null as returned, count(*)::int as firms
      from firms, progress where survey_id = ${surveyId}
      group by 1, 2, 3, 4, 5, 6, 7, 8
    )
    select jsonb_build_object('sector', sector, 'size', size, 'region', region, 'grade', grade,
      'tier', tier) as strata, coarse, complete, returned, firms
    from grouped`);
  const rate = responseRate(
    rows.map(({ strata, complete, returned, firms: count }) => ({
      strata,
      disposition: complete ? "complete" : returned ? "returned" : "no-reply",
      firms: count,
    })),
  );
  return {
    responseRate: { ...rate, byStratum: rate.byStratum.map(inOrder) },
    roster: summed(rows.map(({ strata, coarse, firms }) => ({ strata: coarse ?? strata, firms }))),
  };
}

/** One row for each combination of strata, in a fixed order. */
function summed(rows: readonly RosterStrata[]): RosterStrata[] {
  const byKey = new Map<string, RosterStrata>();
  for (const { strata, firms } of rows) {
    const key = JSON.stringify(stratumAxes.map(({ axis }) => strata[axis]));
    byKey.set(key, { strata, firms: firms + (byKey.get(key)?.firms ?? 0) });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Rows in the order of the roster's codes, so that the same answers give the same bytes. */
function inOrder(table: ResponseRate["byStratum"][number]): ResponseRate["byStratum"][number] {
  const compare = byCode(table.axis);
  return { ...table, rows: [...table.rows].sort((a, b) => compare(a.stratum, b.stratum)) };
}
