import type { Database } from "#db/database.ts";

/** Three versions of the draft ordinance with identities carried over. */
export async function seedOrdinance(_db: Database): Promise<void> {}
