import type { CommentThread } from "#app/domain/discussion/index.ts";
import { articleChangesOf } from "#app/domain/interim-draft/article-changes.ts";
import { articlePartsOf } from "#app/domain/interim-draft/article-parts.ts";
import type { InterimDraftParts } from "#app/domain/interim-draft/parts.ts";
import { removedPartsOf } from "#app/domain/interim-draft/removed-parts.ts";
import { textBlocksOf } from "#app/domain/interim-draft/text-blocks.ts";
import { inlineComparison } from "#app/domain/ordinance/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { alignmentBetween } from "../comparisons.ts";
import { identitiesIn } from "../provisions.ts";
import { type DraftVersion, versionsWithText } from "../versions.ts";

/** The text of an interim draft and what became of it since the published version before. */
export interface DraftTextParts
  extends Pick<InterimDraftParts, "changes" | "removedArticles">,
    Required<Pick<InterimDraftParts, "version">> {
  /** The published versions up to the draft's own, oldest first. */
  versions: DraftVersion[];
  /** The identity of every provision that any of them has. */
  provisionIds: string[];
}

/**
 * Reads the text from the published versions; undefined when the one asked for is not public.
 * `threads` are the comments that will stand in the draft: none may be left without a place.
 */
export async function draftText(
  db: Database,
  versionId: string,
  threads: readonly CommentThread[],
): Promise<DraftTextParts | undefined> {
  const published = await versionsWithText(db, anyone);
  const own = published.find(({ id }) => id === versionId);
  if (own === undefined) return undefined;
  const versions = published.filter(({ number }) => number <= own.number);
  const identified = await Promise.all(
    versions.map(async (version) => ({ version, identities: await identitiesIn(db, version) })),
  );
  const [newest, ...earlier] = identified
    .reverse()
    .map(({ version: { label, parsed }, identities }) => ({
      label,
      ordinance: parsed,
      identityOf: (path: string) => identities.get(path),
    }));
  if (newest === undefined) return undefined;
  const { changes, removedArticles } = await changesSince(db, versions.at(-2), own, newest);
  const { articles, removed } = removedPartsOf(
    articlePartsOf(own.parsed, newest.identityOf),
    earlier,
    removedArticles,
    threads.map(({ provision, place, version }) => ({
      provisionId: provision.id,
      place,
      versionLabel: version.label,
    })),
  );
  return {
    version: {
      number: own.number,
      label: own.label,
      plain: own.source,
      blocks: textBlocksOf(own.parsed, newest.identityOf),
      articles,
    },
    changes,
    removedArticles: removed,
    versions,
    provisionIds: [...new Set(identified.flatMap(({ identities }) => [...identities.values()]))],
  };
}

async function changesSince(
  db: Database,
  before: DraftVersion | undefined,
  own: DraftVersion,
  { identityOf }: { identityOf: (path: string) => string | undefined },
): Promise<ReturnType<typeof articleChangesOf>> {
  if (before === undefined) return { changes: [], removedArticles: [] };
  const alignment = await alignmentBetween(db, before, own);
  const comparison = inlineComparison(before.parsed, own.parsed, { alignment });
  return articleChangesOf(comparison, before.parsed, identityOf);
}
