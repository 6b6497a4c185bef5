import { LRUCache } from "lru-cache";
import { ComparedVersions } from "#app/domain/comparison/index.ts";
import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Alignment, AlignmentDecision } from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { identitiesIn } from "./provisions.ts";
import { type DraftVersion, versionById, versionSummaries } from "./versions.ts";

/** Two versions by their numbers and what changed between them. */
export interface VersionComparison {
  from: VersionSummary;
  to: VersionSummary;
  compared: ComparedVersions;
}

/**
 * Compares two versions by their public numbers; undefined when there is none of that number or
 * the viewer may not see it. Texts are read and compared only where the pair is not kept.
 */
export async function comparisonBetween(
  db: Database,
  viewer: Viewer,
  numbers: { from: number; to: number },
): Promise<VersionComparison | undefined> {
  const found = await versionSummaries(db, viewer, [numbers.from, numbers.to]);
  const from = found.get(numbers.from);
  const to = found.get(numbers.to);
  if (!from || !to) return undefined;
  const kept = keptPair(from, to);
  if (kept) return { from, to, compared: kept };
  const [before, after] = await Promise.all([
    versionById(db, viewer, from.id),
    versionById(db, viewer, to.id),
  ]);
  return before && after && { from, to, compared: await comparedVersions(db, before, after) };
}

/**
 * What changed between two versions, by the stored identities of their provisions. For a version
 * and the one before it the alignment is the one the identities came from. A pair of shown
 * versions is kept, since neither changes any more.
 */
export async function comparedVersions(
  db: Database,
  before: DraftVersion,
  after: DraftVersion,
): Promise<ComparedVersions> {
  const kept = keptPair(before, after);
  if (kept) return kept;
  const decisions =
    after.previousId === before.id ? after.decisions : await byIdentity(db, before, after);
  const compared = new ComparedVersions(before, after, decisions);
  if (isFixed(before) && isFixed(after)) {
    const size = before.source.length + after.source.length;
    pairs.set(pairKey(before, after), compared, { size: Math.max(1, size) });
  }
  return compared;
}

/** Which provision of the one version is which of the other, as `comparedVersions`. */
export async function alignmentBetween(
  db: Database,
  before: DraftVersion,
  after: DraftVersion,
): Promise<Alignment> {
  return (await comparedVersions(db, before, after)).alignment;
}

/** Pairs by the identifiers of both; measured in characters of their texts. */
const pairs = new LRUCache<string, ComparedVersions>({ maxSize: 4_000_000 });

type Version = Pick<VersionSummary, "id" | "audience">;

function pairKey(before: Version, after: Version): string {
  return `${before.id} ${after.id}`;
}

/** The database refuses changes to versions that anyone beside the secretariat was shown. */
function isFixed({ audience }: Version): boolean {
  return audience !== "secretariat";
}

function keptPair(before: Version, after: Version): ComparedVersions | undefined {
  return isFixed(before) && isFixed(after) ? pairs.get(pairKey(before, after)) : undefined;
}

async function byIdentity(
  db: Database,
  before: DraftVersion,
  after: DraftVersion,
): Promise<AlignmentDecision[]> {
  const [olds, news] = await Promise.all([identitiesIn(db, before), identitiesIn(db, after)]);
  const pathOf = new Map([...news].map(([path, id]) => [id, path]));
  const known = new Set(olds.values());
  const decisions: AlignmentDecision[] = [];
  for (const [path, id] of olds) {
    const counterpart = pathOf.get(id);
    decisions.push(
      counterpart === undefined
        ? { kind: "removed", before: path }
        : { kind: "same", before: path, after: counterpart },
    );
  }
  for (const [path, id] of news) {
    if (!known.has(id)) decisions.push({ kind: "added", after: path });
  }
  return decisions;
}
