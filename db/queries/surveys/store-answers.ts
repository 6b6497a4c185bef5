import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { admittancesOf, lockProgress } from "./admittances.ts";
import type { Reception, Submission } from "./reception.ts";
import { storeAdmitted } from "./store-admitted.ts";
import { type Judged, judge } from "./verdicts.ts";

/**
 * Stores a batch of answers and spends their codes, within a transaction, and says of each what
 * became of it. The rows of the surveys' progress are locked first; whatever else changes a survey
 * takes them too, so all that is read afterwards holds until the commit, also against other processes.
 */
export async function storeAnswers(
  tx: Database,
  batch: readonly Submission[],
): Promise<Reception[]> {
  const ids = [...new Set(batch.map(({ invitationId }) => invitationId))];
  const progress = await lockProgress(tx, ids);
  const { admittances, today } = await admittancesOf(tx, ids);
  const judged = judge(batch, admittances, progress, today);
  const wanted = judged.flatMap(({ submission, store }) =>
    store ? [{ ...submission, surveyId: store.surveyId }] : [],
  );
  if (wanted.length > 0) {
    const stored = await storeAdmitted(tx, wanted);
    // Undoes the transaction: the statement and `judge` must agree about what is admitted.
    if (stored.size < wanted.length) throw new Error("an admitted answer was not stored");
  }
  await noteDoubles(tx, judged);
  return judged.map(({ reception }) => reception);
}

async function noteDoubles(tx: Database, judged: readonly Judged[]): Promise<void> {
  for (const { submission, double } of judged) {
    if (!double) continue;
    const { channel = "web", notedBy = null } = submission;
    await tx.execute(sql`
      insert into double_answers (firm_id, channel, survey_id, noted_by)
      values (${double.firmId}, ${channel}, ${double.surveyId}, ${notedBy})
      on conflict do nothing`);
  }
}
