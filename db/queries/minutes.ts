import { and, asc, eq, inArray } from "drizzle-orm";
import { withClosedLater } from "#app/domain/minutes/closed-later.ts";
import {
  compareMinutes,
  type Minutes,
  type MinutesComparison,
  minutesFor,
  type ShownMinutes,
} from "#app/domain/minutes/index.ts";
import { type UtteranceHistory, utteranceHistory } from "#app/domain/minutes/utterance-history.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { minutesVersions } from "#db/schema/index.ts";
import { findMeeting, type Meeting } from "./meetings.ts";
import { listPapers, type PaperRow } from "./papers.ts";
import { type PublishedAudience, publishedTo } from "./published.ts";

/** A published version of the minutes, as lists name it. */
export interface MinutesVersion {
  version: number;
  audience: PublishedAudience;
  /** Why it corrects the version before; null for the first. */
  reason: string | null;
  publishedAt: Date | null;
}

/** A meeting as a viewer may see it; closed passages are already withheld in `minutes`. */
export interface MeetingPage {
  meeting: Meeting;
  papers: PaperRow[];
  minutes?: MinutesVersion & { shown: ShownMinutes };
  /** All versions the viewer may read, the oldest first. */
  versions: MinutesVersion[];
}

/** The meeting with its papers and the newest minutes; undefined when there is no such meeting. */
export async function findMeetingPage(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<MeetingPage | undefined> {
  const found = await findMeeting(db, number);
  if (!found) return undefined;
  const { id, ...meeting } = found;
  const [papers, versions] = await Promise.all([
    listPapers(db, viewer, id),
    readVersions(db, viewer, id),
  ]);
  const newest = versions.at(-1);
  return {
    meeting,
    papers,
    minutes: newest && { ...describe(newest), shown: minutesFor(viewer, newest.minutes) },
    versions: versions.map(describe),
  };
}

/** One version of the minutes with what came before and after it. */
export interface MinutesVersionPage {
  meeting: Meeting;
  minutes: MinutesVersion & { shown: ShownMinutes };
  versions: MinutesVersion[];
  newest: number;
  /** The correction that replaced this version; for the newest, what it corrected itself. */
  correction?: { from: number; to: MinutesVersion; comparison: MinutesComparison };
}

/** One version of the minutes; undefined when the viewer may not see such a version. */
export async function findMinutesVersion(
  db: Database,
  viewer: Viewer,
  number: number,
  version: number,
): Promise<MinutesVersionPage | undefined> {
  const found = await findMeeting(db, number);
  if (!found) return undefined;
  const { id, ...meeting } = found;
  const versions = await readVersions(db, viewer, id);
  const at = versions.findIndex((one) => one.version === version);
  const own = versions[at];
  if (!own) return undefined;
  const [before, after] = versions[at + 1] ? [own, versions[at + 1]] : [versions[at - 1], own];
  return {
    meeting,
    minutes: { ...describe(own), shown: minutesFor(viewer, own.minutes) },
    versions: versions.map(describe),
    newest: versions.at(-1)?.version ?? version,
    correction:
      before && after
        ? {
            from: before.version,
            to: describe(after),
            comparison: compareMinutes(viewer, before.minutes, after.minutes),
          }
        : undefined,
  };
}

/** An utterance with its meeting and its way through the corrections. */
export interface UtterancePage {
  meeting: Meeting;
  versions: MinutesVersion[];
  history: UtteranceHistory;
}

/** The page of one utterance; undefined when no version that the viewer may see has it. */
export async function findUtterancePage(
  db: Database,
  viewer: Viewer,
  number: number,
  utterance: number,
): Promise<UtterancePage | undefined> {
  const found = await findMeeting(db, number);
  if (!found) return undefined;
  const { id, ...meeting } = found;
  const versions = await readVersions(db, viewer, id);
  const history = utteranceHistory(viewer, versions, utterance);
  return history && { meeting, versions: versions.map(describe), history };
}

type VersionRow = MinutesVersion & { minutes: Minutes };

/** The whole text, closed passages included: it must not leave this file without `minutesFor`. */
async function readVersions(
  db: Database,
  viewer: Viewer,
  meetingId: string,
): Promise<VersionRow[]> {
  const audiences = publishedTo(viewer);
  const rows = await db
    .select({
      version: minutesVersions.version,
      audience: minutesVersions.audience,
      reason: minutesVersions.reason,
      publishedAt: minutesVersions.publishedAt,
      minutes: minutesVersions.parsed,
    })
    .from(minutesVersions)
    .where(
      and(eq(minutesVersions.meetingId, meetingId), inArray(minutesVersions.audience, audiences)),
    )
    .orderBy(asc(minutesVersions.version));
  return rows.flatMap((row, at) => {
    const audience = audiences.find((one) => one === row.audience);
    const later = rows.slice(at + 1).map(({ minutes }) => minutes);
    return audience ? [{ ...row, audience, minutes: withClosedLater(row.minutes, later) }] : [];
  });
}

function describe({ version, audience, reason, publishedAt }: VersionRow): MinutesVersion {
  return { version, audience, reason, publishedAt };
}
