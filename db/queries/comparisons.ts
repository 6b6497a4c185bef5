import {
  type Alignment,
  type AlignmentDecision,
  alignVersions,
} from "#app/domain/ordinance/index.ts";
import type { Database } from "#db/database.ts";
import { identitiesIn } from "./provisions.ts";
import type { DraftVersion } from "./versions.ts";

/**
 * Which provision of the one version is which of the other, by their stored identities. For a
 * version and the one before it that is the alignment the identities came from.
 */
export async function alignmentBetween(
  db: Database,
  before: DraftVersion,
  after: DraftVersion,
): Promise<Alignment> {
  if (after.previousId === before.id) {
    return alignVersions(before.parsed, after.parsed, after.decisions);
  }
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
  return alignVersions(before.parsed, after.parsed, decisions);
}
