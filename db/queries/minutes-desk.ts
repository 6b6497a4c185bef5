import { createHash } from "node:crypto";
import { and, asc, desc, eq, max } from "drizzle-orm";
import {
  type Minutes,
  type NumberedText,
  numberUtterances,
  utterancesOf,
  utteranceText,
} from "#app/domain/minutes/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions, utterances } from "#db/schema/index.ts";
import { announce } from "./publications.ts";
import type { PublishedAudience } from "./published.ts";
import { record } from "./record.ts";

type VersionRow = typeof minutesVersions.$inferSelect;
type MeetingRow = typeof meetings.$inferSelect;

/** What the secretariat is writing for a meeting. For the secretariat alone. */
export interface MinutesDesk {
  /** The newest published version: a draft beside it is its correction. */
  published?: {
    version: number;
    audience: PublishedAudience;
    source: string;
    publishedAt: Date | null;
    utterances: NumberedText[];
    minutes: Minutes;
  };
  draft?: { version: number; source: string; reason: string | null };
  /** The first number that a new utterance gets. */
  nextUtterance: number;
  /** Names the state that the form was filled from; it goes back with the form. */
  base: string;
}

/** The state of a meeting's minutes; undefined when there is no such meeting. */
export async function findMinutesDesk(
  db: Database,
  meetingNumber: number,
): Promise<MinutesDesk | undefined> {
  const [meeting] = await db.select().from(meetings).where(eq(meetings.number, meetingNumber));
  return meeting && readDesk(db, meeting);
}

async function readDesk(db: Database, meeting: MeetingRow): Promise<MinutesDesk> {
  const rows = await db
    .select()
    .from(minutesVersions)
    .where(eq(minutesVersions.meetingId, meeting.id))
    .orderBy(desc(minutesVersions.version));
  const draft = rows.find(({ audience }) => audience === "secretariat");
  const published = rows.flatMap(({ audience, ...row }) =>
    audience === "secretariat" ? [] : [{ ...row, audience }],
  )[0];
  const [highest] = await db
    .select({ number: max(utterances.number) })
    .from(utterances)
    .where(eq(utterances.meetingId, meeting.id));
  return {
    published: published && {
      version: published.version,
      audience: published.audience,
      source: published.source,
      publishedAt: published.publishedAt,
      minutes: published.parsed,
      utterances: await utterancesOfVersion(db, published.id),
    },
    draft: draft && { version: draft.version, source: draft.source, reason: draft.reason },
    nextUtterance: (highest?.number ?? 0) + 1,
    base: baseOf(published?.version ?? 0, draft),
  };
}

function baseOf(published: number, draft: VersionRow | undefined): string {
  const content = draft ? JSON.stringify([draft.source, draft.reason]) : "";
  return `${published}.${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
}

function utterancesOfVersion(db: Database, versionId: string): Promise<NumberedText[]> {
  return db
    .select({ number: utterances.number, speaker: utterances.speaker, text: utterances.text })
    .from(utterances)
    .where(eq(utterances.versionId, versionId))
    .orderBy(asc(utterances.ordinal));
}

/** A text to be saved or published. `minutes` is what `parseMinutes` made of `source`. */
export interface WrittenMinutes {
  source: string;
  minutes: Minutes;
  /** Why it corrects the version before; null for the first version. */
  reason: string | null;
  /** The state the form was filled from. */
  base: string;
}

/**
 * "published": in the meantime somebody published (the text stands there now, or was corrected).
 * "changed": in the meantime somebody saved another draft.
 */
export type Overtaken = "published" | "changed";

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
 * keep the numbers they had. Title and day of the meeting follow the minutes.
 */
export async function publishMinutes(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  written: WrittenMinutes & { audience: PublishedAudience },
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
      .set({ audience: written.audience, publishedAt: new Date() })
      .where(eq(minutesVersions.id, id));
    const isSample = meeting.isSample || minutes.isSample;
    await tx
      .update(meetings)
      .set({ title: minutes.title, heldOn: minutes.date, isSample })
      .where(eq(meetings.id, meeting.id));
    const { audience, reason } = written;
    await announceMinutes(tx, { number: meetingNumber, isSample, version, audience, reason });
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

/** Whether the state `now` is no more the one a form was filled from, and what happened since. */
export function overtakenBy(now: string, base: string): Overtaken | undefined {
  if (now === base) return undefined;
  return now.split(".")[0] === base.split(".")[0] ? "changed" : "published";
}

async function storeDraft(
  tx: Database,
  viewer: Viewer,
  meeting: MeetingRow,
  version: number,
  { source, minutes, reason }: Omit<WrittenMinutes, "base">,
): Promise<string> {
  const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
  const text = { source, parsed: minutes, reason, createdBy };
  const [row] = await tx
    .insert(minutesVersions)
    .values({ ...text, meetingId: meeting.id, version })
    .onConflictDoUpdate({
      target: [minutesVersions.meetingId, minutesVersions.version],
      set: text,
    })
    .returning({ id: minutesVersions.id });
  if (!row) throw new Error("the draft was not stored");
  return row.id;
}

async function storeUtterances(
  tx: Database,
  meetingId: string,
  versionId: string,
  minutes: Minutes,
): Promise<void> {
  const rows = utterancesOf(minutes).map(({ utterance, heading, closed }, ordinal) => {
    const { number, speaker } = utterance;
    if (number === undefined) throw new Error(`utterance without number: line ${utterance.line}`);
    const text = utteranceText(utterance);
    return { versionId, meetingId, number, ordinal, speaker, text, section: heading, closed };
  });
  // Each row binds eight values; PostgreSQL takes 65,535 in one statement.
  for (let at = 0; at < rows.length; at += 5_000) {
    await tx.insert(utterances).values(rows.slice(at, at + 5_000));
  }
}

async function announceMinutes(
  tx: Database,
  {
    number,
    isSample,
    version,
    audience,
    reason,
  }: {
    number: number;
    isSample: boolean;
    version: number;
    audience: PublishedAudience;
    reason: string | null;
  },
): Promise<void> {
  const isCorrection = version > 1 && reason;
  await announce(tx, {
    audience,
    title: `第${number}回会議の会議録${isCorrection ? "の訂正" : ""}`,
    summary: isCorrection
      ? `会議録を訂正しました（第${version}版）。理由：${reason}`
      : `第${number}回会議の会議録を公表しました。`,
    subject: { kind: "minutes", meeting: number, version },
    isSample,
  });
}
