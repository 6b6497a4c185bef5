import { sql } from "drizzle-orm";
import { type Database, runPrepared } from "#db/database.ts";
import { byteaText, codingOf } from "./codings.ts";
import type { Submission } from "./reception.ts";

/**
 * Stores those of a batch of answers that nothing stands against, and spends their codes: one
 * statement, so one way to the database, and both or neither. Gives their places in the batch.
 * Whatever it leaves out (a code that is spent, revoked or unknown, a survey that is not open or not
 * named, an edition that was corrected) `judge` has to say something about.
 *
 * What is read here was so when the statement began. If it then has to wait for the row of the
 * survey's progress, PostgreSQL looks at that row anew: bits that were set meanwhile by others are
 * kept, and where one of ours was, or the survey was taken for a change (`changes`), nothing of
 * that survey is stored.
 */
export async function storeAdmitted(
  db: Database,
  batch: readonly Submission[],
): Promise<Set<number>> {
  const sent = await rowsOf(db, batch);
  if (sent.length === 0) return new Set();
  const rows = await runPrepared<{ place: number }>(
    db,
    sql`
    with sent as (
      select * from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as sent(
        place integer, invitation_id uuid, survey_id uuid, edition integer, receipt_number text,
        answers jsonb, coded bytea, channel answer_channel
      )
    ), admitted as (
      select distinct on (f.id) sent.*, f.id as firm_id, f.ordinal, s.mode, p.changes,
        (now() at time zone 'Asia/Tokyo')::date::text as today,
        case when s.mode = 'anonymous' and f.coarse is not null then f.coarse else
          jsonb_build_object('sector', f.sector, 'size', f.size, 'region', f.region,
            'grade', f.grade, 'tier', f.tier)
        end as strata
      from sent
        join invitations i on i.id = sent.invitation_id and i.revoked_at is null
        join firms f on f.id = i.firm_id
        join surveys s on s.id = i.survey_id and s.id = sent.survey_id
        join survey_progress p on p.survey_id = s.id
      where s.state = 'open' and s.edition = sent.edition
        and (sent.channel = 'paper' or s.closes_on is null
          or s.closes_on >= (now() at time zone 'Asia/Tokyo')::date)
        and not has_any_bit(p.spent, array[f.ordinal])
      order by f.id, place
    ), ours as (
      select survey_id, changes, today, array_agg(ordinal) as ordinals, count(*)::integer as answers,
        coalesce(array_agg(ordinal) filter (where channel = 'paper'), '{}') as on_paper
      from admitted group by survey_id, changes, today order by survey_id
    ), answered as (
      update survey_progress p
      set spent = with_bits(p.spent, ours.ordinals),
        on_paper = with_bits(p.on_paper, ours.on_paper),
        days = p.days || jsonb_build_object(ours.today,
          coalesce((p.days->>ours.today)::integer, 0) + ours.answers)
      from ours
      where p.survey_id = ours.survey_id and p.changes = ours.changes
        and not has_any_bit(p.spent, ours.ordinals)
      returning p.survey_id, bit_count(p.spent) - ours.answers as answers_before
    ), stored as (
      select admitted.*, answers_before from admitted join answered using (survey_id)
    ), gone as (
      delete from drafts where invitation_id in (select invitation_id from stored)
    ), inserted as (
      insert into responses
        (survey_id, edition, receipt_number, answers, strata, coded,
        firm_id, channel, answered_at, place)
      select survey_id, edition, receipt_number, answers, strata, coded,
        -- An anonymous answer carries neither firm nor way nor time, nor its place in any order.
        case mode when 'named' then firm_id end, case mode when 'named' then channel end,
        case mode when 'named' then now() end,
        case mode when 'named'
          then answers_before + row_number() over (partition by survey_id order by place) - 1 end
      from stored
    )
    select place from stored`,
  );
  return new Set(rows.map(({ place }) => place));
}

/** What the statement reads of a batch. */
async function rowsOf(db: Database, batch: readonly Submission[]) {
  const rows = [];
  for (const [place, submission] of batch.entries()) {
    const { surveyId, invitationId, edition, answers, receiptNumber, channel = "web" } = submission;
    const coding = surveyId === undefined ? undefined : await codingOf(db, surveyId, edition);
    if (!coding) continue;
    rows.push({
      place,
      invitation_id: invitationId,
      survey_id: surveyId,
      edition,
      receipt_number: receiptNumber,
      answers,
      coded: byteaText(coding.code(answers)),
      channel,
    });
  }
  return rows;
}
