import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { byCode, type Strata, type StratumAxis, stratumAxes } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, surveyProgress } from "#db/schema/index.ts";
import { hasAnswered } from "./spent.ts";

/** What the list of the roster may be narrowed to by a firm's state. */
export const firmStates = ["no-code", "returned", "answered", "unanswered"] as const;
export type FirmState = (typeof firmStates)[number];

/** How the list of the roster is narrowed. */
export interface RosterFilter {
  /** Part of the number, 法人番号, name or address; widths of letters do not count. */
  search: string;
  state: FirmState | undefined;
  strata: Partial<Strata>;
}

/** A firm of the roster with what is known of its letter. It never leads to an answer. */
export interface RosterEntry extends Strata {
  id: string;
  number: string;
  name: string;
  corporateNumber: string | null;
  postalCode: string;
  address: string;
  hasCode: boolean;
  /** Whether its code is spent: for reminders. */
  answered: boolean;
  returnedOn: string | null;
  returnedReason: string | null;
}

export const firmsOnPage = 50;

/**
 * A page of a survey's roster, in the roster's order, and how many firms are found (0 beyond the
 * last page). Nothing for all but the secretariat.
 */
export async function rosterPage(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  filter: RosterFilter,
  page: number,
): Promise<{ firms: RosterEntry[]; total: number }> {
  if (viewer.kind !== "secretariat") return { firms: [], total: 0 };
  const where = and(eq(firms.surveyId, surveyId), ...conditionsOf(filter));
  const { id, number, name, corporateNumber, postalCode, address } = firms;
  const { sector, size, region, grade, tier, returnedOn, returnedReason } = firms;
  const rows = await db
    .select({
      entry: {
        ...{ id, number, name, corporateNumber, postalCode, address },
        ...{ sector, size, region, grade, tier, returnedOn, returnedReason },
        hasCode: sql<boolean>`${invitations.id} is not null`,
        answered: hasAnswered,
      },
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(firms)
    .leftJoin(invitations, and(eq(invitations.firmId, firms.id), isNull(invitations.revokedAt)))
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .where(where)
    .orderBy(asc(firms.ordinal))
    .limit(firmsOnPage)
    .offset((page - 1) * firmsOnPage);
  return { firms: rows.map(({ entry }) => entry), total: rows[0]?.total ?? 0 };
}

function conditionsOf({ search, state, strata }: RosterFilter): SQL[] {
  const conditions: SQL[] = [];
  const words = search.normalize("NFKC").trim();
  if (words !== "") {
    const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
    const { number, corporateNumber, name, address } = firms;
    const found = or(
      ...[number, corporateNumber, name, address].map(
        (column) => sql`normalize(${column}, nfkc) ilike ${pattern}`,
      ),
    );
    if (found) conditions.push(found);
  }
  for (const { axis } of stratumAxes) {
    const value = strata[axis];
    if (value !== undefined) conditions.push(eq(firms[axis], value));
  }
  if (state !== undefined) conditions.push(stateConditions[state]);
  return conditions;
}

const stateConditions: Record<FirmState, SQL> = {
  "no-code": sql`${invitations.id} is null`,
  returned: sql`${firms.returnedOn} is not null`,
  answered: sql`${hasAnswered}`,
  unanswered: sql`not ${hasAnswered}`,
};

/** The values of each stratum in a survey's roster with their firms, codes in their order. */
export async function rosterStrata(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<{ axis: StratumAxis; label: string; values: { value: string; firms: number }[] }[]> {
  if (viewer.kind !== "secretariat") return [];
  return Promise.all(
    stratumAxes.map(async ({ axis, label }) => {
      const column = firms[axis];
      const rows = await db
        .select({ value: column, firms: sql<number>`count(*)::int` })
        .from(firms)
        .where(eq(firms.surveyId, surveyId))
        .groupBy(column);
      const compare = byCode(axis);
      return { axis, label, values: rows.sort((a, b) => compare(a.value, b.value)) };
    }),
  );
}
