import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { linksOf } from "./links.ts";
import { provisionsIn, wholePath } from "./provisions.ts";
import { type DraftVersion, versionById } from "./versions.ts";

/** A version with what its page shows beside the text. */
export interface OrdinancePage {
  version: VersionSummary;
  ordinance: Ordinance;
  /** The version before, where the viewer may see it. */
  previous: { number: number; label: string } | undefined;
  /** The public number of each provision's identity, by path. */
  numbers: Map<string, number>;
  /** What led to an article (前文, 附則, 別表) or to anything in it, by the article's path. */
  evidence: Map<string, Link[]>;
}

/** Gathers the page of a version that the viewer was given before. */
export async function ordinancePage(
  db: Database,
  viewer: Viewer,
  { source, parsed, previousId, decisions, ...version }: DraftVersion,
): Promise<OrdinancePage> {
  const [rows, previous] = await Promise.all([
    provisionsIn(db, version),
    previousId === null ? undefined : versionById(db, viewer, previousId),
  ]);
  const links = await linksOf(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  const evidence = new Map<string, Link[]>();
  for (const { id, path } of rows) {
    const own = links.get(id);
    const whole = wholePath(path);
    if (own) evidence.set(whole, [...(evidence.get(whole) ?? []), ...own]);
  }
  return {
    version,
    ordinance: parsed,
    previous: previous && { number: previous.number, label: previous.label },
    numbers: new Map(rows.map(({ path, number }) => [path, number])),
    evidence,
  };
}
