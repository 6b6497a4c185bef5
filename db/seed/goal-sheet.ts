import type { Database } from "#db/database.ts";

/** The department's goal sheet. */
export async function seedGoalSheet(_db: Database): Promise<void> {}
