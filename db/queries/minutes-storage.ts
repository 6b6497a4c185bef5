import { type Minutes, utterancesOf, utteranceText } from "#app/domain/minutes/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { minutesVersions, utterances } from "#db/schema/index.ts";
import type { MeetingRow } from "./minutes-desk.ts";

/** A text to be saved or published. `minutes` is what `parseMinutes` made of `source`. */
export interface WrittenMinutes {
  source: string;
  minutes: Minutes;
  /** Why it corrects the version before; null for the first version. */
  reason: string | null;
  /** The state the form was filled from. */
  base: string;
}

/** Writes a version that is not published yet over the draft of the same number; gives its id. */
export async function storeDraft(
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

/** Stores the utterances of a version, all numbered, with the plain text that is searched. */
export async function storeUtterances(
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
