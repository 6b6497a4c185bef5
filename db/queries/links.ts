import { and, asc, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Link } from "#app/domain/evidence/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { links } from "#db/schema/index.ts";
import { threadsById } from "./comments.ts";
import { linkedQuestions } from "./linked-questions.ts";
import { linkedUtterances } from "./linked-utterances.ts";

/**
 * The links of provisions, by the identity they hang on, oldest first. Links whose target the
 * viewer may not see are left out: comments and closed parts of minutes for the public, surveys
 * without a release for all but the secretariat.
 */
export async function linksOf(
  db: Database,
  viewer: Viewer,
  provisionIds: readonly string[],
): Promise<Map<string, Link[]>> {
  const found = await linksWhere(db, viewer, provisionIds, isNull(links.removedAt));
  const byProvision = new Map<string, Link[]>();
  for (const link of found) {
    byProvision.set(link.provisionId, [...(byProvision.get(link.provisionId) ?? []), link]);
  }
  return byProvision;
}

/** The links of provisions that were taken back: they stay on the secretariat's page. */
export async function removedLinksOf(
  db: Database,
  viewer: Viewer,
  provisionIds: readonly string[],
): Promise<Link[]> {
  return linksWhere(db, viewer, provisionIds, isNotNull(links.removedAt));
}

async function linksWhere(
  db: Database,
  viewer: Viewer,
  provisionIds: readonly string[],
  condition: ReturnType<typeof isNull>,
): Promise<Link[]> {
  if (provisionIds.length === 0) return [];
  const rows = await db
    .select()
    .from(links)
    .where(and(inArray(links.provisionId, [...provisionIds]), condition))
    .orderBy(asc(links.createdAt), asc(links.id));
  const [utterances, questions, comments] = await Promise.all([
    linkedUtterances(db, viewer, rows),
    linkedQuestions(db, viewer, rows),
    threadsById(
      db,
      viewer,
      rows.flatMap(({ commentId }) => commentId ?? []),
    ),
  ]);
  const resolve = (row: (typeof rows)[number]): Link | undefined => {
    const { id, provisionId, note, createdAt, removedAt } = row;
    const own = { id, provisionId, note, createdAt, removedAt };
    const utterance = utterances.get(id);
    const question = questions.get(id);
    const comment = comments.get(row.commentId ?? "");
    if (utterance) return { ...own, kind: "utterance", utterance };
    if (question) return { ...own, kind: "question", question };
    return comment && { ...own, kind: "comment", comment };
  };
  return rows.flatMap((row) => resolve(row) ?? []);
}
