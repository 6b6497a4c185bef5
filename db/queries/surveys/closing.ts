import { eq, sql } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import type { Database } from "#db/database.ts";
import { drafts, paperKeyings, type surveys } from "#db/schema/index.ts";

/**
 * Takes order, receipts and leftovers from an anonymous survey that has just closed: its answers
 * are written anew in random order (by random uuids from the system's cryptographic source) under
 * new identifiers and without receipt numbers; its drafts and paper keyings go.
 */
export async function forgetOrder(
  tx: Database,
  survey: Pick<typeof surveys.$inferSelect, "id">,
): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from responses where survey_id = ${survey.id}
      returning survey_id, edition, answers, strata
    )
    insert into responses (survey_id, edition, answers, strata)
    select survey_id, edition, answers, strata from gone order by gen_random_uuid()`);
  await tx.delete(drafts).where(eq(drafts.surveyId, survey.id));
  await tx.delete(paperKeyings).where(eq(paperKeyings.surveyId, survey.id));
}

/**
 * Writes the tables anew that held answers, drafts and keyings, so that no page of theirs still
 * holds rows in the order in which they came. Not possible within a transaction (samples are
 * loaded in one): nothing is done there. Best effort, with a warning in the log: a row that an
 * older transaction (a running dump, say) still sees is kept by PostgreSQL.
 */
export async function wipeDeadRows(db: Database): Promise<boolean> {
  if (db instanceof PgTransaction) return false;
  try {
    for (const table of ["responses", "drafts", "paper_keyings", "survey_progress"]) {
      await db.execute(sql.raw(`vacuum full ${table}`));
    }
    return true;
  } catch (error) {
    process.emitWarning(`The answers' tables could not be written anew: ${String(error)}`);
    return false;
  }
}
