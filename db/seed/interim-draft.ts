import type { Database } from "#db/database.ts";

/** An interim draft in preparation, with its commentaries. */
export async function seedInterimDraft(_db: Database): Promise<void> {}
