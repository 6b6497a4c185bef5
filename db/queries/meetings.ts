import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Openness } from "#app/domain/minutes/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions, papers } from "#db/schema/index.ts";
import { type PublishedAudience, publishedTo } from "./published.ts";
import { record } from "./record.ts";

/** A meeting (第n回). Meetings themselves are known to everybody; what was said and laid before them is not. */
export interface Meeting {
  number: number;
  title: string;
  /** "YYYY-MM-DD" */
  heldOn: string;
  isSample: boolean;
}

/** A meeting in a list, with what the viewer may see of it. */
export interface MeetingSummary extends Meeting {
  /** How many of its papers the viewer may open. */
  papers: number;
  /** The newest version of the minutes that the viewer may read. */
  minutes?: {
    version: number;
    audience: PublishedAudience;
    openness: Openness;
    /** How many versions the viewer may read: more than one means there are corrections. */
    versions: number;
    publishedAt: Date | null;
  };
  /** For the secretariat: an unpublished version is being written. */
  hasDraft: boolean;
}

const columns = {
  id: meetings.id,
  number: meetings.number,
  title: meetings.title,
  heldOn: meetings.heldOn,
  isSample: meetings.isSample,
};

/** Every meeting, the newest first. */
export async function listMeetings(db: Database, viewer: Viewer): Promise<MeetingSummary[]> {
  const audiences = publishedTo(viewer);
  const [rows, versions, paperCounts] = await Promise.all([
    db.select(columns).from(meetings).orderBy(desc(meetings.number)),
    db
      .select({
        meetingId: minutesVersions.meetingId,
        version: minutesVersions.version,
        audience: minutesVersions.audience,
        openness: sql<Openness>`${minutesVersions.parsed} ->> 'openness'`,
        publishedAt: minutesVersions.publishedAt,
      })
      .from(minutesVersions)
      .orderBy(asc(minutesVersions.version)),
    db
      .select({ meetingId: papers.meetingId, count: count() })
      .from(papers)
      .where(inArray(papers.audience, audiences))
      .groupBy(papers.meetingId),
  ]);
  return rows.map(({ id, ...meeting }) => {
    const own = versions.filter(({ meetingId }) => meetingId === id);
    const visible = own.flatMap((row) => {
      const audience = audiences.find((one) => one === row.audience);
      return audience ? [{ ...row, audience }] : [];
    });
    const newest = visible.at(-1);
    return {
      ...meeting,
      papers: paperCounts.find(({ meetingId }) => meetingId === id)?.count ?? 0,
      minutes: newest && {
        version: newest.version,
        audience: newest.audience,
        openness: newest.openness,
        versions: visible.length,
        publishedAt: newest.publishedAt,
      },
      hasDraft:
        viewer.kind === "secretariat" && own.some(({ audience }) => audience === "secretariat"),
    };
  });
}

/** One meeting by its number (第n回), with its id for further queries. */
export async function findMeeting(
  db: Database,
  number: number,
): Promise<(Meeting & { id: string }) | undefined> {
  const [row] = await db.select(columns).from(meetings).where(eq(meetings.number, number));
  return row;
}

/** Enters a meeting into the list; false when its number is taken. */
export async function createMeeting(
  db: Database,
  viewer: Viewer,
  meeting: Omit<Meeting, "isSample"> & { isSample?: boolean },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .insert(meetings)
      .values(meeting)
      .onConflictDoNothing({ target: meetings.number })
      .returning({ id: meetings.id });
    if (rows.length === 0) return false;
    await record(tx, viewer, "会議の登録", `第${meeting.number}回`, { heldOn: meeting.heldOn });
    return true;
  });
}

/**
 * Changes title and day of a meeting whose minutes are not published yet; afterwards both follow
 * the minutes. False when they are published or there is no such meeting.
 */
export async function changeMeeting(
  db: Database,
  viewer: Viewer,
  { number, title, heldOn }: Omit<Meeting, "isSample">,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [meeting] = await tx
      .select({ id: meetings.id, title: meetings.title, heldOn: meetings.heldOn })
      .from(meetings)
      .where(eq(meetings.number, number))
      .for("update");
    if (!meeting) return false;
    const published = await tx
      .select({ id: minutesVersions.id })
      .from(minutesVersions)
      .where(
        and(
          eq(minutesVersions.meetingId, meeting.id),
          inArray(minutesVersions.audience, ["members", "public"]),
        ),
      );
    if (published.length > 0) return false;
    await tx.update(meetings).set({ title, heldOn }).where(eq(meetings.id, meeting.id));
    const before = { title: meeting.title, heldOn: meeting.heldOn };
    await record(tx, viewer, "会議の変更", `第${number}回`, { before, after: { title, heldOn } });
    return true;
  });
}
