import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { FrozenDraft } from "#app/domain/interim-draft/freeze.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions, interimDrafts } from "#db/schema/index.ts";

/** A published interim draft in a list. */
export interface PublishedDraftHead {
  number: number;
  title: string;
  statusText: string;
  versionLabel: string;
  isSample: boolean;
  publishedAt: Date;
}

const published = eq(interimDrafts.state, "published");

/** The published interim drafts, newest first. Everybody may see them. */
export async function listPublishedDrafts(
  db: Database,
  _viewer: Viewer,
): Promise<PublishedDraftHead[]> {
  const rows = await db
    .select({
      number: interimDrafts.number,
      title: interimDrafts.title,
      statusText: interimDrafts.statusText,
      versionLabel: draftVersions.label,
      isSample: interimDrafts.isSample,
      publishedAt: interimDrafts.publishedAt,
    })
    .from(interimDrafts)
    .innerJoin(draftVersions, eq(draftVersions.id, interimDrafts.versionId))
    .where(and(published, isNotNull(interimDrafts.publishedAt)))
    .orderBy(desc(interimDrafts.number));
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

/** A published interim draft as it was frozen; `pdfSize` in bytes. */
export interface PublishedDraft {
  frozen: FrozenDraft;
  pdfSize: number;
}

/** A published interim draft by its number; undefined when there is none. */
export async function findPublishedDraft(
  db: Database,
  _viewer: Viewer,
  number: number,
): Promise<PublishedDraft | undefined> {
  const [row] = await db
    .select({
      json: interimDrafts.document,
      whole: interimDrafts.sha256,
      text: interimDrafts.textSha256,
      figures: interimDrafts.figuresSha256,
      pdfSize: sql<number>`coalesce(length(${interimDrafts.pdf}), 0)`,
    })
    .from(interimDrafts)
    .where(and(published, eq(interimDrafts.number, number)));
  if (!row) return undefined;
  const { json, whole, text, figures, pdfSize } = row;
  if (json === null || whole === null || text === null || figures === null) {
    throw new Error(`the published interim draft ${number} was not frozen`);
  }
  return { frozen: { json, hashes: { whole, text, figures } }, pdfSize };
}

/** The PDF of a published interim draft and the SHA-256 of its bytes in hexadecimal. */
export async function findDraftPdf(
  db: Database,
  _viewer: Viewer,
  number: number,
): Promise<{ pdf: Uint8Array; sha256: string } | undefined> {
  const [row] = await db
    .select({
      pdf: interimDrafts.pdf,
      sha256: sql<string>`encode(sha256(${interimDrafts.pdf}), 'hex')`,
    })
    .from(interimDrafts)
    .where(and(published, eq(interimDrafts.number, number)));
  return row?.pdf ? { pdf: row.pdf, sha256: row.sha256 } : undefined;
}
