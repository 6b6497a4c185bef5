import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type {
  CommentEntry,
  CommentThread,
  DispositionEntry,
} from "#app/domain/discussion/index.ts";
import type { SignedIn, Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import {
  accounts,
  comments,
  dispositions,
  draftVersions,
  provisions,
  versionProvisions,
} from "#db/schema/index.ts";

const entry = {
  id: comments.id,
  number: comments.number,
  authorId: comments.authorId,
  author: accounts.name,
  role: accounts.role,
  body: comments.body,
  createdAt: comments.createdAt,
};

/** Comments are the council's: members and the secretariat read them, the public does not. */
const mayRead = (viewer: Viewer) => viewer.kind !== "anyone";

/** All threads a viewer may read, newest first. */
export async function listThreads(db: Database, viewer: Viewer): Promise<CommentThread[]> {
  return mayRead(viewer) ? threadsWhere(db, isNull(comments.parentId)) : [];
}

/** Of the threads, a viewer's own that somebody else has answered; the newest answer first. */
export function answeredThreads(
  threads: readonly CommentThread[],
  viewer: SignedIn,
): CommentThread[] {
  const answeredAt = ({ replies, dispositions: decided }: CommentThread) =>
    Math.max(
      0,
      ...replies
        .filter(({ authorId }) => authorId !== viewer.accountId)
        .map(({ createdAt }) => createdAt.getTime()),
      ...decided.map(({ createdAt }) => createdAt.getTime()),
    );
  return threads
    .filter((thread) => thread.authorId === viewer.accountId && answeredAt(thread) > 0)
    .sort((a, b) => answeredAt(b) - answeredAt(a));
}

/** One thread by the number of its comment (or of a reply in it). */
export async function threadByNumber(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<CommentThread | undefined> {
  if (!mayRead(viewer)) return undefined;
  const [row] = await db
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(eq(comments.number, number));
  if (!row) return undefined;
  const [thread] = await threadsWhere(db, eq(comments.id, row.parentId ?? row.id));
  return thread;
}

/** Threads by the identifier of their comment. */
export async function threadsById(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, CommentThread>> {
  if (!mayRead(viewer) || ids.length === 0) return new Map();
  const threads = await threadsWhere(db, inArray(comments.id, [...ids]));
  return new Map(threads.map((thread) => [thread.id, thread]));
}

/** The threads on provisions, oldest first, by the identity they hang on. Empty for the public. */
export async function commentsOfProvisions(
  db: Database,
  viewer: Viewer,
  provisionIds: readonly string[],
): Promise<Map<string, CommentThread[]>> {
  const byProvision = new Map<string, CommentThread[]>();
  if (!mayRead(viewer) || provisionIds.length === 0) return byProvision;
  const threads = await threadsWhere(
    db,
    and(isNull(comments.parentId), inArray(comments.provisionId, [...provisionIds])),
  );
  for (const thread of threads.reverse()) {
    const known = byProvision.get(thread.provision.id);
    if (known) known.push(thread);
    else byProvision.set(thread.provision.id, [thread]);
  }
  return byProvision;
}

async function threadsWhere(
  db: Database,
  condition: ReturnType<typeof and>,
): Promise<CommentThread[]> {
  const rows = await db
    .select({
      ...entry,
      provision: { id: provisions.id, number: provisions.number },
      version: {
        id: draftVersions.id,
        number: draftVersions.number,
        label: draftVersions.label,
        isSample: draftVersions.isSample,
      },
      place: versionProvisions.fullLabel,
      path: versionProvisions.path,
    })
    .from(comments)
    .innerJoin(accounts, eq(accounts.id, comments.authorId))
    .innerJoin(provisions, eq(provisions.id, comments.provisionId))
    .innerJoin(draftVersions, eq(draftVersions.id, comments.versionId))
    .innerJoin(
      versionProvisions,
      and(
        eq(versionProvisions.versionId, comments.versionId),
        eq(versionProvisions.provisionId, comments.provisionId),
      ),
    )
    .where(condition)
    .orderBy(desc(comments.number));
  const ids = rows.map(({ id }) => id);
  const [replies, decided] = await Promise.all([repliesTo(db, ids), dispositionsOf(db, ids)]);
  return rows.map(({ role, ...row }) => {
    const all = decided.get(row.id) ?? [];
    return {
      ...row,
      fromSecretariat: role === "secretariat",
      replies: replies.get(row.id) ?? [],
      dispositions: all,
      disposition: all.at(-1),
    };
  });
}

async function repliesTo(db: Database, ids: string[]): Promise<Map<string, CommentEntry[]>> {
  const byComment = new Map<string, CommentEntry[]>();
  if (ids.length === 0) return byComment;
  const rows = await db
    .select({ ...entry, parentId: comments.parentId })
    .from(comments)
    .innerJoin(accounts, eq(accounts.id, comments.authorId))
    .where(inArray(comments.parentId, ids))
    .orderBy(asc(comments.number));
  for (const { parentId, role, ...row } of rows) {
    const reply = { ...row, fromSecretariat: role === "secretariat" };
    const key = parentId ?? "";
    byComment.set(key, [...(byComment.get(key) ?? []), reply]);
  }
  return byComment;
}

async function dispositionsOf(
  db: Database,
  ids: string[],
): Promise<Map<string, DispositionEntry[]>> {
  const byComment = new Map<string, DispositionEntry[]>();
  if (ids.length === 0) return byComment;
  const rows = await db
    .select({
      commentId: dispositions.commentId,
      kind: dispositions.kind,
      reason: dispositions.reason,
      by: accounts.name,
      createdAt: dispositions.createdAt,
    })
    .from(dispositions)
    .innerJoin(accounts, eq(accounts.id, dispositions.createdBy))
    .where(inArray(dispositions.commentId, ids))
    .orderBy(asc(dispositions.ordinal));
  for (const { commentId, ...row } of rows) {
    byComment.set(commentId, [...(byComment.get(commentId) ?? []), row]);
  }
  return byComment;
}
