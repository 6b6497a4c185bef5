import { asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { audiencesOf, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { comments, dispositions, draftVersions, links } from "#db/schema/index.ts";

/** What the platform holds on the drafting of the ordinance, for the home page and the goal sheet. */
export interface OrdinanceFacts {
  /** The versions the viewer may see, oldest first. `since`: when they could first see it. */
  versions: { number: number; label: string; since: Date | null }[];
  /** Comments of the council (replies left out); only counted, never shown to the public. */
  comments: number;
  /** Those with a disposition of any kind. */
  commentsAnswered: number;
  /** Links from provisions to what led to them. */
  links: number;
}

/** Counts what has been done on the ordinance. */
export async function ordinanceFacts(db: Database, viewer: Viewer): Promise<OrdinanceFacts> {
  const [versions, [written], [linked]] = await Promise.all([
    db
      .select({
        number: draftVersions.number,
        label: draftVersions.label,
        publishedAt: draftVersions.publishedAt,
        toMembersAt: draftVersions.toMembersAt,
      })
      .from(draftVersions)
      .where(inArray(draftVersions.audience, audiencesOf(viewer)))
      .orderBy(asc(draftVersions.number)),
    db
      .select({
        all: count(),
        answered: sql<number>`(count(*) filter (where exists (
          select 1 from ${dispositions} where ${eq(dispositions.commentId, comments.id)}
        )))::int`,
      })
      .from(comments)
      .where(isNull(comments.parentId)),
    db.select({ all: count() }).from(links).where(isNull(links.removedAt)),
  ]);
  return {
    versions: versions.map(({ number, label, publishedAt, toMembersAt }) => ({
      number,
      label,
      since: viewer.kind === "anyone" ? publishedAt : (toMembersAt ?? publishedAt),
    })),
    comments: written?.all ?? 0,
    commentsAnswered: written?.answered ?? 0,
    links: linked?.all ?? 0,
  };
}
