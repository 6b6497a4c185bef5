import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { Admittance, Progress } from "./verdicts.ts";

type ProgressRow = Progress & { surveyId: string } & Record<string, unknown>;

const idsOf = (ids: readonly string[]) =>
  sql`any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`;

/** Takes the progress of the surveys that invitations belong to, in one order for everybody. */
export async function lockProgress(
  tx: Database,
  invitationIds: readonly string[],
): Promise<Map<string, Progress>> {
  const rows = await tx.execute<ProgressRow>(sql`
    select survey_id as "surveyId", spent, on_paper as "onPaper" from survey_progress
    where survey_id in (select survey_id from invitations where id = ${idsOf(invitationIds)})
    order by survey_id for no key update`);
  return new Map(rows.map((row) => [row.surveyId, row]));
}

type AdmittanceRow = Admittance & { today: string; live: boolean } & Record<string, unknown>;

/**
 * The live invitations among those named, with the firm's bit and strata and the survey; and the
 * day in Japan. (Revoked ones are left out here: PostgreSQL would take the index of all live
 * invitations for a small one and read through it.)
 */
export async function admittancesOf(
  tx: Database,
  invitationIds: readonly string[],
): Promise<{ admittances: Map<string, Admittance>; today: string }> {
  const rows = await tx.execute<AdmittanceRow>(sql`
    select i.id as "invitationId", i.revoked_at is null as live, f.id as "firmId", f.ordinal,
      case when s.mode = 'anonymous' and f.coarse is not null then f.coarse else jsonb_build_object(
        'sector', f.sector, 'size', f.size, 'region', f.region, 'grade', f.grade, 'tier', f.tier)
      end as strata,
      s.id as "surveyId", s.state, s.closes_on::text as "closesOn", s.mode, s.edition,
      (now() at time zone 'Asia/Tokyo')::date::text as today
    from invitations i join firms f on f.id = i.firm_id join surveys s on s.id = i.survey_id
    where i.id = ${idsOf(invitationIds)}`);
  const live = rows.filter((row) => row.live);
  return {
    admittances: new Map(live.map((row) => [row.invitationId, row])),
    today: rows[0]?.today ?? "",
  };
}
