import { and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { maySee, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions, utterances } from "#db/schema/index.ts";
import type { Meeting } from "./meetings.ts";
import { publishedTo } from "./published.ts";

/** An utterance with its place; `text` is plain text, one line a paragraph. */
export interface FoundUtterance {
  meeting: Meeting & { id: string };
  number: number;
  speaker: string;
  text: string;
  section: string;
  /** Closed to the public: the viewer is a member or the secretariat. */
  closed: boolean;
  /** The version of the minutes the text comes from. */
  version: number;
  /** A later correction removed it; the text is its last. */
  removed: boolean;
}

const columns = {
  meeting: {
    id: meetings.id,
    number: meetings.number,
    title: meetings.title,
    heldOn: meetings.heldOn,
    isSample: meetings.isSample,
  },
  number: utterances.number,
  speaker: utterances.speaker,
  text: utterances.text,
  section: utterances.section,
  closed: utterances.closed,
  version: minutesVersions.version,
};

/**
 * An utterance by its permanent number, as the newest version that has it reads. Undefined when
 * there is none, or when the viewer may not read it.
 */
export async function findUtterance(
  db: Database,
  viewer: Viewer,
  meetingNumber: number,
  number: number,
): Promise<FoundUtterance | undefined> {
  const published = inArray(minutesVersions.audience, publishedTo(viewer));
  const [[row], [newest]] = await Promise.all([
    db
      .select(columns)
      .from(utterances)
      .innerJoin(minutesVersions, eq(minutesVersions.id, utterances.versionId))
      .innerJoin(meetings, eq(meetings.id, utterances.meetingId))
      .where(and(eq(meetings.number, meetingNumber), eq(utterances.number, number), published))
      .orderBy(desc(minutesVersions.version))
      .limit(1),
    newestVersions(db, viewer, meetingNumber),
  ]);
  // The newest text decides: what a correction closed is closed in the versions before it too.
  if (!row || !newest || !mayRead(viewer, row.closed || newest.isClosed)) return undefined;
  return { ...row, removed: row.version < newest.version };
}

/** How many utterances a search gives at most. */
const mostFound = 100;

/**
 * Searches the newest minutes of every meeting for utterances that hold every word (parted by
 * spaces) in text, speaker or heading; the newest meeting first, `mostFound` at most. Without a
 * word it finds nothing.
 */
export async function searchUtterances(
  db: Database,
  viewer: Viewer,
  words: string,
): Promise<FoundUtterance[]> {
  const sought = words
    .normalize("NFC")
    .split(/[\s　]+/u)
    .filter(Boolean)
    .slice(0, 10);
  if (sought.length === 0) return [];
  const newest = await newestVersions(db, viewer);
  const rows = await db
    .select(columns)
    .from(utterances)
    .innerJoin(minutesVersions, eq(minutesVersions.id, utterances.versionId))
    .innerJoin(meetings, eq(meetings.id, utterances.meetingId))
    .where(
      and(
        inArray(
          utterances.versionId,
          newest.map(({ id }) => id),
        ),
        maySee(viewer, "members") ? undefined : eq(utterances.closed, false),
        ...sought.map((word) => {
          const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
          return or(
            ilike(utterances.text, pattern),
            ilike(utterances.speaker, pattern),
            ilike(utterances.section, pattern),
          );
        }),
      ),
    )
    .orderBy(desc(meetings.number), asc(utterances.ordinal))
    .limit(mostFound);
  return rows.map((row) => ({ ...row, removed: false }));
}

function mayRead(viewer: Viewer, closed: boolean): boolean {
  return !closed || maySee(viewer, "members");
}

/** The newest version that the viewer may see, of one meeting or of each. */
async function newestVersions(db: Database, viewer: Viewer, meetingNumber?: number) {
  return db
    .selectDistinctOn([minutesVersions.meetingId], {
      id: minutesVersions.id,
      version: minutesVersions.version,
      isClosed: sql<boolean>`${minutesVersions.parsed} ->> 'openness' = '非公開'`,
    })
    .from(minutesVersions)
    .innerJoin(meetings, eq(meetings.id, minutesVersions.meetingId))
    .where(
      and(
        inArray(minutesVersions.audience, publishedTo(viewer)),
        meetingNumber === undefined ? undefined : eq(meetings.number, meetingNumber),
      ),
    )
    .orderBy(minutesVersions.meetingId, desc(minutesVersions.version));
}
