import { asc, eq, sql } from "drizzle-orm";
import { coarseStrata, type Strata } from "#app/domain/survey/index.ts";
import { emptyBitmap } from "#app/domain/survey/participation/bitmap.ts";
import type { Database } from "#db/database.ts";
import { firms, surveyProgress, type surveys } from "#db/schema/index.ts";

/**
 * Prepares a survey for its answers: the bitmap gets a bit for each firm, and the firms of an
 * anonymous survey get the merged strata that their answers will carry.
 */
export async function readyForAnswers(
  tx: Database,
  survey: Pick<typeof surveys.$inferSelect, "id" | "mode" | "threshold">,
): Promise<void> {
  const { sector, size, region, grade, tier } = firms;
  const roster = await tx
    .select({ id: firms.id, fine: { sector, size, region, grade, tier } })
    .from(firms)
    .where(eq(firms.surveyId, survey.id))
    .orderBy(asc(firms.ordinal));
  const bits = emptyBitmap(roster.length);
  await tx
    .update(surveyProgress)
    .set({ spent: bits, onPaper: bits })
    .where(eq(surveyProgress.surveyId, survey.id));
  if (survey.mode === "named") return;
  const fine = roster.map((firm) => firm.fine);
  const merged = coarseStrata(fine, survey.threshold);
  await storeCoarse(
    tx,
    roster.map(({ id, fine }, index) => ({ id, coarse: merged[index] ?? fine })),
  );
}

/** Stores the merged strata of firms. */
export async function storeCoarse(
  tx: Database,
  merged: readonly { id: string; coarse: Strata }[],
): Promise<void> {
  await tx.execute(sql`
    update firms f set coarse = m.coarse
    from jsonb_to_recordset(${JSON.stringify(merged)}::jsonb) as m(id uuid, coarse jsonb)
    where f.id = m.id`);
}
