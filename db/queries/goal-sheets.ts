import { desc, max } from "drizzle-orm";
import type { GoalSheet } from "#app/domain/goal-sheet/index.ts";
import type { SignedIn, Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { goalSheets } from "#db/schema/index.ts";
import { announce } from "./publications.ts";
import { record } from "./record.ts";

export type GoalSheetRow = typeof goalSheets.$inferSelect;

/** The newest goal sheet; everybody may see it. */
export async function newestGoalSheet(db: Database): Promise<GoalSheetRow | undefined> {
  const [row] = await db.select().from(goalSheets).orderBy(desc(goalSheets.version)).limit(1);
  return row;
}

/** Every version with its reason, newest first. */
export async function listGoalSheets(db: Database) {
  return db
    .select({
      version: goalSheets.version,
      reason: goalSheets.reason,
      createdAt: goalSheets.createdAt,
    })
    .from(goalSheets)
    .orderBy(desc(goalSheets.version));
}

/**
 * Publishes a goal sheet as the next version. `basedOn` is the version its writer started from
 * (0 for none); undefined when another version was published meanwhile.
 */
export async function publishGoalSheet(
  db: Database,
  viewer: SignedIn | Extract<Viewer, { kind: "anyone" }>,
  sheet: { source: string; parsed: GoalSheet; reason: string; basedOn: number },
): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ newest: max(goalSheets.version) }).from(goalSheets);
    const version = (row?.newest ?? 0) + 1;
    if (sheet.basedOn !== version - 1) return undefined;
    const { source, parsed, reason } = sheet;
    const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
    const inserted = await tx
      .insert(goalSheets)
      .values({ version, source, parsed, reason, createdBy })
      .onConflictDoNothing()
      .returning({ version: goalSheets.version });
    if (inserted.length === 0) return undefined;
    await announce(tx, {
      audience: "public",
      title: version === 1 ? "目標シートを公表しました" : "目標シートを改めました",
      summary: reason,
      subject: { kind: "goal-sheet", version },
    });
    await record(tx, viewer, "目標シートの公表", `第${version}版`);
    return version;
  });
}
