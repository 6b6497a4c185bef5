import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { DraftPress } from "#db/queries/interim-drafts/press.ts";
import { record } from "#db/queries/record.ts";
import { accounts } from "#db/schema/index.ts";
import { seedDiscussion } from "./seed/discussion.ts";
import { seedGoalSheet } from "./seed/goal-sheet.ts";
import { seedInterimDraft } from "./seed/interim-draft.ts";
import { seedMeetings } from "./seed/meetings.ts";
import { seedOrdinance } from "./seed/ordinance.ts";
import { seedSurveys } from "./seed/surveys.ts";

/** Whether nobody has an account yet: only then are samples loaded. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(accounts);
  return row?.count === 0;
}

/** Turns a survey code into the keyed hash that is stored. */
export type HashCode = (code: string) => string;

/**
 * Loads the sample content of `content/` into a fresh database, in one transaction.
 * The sample accounts must exist: comments are theirs. `press` publishes the interim draft.
 * Returns a few codes of the sample survey that is open, to try answering with.
 */
export async function seed(
  db: Database,
  hashCode: HashCode,
  press: DraftPress,
): Promise<{ codes: string[] }> {
  return db.transaction(async (tx) => {
    await seedGoalSheet(tx);
    await seedMeetings(tx);
    await seedOrdinance(tx);
    const codes = await seedSurveys(tx, hashCode);
    await seedDiscussion(tx);
    await seedInterimDraft(tx, press);
    await record(tx, { kind: "anyone" }, "見本データの登録", "content");
    return { codes };
  });
}
