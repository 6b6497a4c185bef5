import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions, interimDrafts } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { versionByNumber } from "../versions.ts";

/** What the secretariat writes into an interim draft. `version` is the number of a public version. */
export interface DraftEntry {
  title: string;
  statusText: string;
  introduction: string;
  version: number;
}

/** An interim draft on the secretariat's desk; the frozen one is read by `findPublishedDraft`. */
export interface DeskDraft extends DraftEntry {
  number: number;
  versionId: string;
  versionLabel: string;
  /** Markdown by the identity of the article. */
  commentaries: Record<string, string>;
  state: "preparing" | "published";
  isSample: boolean;
  publishedAt: Date | null;
  /** Names the state that a form was filled from; it goes back with the form. */
  base: string;
}

const columns = {
  number: interimDrafts.number,
  title: interimDrafts.title,
  statusText: interimDrafts.statusText,
  introduction: interimDrafts.introduction,
  version: draftVersions.number,
  versionId: interimDrafts.versionId,
  versionLabel: draftVersions.label,
  commentaries: interimDrafts.commentaries,
  state: interimDrafts.state,
  isSample: interimDrafts.isSample,
  publishedAt: interimDrafts.publishedAt,
};

/** All interim drafts, newest first. For the secretariat. */
export async function listDeskDrafts(db: Database): Promise<DeskDraft[]> {
  const rows = await db
    .select(columns)
    .from(interimDrafts)
    .innerJoin(draftVersions, eq(draftVersions.id, interimDrafts.versionId))
    .orderBy(desc(interimDrafts.number));
  return rows.map((row) => ({ ...row, base: baseOf(row) }));
}

/** One interim draft by its number. For the secretariat. */
export async function findDeskDraft(db: Database, number: number): Promise<DeskDraft | undefined> {
  const [row] = await db
    .select(columns)
    .from(interimDrafts)
    .innerJoin(draftVersions, eq(draftVersions.id, interimDrafts.versionId))
    .where(eq(interimDrafts.number, number));
  return row && { ...row, base: baseOf(row) };
}

function baseOf(draft: DraftEntry & Pick<DeskDraft, "commentaries">): string {
  const { title, statusText, introduction, version, commentaries } = draft;
  const sorted = Object.entries(commentaries).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([title, statusText, introduction, version, sorted]))
    .digest("hex")
    .slice(0, 16);
}

/** What came of beginning an interim draft: one is prepared at a time, on a public version. */
export type DraftBeginning =
  | { kind: "created"; number: number }
  | { kind: "unfinished"; number: number }
  | { kind: "no-version" };

/** Begins an interim draft with the next number; commentaries are taken over from the last one. */
export async function beginDraft(
  db: Database,
  viewer: Viewer,
  { version: versionNumber, ...entry }: DraftEntry,
): Promise<DraftBeginning> {
  return db.transaction(async (tx): Promise<DraftBeginning> => {
    await tx.execute(sql`lock table ${interimDrafts} in share row exclusive mode`);
    const [last] = await listDeskDrafts(tx);
    if (last?.state === "preparing") return { kind: "unfinished", number: last.number };
    const version = await versionByNumber(tx, anyone, versionNumber);
    if (!version) return { kind: "no-version" };
    const number = (last?.number ?? 0) + 1;
    await tx.insert(interimDrafts).values({
      ...entry,
      number,
      versionId: version.id,
      commentaries: last?.commentaries ?? {},
      isSample: version.isSample,
      createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
    });
    await record(tx, viewer, "中間案の作成", `第${number}号「${entry.title}」`);
    return { kind: "created", number };
  });
}

/** What came of saving: "published" when it is too late, "changed" when somebody saved before. */
export type DraftSaving = "saved" | "published" | "changed" | "no-version" | "missing";

/** Stores what was written into a draft in preparation, if it still is as the form had it (`base`). */
export async function saveDraft(
  db: Database,
  viewer: Viewer,
  number: number,
  { version: versionNumber, ...entry }: DraftEntry & Pick<DeskDraft, "commentaries">,
  base: string,
): Promise<DraftSaving> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, number);
    if (!draft) return "missing";
    if (draft.state === "published") return "published";
    if (draft.base !== base) return "changed";
    const version = await versionByNumber(tx, anyone, versionNumber);
    if (!version) return "no-version";
    const { id: versionId, isSample } = version;
    await tx
      .update(interimDrafts)
      .set({ ...entry, versionId, isSample })
      .where(and(eq(interimDrafts.number, number), eq(interimDrafts.state, "preparing")));
    await record(tx, viewer, "中間案の編集", `第${number}号「${entry.title}」`);
    return "saved";
  });
}

async function lockDraft(tx: Database, number: number): Promise<DeskDraft | undefined> {
  await tx
    .select({ id: interimDrafts.id })
    .from(interimDrafts)
    .where(eq(interimDrafts.number, number))
    .for("update");
  return findDeskDraft(tx, number);
}
