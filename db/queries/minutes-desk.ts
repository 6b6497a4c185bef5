import { createHash } from "node:crypto";
import { asc, desc, eq, max } from "drizzle-orm";
import type { Minutes, NumberedText } from "#app/domain/minutes/index.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions, utterances } from "#db/schema/index.ts";
import type { PublishedAudience } from "./published.ts";

type VersionRow = typeof minutesVersions.$inferSelect;
export type MeetingRow = typeof meetings.$inferSelect;

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

/** `findMinutesDesk` of a meeting already read. */
export async function readDesk(db: Database, meeting: MeetingRow): Promise<MinutesDesk> {
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

/**
 * "published": in the meantime somebody published (the text stands there now, or was corrected).
 * "changed": in the meantime somebody saved another draft.
 */
export type Overtaken = "published" | "changed";

/** Whether the state `now` is no more the one a form was filled from, and what happened since. */
export function overtakenBy(now: string, base: string): Overtaken | undefined {
  if (now === base) return undefined;
  return now.split(".")[0] === base.split(".")[0] ? "changed" : "published";
}
