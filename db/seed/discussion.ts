import type { Database } from "#db/database.ts";

/** Comments, their dispositions and the links from provisions to what led to them. */
export async function seedDiscussion(_db: Database): Promise<void> {}
