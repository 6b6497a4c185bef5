import { inArray } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { type links, meetings } from "#db/schema/index.ts";
import { type FoundUtterance, findUtterance } from "./utterances.ts";

type LinkRow = Pick<typeof links.$inferSelect, "id" | "meetingId" | "utterance">;

/**
 * The utterances that links lead to, by the link's identifier, as the newest minutes that hold
 * them read; those that the viewer may not read are left out.
 */
export async function linkedUtterances(
  db: Database,
  viewer: Viewer,
  rows: readonly LinkRow[],
): Promise<Map<string, FoundUtterance>> {
  const meetingIds = [...new Set(rows.flatMap(({ meetingId }) => meetingId ?? []))];
  if (meetingIds.length === 0) return new Map();
  const numbers = await db
    .select({ id: meetings.id, number: meetings.number })
    .from(meetings)
    .where(inArray(meetings.id, meetingIds));
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  const places = new Map<string, Promise<FoundUtterance | undefined>>();
  const found = await Promise.all(
    rows.map(async ({ id, meetingId, utterance }) => {
      const meeting = numberOf.get(meetingId ?? "");
      if (meeting === undefined || utterance === null) return [];
      const place = `${meeting}/${utterance}`;
      const sought = places.get(place) ?? findUtterance(db, viewer, meeting, utterance);
      places.set(place, sought);
      const target = await sought;
      return target ? [[id, target] as const] : [];
    }),
  );
  return new Map(found.flat());
}
