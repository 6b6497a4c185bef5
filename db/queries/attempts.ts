import { and, eq, gt, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { attempts } from "#db/schema/index.ts";

/**
 * Counts one attempt under a key and returns how many there were in the current window.
 * The count is the database's, so it holds across several server processes.
 */
export async function countAttempt(
  db: Database,
  key: string,
  windowSeconds: number,
): Promise<number> {
  const fresh = sql`${attempts.windowStart} > now() - make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(attempts)
    .values({ key, count: 1 })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${fresh} then ${attempts.count} + 1 else 1 end`,
        windowStart: sql`case when ${fresh} then ${attempts.windowStart} else now() end`,
      },
    })
    .returning({ count: attempts.count });
  // A new window is a good moment to forget what nobody counts any more.
  if (row?.count === 1) {
    await db.delete(attempts).where(sql`${attempts.windowStart} < now() - interval '1 day'`);
  }
  return row?.count ?? 1;
}

/** Takes one attempt back that was counted and is none after all. */
export async function takeAttemptBack(db: Database, key: string): Promise<void> {
  await db
    .update(attempts)
    .set({ count: sql`${attempts.count} - 1` })
    .where(and(eq(attempts.key, key), gt(attempts.count, 0)));
}

/** Forgets the attempts under a key, after a success. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}
