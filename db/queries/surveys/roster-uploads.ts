import { and, eq, lt, or, sql } from "drizzle-orm";
import type { RosterFirm } from "#app/domain/survey/index.ts";
import type { Coding } from "#app/domain/survey/roster/coding.ts";
import type { Matching } from "#app/domain/survey/roster/columns.ts";
import type { RosterFileFacts } from "#app/domain/survey/roster/roster-file.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { rosterUploads } from "#db/schema/index.ts";
import { replaceRoster } from "./roster.ts";

/** A roster's file that waits for its confirmation. `rows` are packed. */
export interface RosterUpload {
  id: string;
  fileName: string;
  rows: Uint8Array;
  facts: RosterFileFacts;
  matching: Matching;
  coding: Coding;
}

/**
 * Keeps an uploaded roster until it is confirmed and returns its id. What the same clerk had
 * uploaded for the survey goes, and what is older than a day.
 */
export async function keepUpload(
  db: Database,
  viewer: Extract<Viewer, { kind: "secretariat" }>,
  surveyId: string,
  upload: Omit<RosterUpload, "id"> & { file: Uint8Array },
): Promise<string> {
  return db.transaction(async (tx) => {
    const createdBy = viewer.accountId;
    const own = and(eq(rosterUploads.surveyId, surveyId), eq(rosterUploads.createdBy, createdBy));
    await tx.delete(rosterUploads).where(or(own, isOld));
    const [row] = await tx
      .insert(rosterUploads)
      .values({ ...upload, surveyId, createdBy })
      .returning({ id: rosterUploads.id });
    if (!row) throw new Error("the upload was not stored");
    return row.id;
  });
}

const isOld = lt(rosterUploads.createdAt, sql`now() - interval '1 day'`);

/** Removes the uploads that nobody confirmed within a day. */
export async function dropOldUploads(db: Database): Promise<void> {
  await db.delete(rosterUploads).where(isOld);
}

const isUpload = (surveyId: string, id: string) =>
  and(eq(rosterUploads.id, id), eq(rosterUploads.surveyId, surveyId));

/** An upload of the survey, for the secretariat; undefined when it is gone. */
export async function findUpload(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  uploadId: string,
): Promise<RosterUpload | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const { id, fileName, rows, facts, matching, coding } = rosterUploads;
  const [row] = await db
    .select({ id, fileName, rows, facts, matching, coding })
    .from(rosterUploads)
    .where(isUpload(surveyId, uploadId));
  return row;
}

/** The file of an upload as it came. */
export async function uploadedRoster(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  uploadId: string,
): Promise<Uint8Array | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const [row] = await db
    .select({ file: rosterUploads.file })
    .from(rosterUploads)
    .where(isUpload(surveyId, uploadId));
  return row?.file;
}

/** Stores what a clerk decided about an upload: columns, codes, or another sheet with its rows. */
export async function changeUpload(
  db: Database,
  surveyId: string,
  uploadId: string,
  decided: Partial<Pick<RosterUpload, "rows" | "facts" | "matching" | "coding">>,
): Promise<void> {
  await db.update(rosterUploads).set(decided).where(isUpload(surveyId, uploadId));
}

/** Throws an upload away. */
export async function discardUpload(
  db: Database,
  surveyId: string,
  uploadId: string,
): Promise<void> {
  await db.delete(rosterUploads).where(isUpload(surveyId, uploadId));
}

/**
 * Puts the firms of an upload in the place of the roster and removes the upload, both or neither.
 * "opened" when the survey has opened; "gone" when the upload was imported or thrown away.
 */
export async function importUpload(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  uploadId: string,
  firms: readonly RosterFirm[],
): Promise<"replaced" | "opened" | "gone"> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(rosterUploads)
      .where(isUpload(surveyId, uploadId))
      .returning({ id: rosterUploads.id });
    return gone.length === 0 ? "gone" : replaceRoster(tx, viewer, surveyId, firms);
  });
}
