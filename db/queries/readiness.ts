import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** How many migrations the database has taken; throws when it does not answer. */
export async function migrationsApplied(db: Database): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  return row?.count ?? 0;
}
