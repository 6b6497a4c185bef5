import { type SQL, sql } from "drizzle-orm";
import type { Coding } from "#app/domain/survey/counting/coding.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { countBits, withBits } from "#app/domain/survey/participation/bitmap.ts";
import type { Statements } from "#db/database.ts";
import { admittancesOf, type LockedProgress, lockProgress } from "./admittances.ts";
import { byteaText, codingOf } from "./codings.ts";
import type { Reception, Submission } from "./reception.ts";
import { type Admittance, type Judged, judge } from "./verdicts.ts";

type Stored = Judged & { store: Admittance };

/**
 * Stores a batch of answers and spends their codes, within a transaction. The rows of the surveys'
 * progress are locked first; whatever else changes a survey takes them too, so all that is read
 * afterwards holds until the commit, also against other processes.
 */
export async function storeAnswers(
  statements: Statements,
  batch: readonly Submission[],
): Promise<Reception[]> {
  const ids = [...new Set(batch.map(({ invitationId }) => invitationId))];
  // Sent one after the other without waiting; what the second sees is as the first has locked it.
  const [progress, { admittances, today }] = await Promise.all([
    lockProgress(statements, ids),
    admittancesOf(statements, ids),
  ]);
  const judged = judge(batch, admittances, progress, today);
  const stored = judged.flatMap((each): Stored[] =>
    each.store ? [{ ...each, store: each.store }] : [],
  );
  const read = (query: SQL) => statements.read<{ questionnaire: Questionnaire }>(query);
  const surveys = new Set(stored.map(({ store }) => store.surveyId));
  for (const surveyId of surveys) {
    const before = progress.get(surveyId);
    if (!before) throw new Error(`a survey without progress: ${surveyId}`);
    const ours = stored.filter(({ store }) => store.surveyId === surveyId);
    // An answer is stored under the current edition alone.
    const coding = await codingOf(read, surveyId, ours[0]?.store.edition ?? 1);
    write(statements, before, ours, coding, today);
  }
  noteDoubles(statements, judged);
  return judged.map(({ reception }) => reception);
}

/** All that answering one survey writes, in one statement: few ways to the database. */
function write(
  statements: Statements,
  before: LockedProgress,
  stored: readonly Stored[],
  coding: Coding,
  today: string,
): void {
  const ordinals = stored.map(({ store }) => store.ordinal);
  const onPaper = stored.filter(({ submission }) => submission.channel === "paper");
  const paper = withBits(
    before.onPaper,
    onPaper.map(({ store }) => store.ordinal),
  );
  const place = countBits(before.spent);
  const rows = stored.map((each, index) => rowOf(each, coding, place + index));
  const days = { ...before.days, [today]: (before.days[today] ?? 0) + stored.length };
  statements.write(sql`
    with answered as (
      update survey_progress
      set spent = ${withBits(before.spent, ordinals)}, on_paper = ${paper},
        days = ${JSON.stringify(days)}::jsonb
      where survey_id = ${before.surveyId}
    ), sent as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent(
        invitation_id uuid, edition integer, receipt_number text, answers jsonb, strata jsonb,
        coded bytea, place integer, firm_id uuid, channel answer_channel
      )
    ), gone as (
      delete from drafts where invitation_id = any (select invitation_id from sent)
    )
    insert into responses
      (survey_id, edition, receipt_number, answers, strata, coded, place, firm_id, channel,
       answered_at)
    select ${before.surveyId}::uuid, edition, receipt_number, answers, strata, coded, place,
      firm_id, channel, case when firm_id is not null then now() end
    from sent`);
}

/** An anonymous answer carries neither firm nor time nor way, nor its place in any order. */
function rowOf({ submission, store }: Stored, coding: Coding, place: number) {
  const { invitationId, edition, answers, receiptNumber, channel = "web" } = submission;
  const named = store.mode === "named" ? { firm_id: store.firmId, channel, place } : {};
  return {
    invitation_id: invitationId,
    edition,
    receipt_number: receiptNumber,
    answers,
    strata: store.strata,
    coded: byteaText(coding.code(answers)),
    ...named,
  };
}

function noteDoubles(statements: Statements, judged: readonly Judged[]): void {
  for (const { submission, double } of judged) {
    if (!double) continue;
    const { channel = "web", notedBy = null } = submission;
    statements.write(sql`
      insert into double_answers (firm_id, channel, survey_id, noted_by)
      values (${double.firmId}, ${channel}, ${double.surveyId}, ${notedBy})
      on conflict do nothing`);
  }
}
