import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { withBits } from "#app/domain/survey/participation/bitmap.ts";
import type { Database } from "#db/database.ts";
import {
  doubleAnswers,
  drafts,
  firms,
  invitations,
  responses,
  surveyProgress,
  surveys,
} from "#db/schema/index.ts";
import type { Reception, Submission } from "./reception.ts";
import { type Admittance, type Judged, judge } from "./verdicts.ts";

/**
 * Stores a batch of answers and spends their codes, within a transaction. The rows of the surveys'
 * progress are locked first; whatever else changes a survey takes them too, so all that is read
 * afterwards holds until the commit, also against other processes.
 */
export async function storeAnswers(
  tx: Database,
  batch: readonly Submission[],
): Promise<Reception[]> {
  const ids = [...new Set(batch.map(({ invitationId }) => invitationId))];
  const concerned = tx
    .selectDistinct({ id: invitations.surveyId })
    .from(invitations)
    .where(inArray(invitations.id, ids));
  const progress = await tx
    .select()
    .from(surveyProgress)
    .where(inArray(surveyProgress.surveyId, concerned))
    .orderBy(surveyProgress.surveyId)
    .for("no key update");
  const { admittances, today } = await admittancesOf(tx, ids);
  const rows = new Map(progress.map((row) => [row.surveyId, row]));
  const judged = judge(batch, admittances, rows, today);
  const stored = judged.flatMap((each) => (each.store ? [{ ...each, store: each.store }] : []));
  if (stored.length > 0) {
    await tx.insert(responses).values(stored.map(responseOf));
    for (const row of progress) {
      const ours = stored.filter(({ store }) => store.surveyId === row.surveyId);
      if (ours.length > 0) await spend(tx, row, ours, today);
    }
    const answered = stored.map(({ store }) => store.invitationId);
    await tx.delete(drafts).where(inArray(drafts.invitationId, answered));
  }
  await noteDoubles(tx, judged);
  return judged.map(({ reception }) => reception);
}

/** The live invitations among those named, with the firm's bit and strata, and the survey. */
async function admittancesOf(
  tx: Database,
  ids: string[],
): Promise<{ admittances: Map<string, Admittance>; today: string }> {
  const today = sql<string>`(now() at time zone 'Asia/Tokyo')::date::text`;
  const { sector, size, region, grade, tier } = firms;
  const rows = await tx
    .select({
      invitationId: invitations.id,
      firmId: firms.id,
      ordinal: firms.ordinal,
      fine: { sector, size, region, grade, tier },
      coarse: firms.coarse,
      surveyId: surveys.id,
      state: surveys.state,
      closesOn: surveys.closesOn,
      mode: surveys.mode,
      edition: surveys.edition,
      today,
    })
    .from(invitations)
    .innerJoin(firms, eq(firms.id, invitations.firmId))
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .where(and(inArray(invitations.id, ids), isNull(invitations.revokedAt)));
  const admittances = rows.map(({ fine, coarse, today: _, ...row }): Admittance => {
    return { ...row, strata: row.mode === "named" ? fine : (coarse ?? fine) };
  });
  return {
    admittances: new Map(admittances.map((each) => [each.invitationId, each])),
    today: rows[0]?.today ?? "",
  };
}

/** An anonymous answer carries neither firm nor time nor way. */
function responseOf({ submission, store }: Judged & { store: Admittance }) {
  const { edition, answers, receiptNumber, channel = "web" as const } = submission;
  const { surveyId, strata, mode, firmId } = store;
  const common = { surveyId, edition, receiptNumber, answers, strata };
  return mode === "named" ? { ...common, firmId, channel, answeredAt: new Date() } : common;
}

async function spend(
  tx: Database,
  row: typeof surveyProgress.$inferSelect,
  stored: readonly (Judged & { store: Admittance })[],
  today: string,
): Promise<void> {
  const ordinals = stored.map(({ store }) => store.ordinal);
  const paper = stored
    .filter(({ submission }) => submission.channel === "paper")
    .map(({ store }) => store.ordinal);
  await tx
    .update(surveyProgress)
    .set({
      spent: withBits(row.spent, ordinals),
      onPaper: withBits(row.onPaper, paper),
      days: { ...row.days, [today]: (row.days[today] ?? 0) + stored.length },
    })
    .where(eq(surveyProgress.surveyId, row.surveyId));
}

async function noteDoubles(tx: Database, judged: readonly Judged[]): Promise<void> {
  const doubles = judged.flatMap(({ submission: { channel = "web", notedBy = null }, double }) =>
    double ? [{ firmId: double.firmId, channel, surveyId: double.surveyId, notedBy }] : [],
  );
  if (doubles.length > 0) await tx.insert(doubleAnswers).values(doubles).onConflictDoNothing();
}
