import type { Database } from "#db/database.ts";

/** Meetings, minutes with one correction, papers. */
export async function seedMeetings(_db: Database): Promise<void> {}
