import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { AlignmentDecision, Ordinance } from "#app/domain/ordinance/index.ts";
import { audiencesOf, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions } from "#db/schema/index.ts";

/** A version with its text. `decisions` correct its alignment with `previousId`. */
export interface DraftVersion extends VersionSummary {
  source: string;
  parsed: Ordinance;
  previousId: string | null;
  decisions: AlignmentDecision[];
}

const summary = {
  id: draftVersions.id,
  number: draftVersions.number,
  label: draftVersions.label,
  note: draftVersions.note,
  audience: draftVersions.audience,
  isSample: draftVersions.isSample,
  createdAt: draftVersions.createdAt,
  toMembersAt: draftVersions.toMembersAt,
  publishedAt: draftVersions.publishedAt,
};

const whole = {
  ...summary,
  source: draftVersions.source,
  parsed: draftVersions.parsed,
  previousId: draftVersions.previousId,
  decisions: draftVersions.decisions,
};

const visible = (viewer: Viewer) => inArray(draftVersions.audience, audiencesOf(viewer));

/** The versions a viewer may see, newest first. */
export async function listVersions(db: Database, viewer: Viewer): Promise<VersionSummary[]> {
  return db
    .select(summary)
    .from(draftVersions)
    .where(visible(viewer))
    .orderBy(desc(draftVersions.number));
}

/** The newest version a viewer may see. Ask as `anyone` for the newest published one. */
export async function newestVersion(
  db: Database,
  viewer: Viewer,
): Promise<DraftVersion | undefined> {
  const [row] = await db
    .select(whole)
    .from(draftVersions)
    .where(visible(viewer))
    .orderBy(desc(draftVersions.number))
    .limit(1);
  return row;
}

/** A version by its number; undefined when there is none or the viewer may not see it. */
export async function versionByNumber(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<DraftVersion | undefined> {
  const [row] = await db
    .select(whole)
    .from(draftVersions)
    .where(and(eq(draftVersions.number, number), visible(viewer)));
  return row;
}

/** Versions without their texts, by number; those the viewer may not see are left out. */
export async function versionSummaries(
  db: Database,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<Map<number, VersionSummary>> {
  const rows = await db
    .select(summary)
    .from(draftVersions)
    .where(and(inArray(draftVersions.number, [...numbers]), visible(viewer)));
  return new Map(rows.map((row) => [row.number, row]));
}

/** A version by its identifier, as `versionByNumber`. */
export async function versionById(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<DraftVersion | undefined> {
  const [row] = await db
    .select(whole)
    .from(draftVersions)
    .where(and(eq(draftVersions.id, id), visible(viewer)));
  return row;
}

/** Every version a viewer may see with its text, oldest first: for histories. */
export async function versionsWithText(db: Database, viewer: Viewer): Promise<DraftVersion[]> {
  return db
    .select(whole)
    .from(draftVersions)
    .where(visible(viewer))
    .orderBy(asc(draftVersions.number));
}
