import { and, eq, sql } from "drizzle-orm";
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

/** How many attempts there were under a key in the current window. */
export async function attemptsSoFar(
  db: Database,
  key: string,
  windowSeconds: number,
): Promise<number> {
  const fresh = sql`${attempts.windowStart} > now() - make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .select({ count: attempts.count })
    .from(attempts)
    .where(and(eq(attempts.key, key), fresh));
  return row?.count ?? 0;
}

/** Forgets the attempts under a key, after a success. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}
