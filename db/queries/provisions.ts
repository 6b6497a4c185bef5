import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { ProvisionKind } from "#app/domain/ordinance/index.ts";
import { audiencesOf, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions, provisions, versionProvisions } from "#db/schema/index.ts";

/** A provision as one version has it. `id` and `number` are its identity's, over all versions. */
export interface ProvisionRow {
  id: string;
  number: number;
  kind: ProvisionKind;
  path: string;
  parentPath: string | null;
  label: string;
  fullLabel: string;
  caption: string | null;
  text: string;
  anchor: string;
}

const columns = {
  id: versionProvisions.provisionId,
  number: provisions.number,
  kind: provisions.kind,
  path: versionProvisions.path,
  parentPath: versionProvisions.parentPath,
  label: versionProvisions.label,
  fullLabel: versionProvisions.fullLabel,
  caption: versionProvisions.caption,
  text: versionProvisions.text,
  anchor: versionProvisions.anchor,
};

/** The provisions of a version (which the viewer was given before), in reading order. */
export async function provisionsIn(
  db: Database,
  version: Pick<VersionSummary, "id">,
): Promise<ProvisionRow[]> {
  return db
    .select(columns)
    .from(versionProvisions)
    .innerJoin(provisions, eq(provisions.id, versionProvisions.provisionId))
    .where(eq(versionProvisions.versionId, version.id))
    .orderBy(asc(versionProvisions.ordinal));
}

/** The identities of a version's provisions, by path. */
export async function identitiesIn(
  db: Database,
  version: Pick<VersionSummary, "id">,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ path: versionProvisions.path, id: versionProvisions.provisionId })
    .from(versionProvisions)
    .where(eq(versionProvisions.versionId, version.id));
  return new Map(rows.map(({ path, id }) => [path, id]));
}

/** A provision in one version, with everything that stands in it. */
export interface ProvisionInVersion {
  version: { number: number; label: string };
  provision: ProvisionRow;
  /** What stands in it, in reading order, itself left out. */
  within: ProvisionRow[];
}

/**
 * A provision by its public number through the versions a viewer may see, oldest first; versions
 * without it are left out. Empty when the viewer may see it nowhere.
 */
export async function provisionHistory(
  db: Database,
  viewer: Viewer,
  number: number,
): Promise<ProvisionInVersion[]> {
  const found = await db
    .select({
      ...columns,
      versionId: draftVersions.id,
      versionNumber: draftVersions.number,
      versionLabel: draftVersions.label,
    })
    .from(versionProvisions)
    .innerJoin(provisions, eq(provisions.id, versionProvisions.provisionId))
    .innerJoin(draftVersions, eq(draftVersions.id, versionProvisions.versionId))
    .where(and(eq(provisions.number, number), inArray(draftVersions.audience, audiencesOf(viewer))))
    .orderBy(asc(draftVersions.number));
  return Promise.all(
    found.map(async ({ versionId, versionNumber, versionLabel, ...provision }) => ({
      version: { number: versionNumber, label: versionLabel },
      provision,
      within: await provisionsUnder(db, versionId, provision.path),
    })),
  );
}

async function provisionsUnder(
  db: Database,
  versionId: string,
  path: string,
): Promise<ProvisionRow[]> {
  return db
    .select(columns)
    .from(versionProvisions)
    .innerJoin(provisions, eq(provisions.id, versionProvisions.provisionId))
    .where(
      and(
        eq(versionProvisions.versionId, versionId),
        sql`starts_with(${versionProvisions.path}, ${`${path}/`})`,
      ),
    )
    .orderBy(asc(versionProvisions.ordinal));
}

/** The public numbers of the articles, 附則 and 別表 that a viewer may see: for the sitemap. */
export async function listProvisionNumbers(db: Database, viewer: Viewer): Promise<number[]> {
  const rows = await db
    .selectDistinct({ number: provisions.number })
    .from(versionProvisions)
    .innerJoin(provisions, eq(provisions.id, versionProvisions.provisionId))
    .innerJoin(draftVersions, eq(draftVersions.id, versionProvisions.versionId))
    .where(
      and(
        inArray(draftVersions.audience, audiencesOf(viewer)),
        inArray(provisions.kind, ["article", "supplementary", "table"]),
      ),
    )
    .orderBy(asc(provisions.number));
  return rows.map(({ number }) => number);
}

/**
 * The path of the whole that a provision belongs to: its article, or what stands at the top
 * (前文, 附則, 別表). 「art-8/p2/i1」 gives 「art-8」.
 */
export function wholePath(path: string): string {
  return /^(?:suppl-\d+\/)?art-[^/]+/.exec(path)?.[0] ?? path.split("/")[0] ?? path;
}
