import { and, asc, eq, inArray } from "drizzle-orm";
import { maySee, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { meetings, minutesVersions, utterances } from "#db/schema/index.ts";
import { publishedTo } from "./published.ts";

/** The addresses that a meeting's minutes have: for the sitemap. */
export interface MeetingAddresses {
  meeting: number;
  versions: number[];
  /** Every utterance number of any version, the closed ones left out. */
  utterances: number[];
}

/** Every meeting with the versions and utterances that have a page for the viewer. */
export async function listMeetingAddresses(
  db: Database,
  viewer: Viewer,
): Promise<MeetingAddresses[]> {
  const rows = await db
    .select({ meeting: meetings.number, version: minutesVersions.version, id: minutesVersions.id })
    .from(meetings)
    .leftJoin(
      minutesVersions,
      and(
        eq(minutesVersions.meetingId, meetings.id),
        inArray(minutesVersions.audience, publishedTo(viewer)),
      ),
    )
    .orderBy(asc(meetings.number), asc(minutesVersions.version));
  const spoken = await db
    .select({ versionId: utterances.versionId, number: utterances.number })
    .from(utterances)
    .where(
      and(
        inArray(
          utterances.versionId,
          rows.flatMap(({ id }) => id ?? []),
        ),
        maySee(viewer, "members") ? undefined : eq(utterances.closed, false),
      ),
    );
  return [...new Set(rows.map(({ meeting }) => meeting))].map((meeting) => {
    const own = rows.filter((row) => row.meeting === meeting);
    const ids = new Set(own.map(({ id }) => id));
    const numbers = spoken.flatMap(({ versionId, number }) => (ids.has(versionId) ? number : []));
    return {
      meeting,
      versions: own.flatMap(({ version }) => version ?? []),
      utterances: [...new Set(numbers)].sort((a, b) => a - b),
    };
  });
}
