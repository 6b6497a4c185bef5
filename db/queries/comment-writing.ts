import { and, desc, eq, inArray } from "drizzle-orm";
import type { DispositionKind } from "#app/domain/discussion/index.ts";
import { audiencesOf, type SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { comments, dispositions, draftVersions, versionProvisions } from "#db/schema/index.ts";
import { record } from "./record.ts";

/** What came of posting: "repeated" when the same form had been posted before. */
export type Posting = { kind: "stored" | "repeated"; number: number } | { kind: "missing" };

/**
 * Stores a comment on a provision as one version has it. `id` was made when the form was shown:
 * the same form posted twice gives one comment. "missing" when the viewer may not see the version
 * or it has no such provision.
 */
export async function addComment(
  db: Database,
  viewer: SignedIn,
  comment: {
    id: string;
    version: number;
    provisionId: string;
    body: string;
    createdAt?: Date;
  },
): Promise<Posting> {
  return db.transaction(async (tx) => {
    const [place] = await tx
      .select({ versionId: draftVersions.id })
      .from(draftVersions)
      .innerJoin(versionProvisions, eq(versionProvisions.versionId, draftVersions.id))
      .where(
        and(
          eq(draftVersions.number, comment.version),
          // A draft of the secretariat's own may still change under a comment.
          inArray(draftVersions.audience, ["members", "public"]),
          inArray(draftVersions.audience, audiencesOf(viewer)),
          eq(versionProvisions.provisionId, comment.provisionId),
        ),
      );
    if (!place) return { kind: "missing" };
    const { version, ...rest } = comment;
    return post(tx, viewer, { ...rest, versionId: place.versionId });
  });
}

/** Stores a reply in the thread of a comment; as `addComment`. */
export async function addReply(
  db: Database,
  viewer: SignedIn,
  reply: { id: string; to: number; body: string; createdAt?: Date },
): Promise<Posting> {
  return db.transaction(async (tx) => {
    const [parent] = await tx.select().from(comments).where(eq(comments.number, reply.to));
    if (!parent) return { kind: "missing" };
    const { to, ...rest } = reply;
    return post(tx, viewer, {
      ...rest,
      parentId: parent.parentId ?? parent.id,
      versionId: parent.versionId,
      provisionId: parent.provisionId,
    });
  });
}

async function post(
  tx: Database,
  viewer: SignedIn,
  comment: Omit<typeof comments.$inferInsert, "authorId"> & { id: string },
): Promise<Posting> {
  const [stored] = await tx
    .insert(comments)
    .values({ ...comment, authorId: viewer.accountId })
    .onConflictDoNothing({ target: comments.id })
    .returning({ number: comments.number });
  if (stored) return { kind: "stored", number: stored.number };
  const [known] = await tx
    .select({ number: comments.number })
    .from(comments)
    .where(and(eq(comments.id, comment.id), eq(comments.authorId, viewer.accountId)));
  return known ? { kind: "repeated", number: known.number } : { kind: "missing" };
}

/**
 * Stores what became of a comment (not of a reply); earlier dispositions stay. "repeated" when the
 * newest one says the same word for word.
 */
export async function disposeComment(
  db: Database,
  viewer: SignedIn,
  disposition: { number: number; kind: DispositionKind; reason: string; createdAt?: Date },
): Promise<"stored" | "repeated" | "missing"> {
  const { number, ...said } = disposition;
  return db.transaction(async (tx) => {
    const [comment] = await tx
      .select({ id: comments.id, parentId: comments.parentId })
      .from(comments)
      .where(eq(comments.number, number))
      .for("update");
    if (!comment || comment.parentId !== null) return "missing";
    const before = await tx
      .select({ kind: dispositions.kind, reason: dispositions.reason })
      .from(dispositions)
      .where(eq(dispositions.commentId, comment.id))
      .orderBy(desc(dispositions.ordinal));
    const newest = before[0];
    if (newest?.kind === said.kind && newest.reason === said.reason) return "repeated";
    await tx.insert(dispositions).values({
      ...said,
      commentId: comment.id,
      ordinal: before.length + 1,
      createdBy: viewer.accountId,
    });
    await record(tx, viewer, "意見への対応", `意見${number}：${said.kind}`);
    return "stored";
  });
}
