import { and, eq } from "drizzle-orm";
import { numberUtterances } from "#app/domain/minutes/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions } from "#db/schema/index.ts";
import { type MeetingRow, type Overtaken, overtakenBy, readDesk } from "./minutes-desk.ts";
import { storeDraft, storeUtterances, type WrittenMinutes } from "./minutes-storage.ts";
import { announce } from "./publications.ts";
import type { PublishedAudience } from "./published.ts";
import { record } from "./record.ts";

/** Saves a draft of the minutes, in place of the one before it. */
export async function saveMinutesDraft(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  written: WrittenMinutes,
): Promise<"saved" | Overtaken> {
  return db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingNumber);
    const desk = await readDesk(tx, meeting);
    const overtaken = overtakenBy(desk.base, written.base);
    if (overtaken) return overtaken;
    const version = (desk.published?.version ?? 0) + 1;
    await storeDraft(tx, viewer, meeting, version, written);
    await record(tx, viewer, "会議録の保存", `第${meetingNumber}回 第${version}版`);
    return "saved";
  });
}

/**
 * Publishes minutes: the first version, or with a reason the correction of the one before. Utterances
 * keep the numbers they had. Title and day of the meeting follow the minutes. `at` is the day of
 * publication that is told; samples have theirs.
 */
export async function publishMinutes(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  written: WrittenMinutes & { audience: PublishedAudience },
  at = new Date(),
): Promise<{ version: number } | Overtaken> {
  return db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingNumber);
    const desk = await readDesk(tx, meeting);
    const overtaken = overtakenBy(desk.base, written.base);
    if (overtaken) return overtaken;
    const { published } = desk;
    const version = (published?.version ?? 0) + 1;
    if (published && !written.reason) throw new Error("a correction needs a reason");
    const { minutes } = numberUtterances(
      written.minutes,
      published?.utterances ?? [],
      desk.nextUtterance,
    );
    const id = await storeDraft(tx, viewer, meeting, version, { ...written, minutes });
    await storeUtterances(tx, meeting.id, id, minutes);
    await tx
      .update(minutesVersions)
      .set({ audience: written.audience, publishedAt: at })
      .where(eq(minutesVersions.id, id));
    const isSample = meeting.isSample || minutes.isSample;
    await tx
      .update(meetings)
      .set({ title: minutes.title, heldOn: minutes.date, isSample })
      .where(eq(meetings.id, meeting.id));
    const { audience, reason } = written;
    await announceMinutes(tx, { number: meetingNumber, isSample, version, audience, reason, at });
    await record(
      tx,
      viewer,
      version === 1 ? "会議録の公表" : "会議録の訂正",
      `第${meetingNumber}回 第${version}版`,
      { audience, ...(reason ? { reason } : {}) },
    );
    return { version };
  });
}

/** Lets everybody read a version that only members could. "already": everybody can. */
export async function widenMinutes(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  version: number,
): Promise<"published" | "already" | undefined> {
  return db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingNumber);
    const own = and(
      eq(minutesVersions.meetingId, meeting.id),
      eq(minutesVersions.version, version),
    );
    const [row] = await tx.select().from(minutesVersions).where(own);
    if (!row || row.audience === "secretariat") return undefined;
    if (row.audience === "public") return "already";
    await tx
      .update(minutesVersions)
      .set({ audience: "public", publishedAt: new Date() })
      .where(own);
    const { isSample } = meeting;
    await announceMinutes(tx, {
      number: meetingNumber,
      isSample,
      version,
      audience: "public",
      reason: row.reason,
      at: new Date(),
    });
    await record(tx, viewer, "会議録の公表", `第${meetingNumber}回 第${version}版`, {
      audience: "public",
    });
    return "published";
  });
}

/** Holds the meeting until the transaction ends, so that two clerks write one after the other. */
async function lockMeeting(tx: Database, number: number): Promise<MeetingRow> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.number, number)).for("update");
  if (!row) throw new Error(`no meeting ${number}`);
  return row;
}

async function announceMinutes(
  tx: Database,
  {
    number,
    isSample,
    version,
    audience,
    reason,
    at,
  }: {
    number: number;
    isSample: boolean;
    version: number;
    audience: PublishedAudience;
    reason: string | null;
    at: Date;
  },
): Promise<void> {
  const isCorrection = version > 1 && reason;
  await announce(tx, {
    at,
    audience,
    title: `第${number}回会議の会議録${isCorrection ? "の訂正" : ""}`,
    summary: isCorrection
      ? `会議録を訂正しました（第${version}版）。理由：${reason}`
      : `第${number}回会議の会議録を公表しました。`,
    subject: { kind: "minutes", meeting: number, version },
    isSample,
  });
}
