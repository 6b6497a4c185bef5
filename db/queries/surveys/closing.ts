import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Answers } from "#app/domain/survey/index.ts";
import { mergeFurther } from "#app/domain/survey/participation/merge-further.ts";
import { type Database, isTransaction } from "#db/database.ts";
import {
  drafts,
  firms,
  invitations,
  paperKeyings,
  responses,
  surveyProgress,
  type surveys,
} from "#db/schema/index.ts";
import { byteaText, codingsOf } from "./codings.ts";
import { storeCoarse } from "./ready-for-answers.ts";

/**
 * Takes order, receipts and leftovers from an anonymous survey that has just closed: its answers
 * are written anew in random order (by random uuids from the system's cryptographic source) under
 * new identifiers and without receipt numbers; its drafts and paper keyings go. The strata are
 * merged on until each combination has the threshold among the firms that have answered: who has
 * answered is known, so a combination with one answer would name its firm. What dates a firm's
 * answer goes as well: when it was reminded, when its codes were made and revoked, and under which
 * edition an answer was given, but for what many were not asked yet (`codeAnew`).
 */
export async function forgetOrder(
  tx: Database,
  {
    id,
    threshold,
    edition,
    openedAt,
  }: Pick<typeof surveys.$inferSelect, "id" | "threshold" | "edition" | "openedAt">,
): Promise<void> {
  const given = await tx
    .select({ strata: responses.strata })
    .from(responses)
    .where(eq(responses.surveyId, id));
  const further = mergeFurther(
    given.map(({ strata }) => strata),
    threshold,
  );
  const merged = given.map(({ strata }) => ({ strata, merged: further(strata) }));
  await codeAnew(tx, { id, edition, threshold });
  await tx.execute(sql`
    with gone as (
      delete from responses where survey_id = ${id}
      returning id, survey_id, answers, strata, coded, edition
    ), merging as (
      select distinct strata, merged
      from jsonb_to_recordset(${JSON.stringify(merged)}::jsonb) as m(strata jsonb, merged jsonb)
    ), shuffled as (
      select gone.*, merged, row_number() over (order by gen_random_uuid()) - 1 as place
      from gone join merging using (strata)
    )
    insert into responses (survey_id, edition, answers, strata, coded, place)
    select survey_id, ${edition}::integer, answers, merged,
      coalesce(anew.coded, shuffled.coded), place
    from shuffled left join anew using (id)
    order by place`);
  const roster = await tx
    .select({ id: firms.id, coarse: firms.coarse })
    .from(firms)
    .where(and(eq(firms.surveyId, id), isNotNull(firms.coarse)));
  await storeCoarse(
    tx,
    roster.flatMap((firm) => (firm.coarse ? [{ id: firm.id, coarse: further(firm.coarse) }] : [])),
  );
  await tx.update(firms).set({ remindedOn: null }).where(eq(firms.surveyId, id));
  const day = openedAt ?? new Date();
  await tx
    .update(invitations)
    .set({
      issuedAt: day,
      revokedAt: sql`case when ${invitations.revokedAt} is null then null else ${day.toISOString()}::timestamptz end`,
    })
    .where(eq(invitations.surveyId, id));
  await tx.delete(drafts).where(eq(drafts.surveyId, id));
  await tx.delete(paperKeyings).where(eq(paperKeyings.surveyId, id));
}

/** Answers coded in one go: the server does not stand still for longer. */
const codedAtOnce = 2_000;

/**
 * Codes in the layout of the last edition what was given under an earlier one, into a table that is
 * gone with the transaction. A question that an earlier edition did not ask has not been shown
 * (非該当), which tells of an answer that it came before the correction. Where fewer answers than the
 * threshold were given under an edition, that could be known of their firms: they are coded as if
 * given under the last edition, so that they are among those who left the question out (無回答).
 */
async function codeAnew(
  tx: Database,
  { id, edition, threshold }: { id: string; edition: number; threshold: number },
): Promise<void> {
  await tx.execute(
    sql`create temp table if not exists anew (id uuid primary key, coded bytea) on commit drop`,
  );
  const codings = await codingsOf(tx, id, edition);
  if (!codings) throw new Error(`no edition ${edition} of ${id}`);
  const many = await tx.execute<{ edition: number }>(sql`
    select edition from responses where survey_id = ${id}
    group by edition having count(*) >= ${threshold}`);
  const told = new Set(many.map((row) => row.edition));
  const codingOf = (given: number) => codings.of(told.has(given) ? given : edition);
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await tx.execute<{ id: string; answers: Answers; given: number }>(sql`
      select id, answers, edition as given from responses
      where survey_id = ${id} and id > ${last} and (edition <> ${edition} or coded is null)
      order by id limit ${codedAtOnce}`);
    if (rows.length === 0) return;
    const coded = rows.map(({ id, answers, given }) => {
      return { id, coded: byteaText(codingOf(given).code(answers)) };
    });
    await tx.execute(sql`
      insert into anew select id, coded
      from jsonb_to_recordset(${JSON.stringify(coded)}::jsonb) as c(id uuid, coded bytea)`);
    last = rows.at(-1)?.id ?? "";
  }
}

const tables = [
  "responses",
  "drafts",
  "paper_keyings",
  "survey_progress",
  "firms",
  "invitations",
] as const;

/** The surveys that have closed and whose tables still have to be written anew. */
function wipesDue(db: Database): Promise<{ surveyId: string }[]> {
  return db
    .select({ surveyId: surveyProgress.surveyId })
    .from(surveyProgress)
    .where(eq(surveyProgress.wipeDue, true));
}

/**
 * Writes the tables anew that held answers, drafts and keyings, so that no page of theirs still
 * holds rows in the order in which they came. Not possible within a transaction (samples are
 * loaded in one): nothing is done there. Best effort, with a warning in the log: a row that an
 * older transaction (a running dump, say) still sees is kept by PostgreSQL. What a close has left
 * due stays due until it is done, also over a crash; without it nothing is done.
 */
export async function wipeDeadRows(db: Database): Promise<boolean> {
  if (isTransaction(db)) return false;
  try {
    const due = (await wipesDue(db)).map(({ surveyId }) => surveyId);
    if (due.length === 0) return true;
    for (const table of tables) await db.execute(sql.raw(`vacuum full ${table}`));
    await db
      .update(surveyProgress)
      .set({ wipeDue: false })
      .where(inArray(surveyProgress.surveyId, due));
    return true;
  } catch (error) {
    process.emitWarning(`The answers' tables could not be written anew: ${String(error)}`);
    return false;
  }
}
