import { createHash } from "node:crypto";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { PaperFile } from "#app/domain/papers/paper-file.ts";
import { audiencesOf, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, papers } from "#db/schema/index.ts";
import { announce } from "./publications.ts";
import type { PublishedAudience } from "./published.ts";
import { record } from "./record.ts";

/** A paper (資料) in a list; `size` in bytes. */
export interface PaperRow {
  id: string;
  number: string;
  title: string;
  fileName: string;
  size: number;
  audience: "secretariat" | PublishedAudience;
  createdAt: Date;
}

/** The papers of a meeting that the viewer may open, in the order of their numbers. */
export async function listPapers(
  db: Database,
  viewer: Viewer,
  meetingId: string,
): Promise<PaperRow[]> {
  return db
    .select({
      id: papers.id,
      number: papers.number,
      title: papers.title,
      fileName: papers.fileName,
      size: papers.size,
      audience: papers.audience,
      createdAt: papers.createdAt,
    })
    .from(papers)
    .where(and(eq(papers.meetingId, meetingId), inArray(papers.audience, audiencesOf(viewer))))
    .orderBy(sql`coalesce(substring(${papers.number} from '\\d+')::int, 0)`, asc(papers.number));
}

/** A paper with its bytes; undefined when there is none or the viewer may not open it. */
export async function findPaper(db: Database, viewer: Viewer, id: string) {
  const [row] = await db
    .select({
      fileName: papers.fileName,
      mediaType: papers.mediaType,
      sha256: papers.sha256,
      content: papers.content,
      audience: papers.audience,
    })
    .from(papers)
    .where(and(eq(papers.id, id), inArray(papers.audience, audiencesOf(viewer))));
  return row;
}

/** A paper to be laid before a meeting. */
export interface NewPaper extends PaperFile {
  /** 「資料1」 */
  number: string;
  title: string;
  content: Uint8Array;
  audience: PublishedAudience;
}

/**
 * Stores a paper and announces it to its audience. It is never removed or replaced.
 * "taken": the meeting has a paper of this number already.
 */
export async function addPaper(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  { content, ...paper }: NewPaper,
  at = new Date(),
): Promise<"added" | "taken"> {
  return db.transaction(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.number, meetingNumber));
    if (!meeting) throw new Error(`no meeting ${meetingNumber}`);
    const [row] = await tx
      .insert(papers)
      .values({
        ...paper,
        meetingId: meeting.id,
        size: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
        content,
        isSample: meeting.isSample,
        createdAt: at,
      })
      .onConflictDoNothing({ target: [papers.meetingId, papers.number] })
      .returning({ id: papers.id });
    if (!row) return "taken";
    const subject = `第${meetingNumber}回 ${paper.number} ${paper.title}`;
    await record(tx, viewer, "資料の登録", subject, { audience: paper.audience });
    await announcePaper(tx, meeting, { ...paper, id: row.id }, at);
    return "added";
  });
}

/**
 * Lets everybody open a paper that only members could. "already": everybody can.
 * Undefined when the meeting has no such paper.
 */
export async function publishPaper(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  id: string,
): Promise<"published" | "already" | undefined> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ number: papers.number, title: papers.title, meeting: meetings })
      .from(papers)
      .innerJoin(meetings, eq(meetings.id, papers.meetingId))
      .where(and(eq(papers.id, id), eq(meetings.number, meetingNumber)));
    if (!found) return undefined;
    const rows = await tx
      .update(papers)
      .set({ audience: "public" })
      .where(and(eq(papers.id, id), ne(papers.audience, "public")))
      .returning({ id: papers.id });
    if (rows.length === 0) return "already";
    const { number, title, meeting } = found;
    await record(tx, viewer, "資料の公表", `第${meetingNumber}回 ${number} ${title}`);
    await announcePaper(tx, meeting, { id, number, title, audience: "public" });
    return "published";
  });
}

async function announcePaper(
  db: Database,
  meeting: typeof meetings.$inferSelect,
  paper: { id: string; number: string; title: string; audience: PublishedAudience },
  at = new Date(),
): Promise<void> {
  await announce(db, {
    at,
    audience: paper.audience,
    title: `第${meeting.number}回会議の資料「${paper.title}」`,
    summary: `${meeting.title}の${paper.number}を掲載しました。`,
    subject: { kind: "paper", meeting: meeting.number, paperId: paper.id },
    isSample: meeting.isSample,
  });
}
