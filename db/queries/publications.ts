import { desc, inArray, sql } from "drizzle-orm";
import { audiencesOf, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { publicationCounter, publications } from "#db/schema/index.ts";

export type NewPublication = typeof publications.$inferInsert;
export type PublicationRow = typeof publications.$inferSelect;

/** Announces that something became visible. Call it in the transaction that publishes it. */
export async function announce(db: Database, publication: NewPublication): Promise<void> {
  await db.insert(publications).values(publication);
}

/** What has been published to a viewer, newest first. */
export async function listPublications(
  db: Database,
  viewer: Viewer,
  limit: number,
): Promise<PublicationRow[]> {
  return db
    .select()
    .from(publications)
    .where(inArray(publications.audience, audiencesOf(viewer)))
    .orderBy(desc(publications.at), desc(publications.id))
    .limit(limit);
}

/** The publication counter: it has risen whenever a page that anyone may see could read otherwise. */
export async function readPublicationCounter(db: Database): Promise<number> {
  const [row] = await db.select({ value: publicationCounter.value }).from(publicationCounter);
  return row?.value ?? 0;
}

/** The day (Asia/Tokyo) as the database sees it, "YYYY-MM-DD". */
export async function today(db: Database): Promise<string> {
  const [row] = await db.execute<{ day: string }>(
    sql`select to_char(now() at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day`,
  );
  return row?.day ?? "";
}
