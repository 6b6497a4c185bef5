import { type CommentThread, passes, type ThreadFilter } from "#app/domain/discussion/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { listThreads } from "./comments.ts";
import { type ProvisionRow, provisionsIn, wholePath } from "./provisions.ts";
import { listVersions } from "./versions.ts";

/** Comments that pass a filter, newest first, and the articles one can filter by. */
export interface FilteredThreads {
  threads: CommentThread[];
  /** How many there are without a filter. */
  all: number;
  /** The articles that have comments, named as in the newest version that has them. */
  articles: { number: number; label: string }[];
}

/** Lists the comments that pass a filter. A comment on a 項 counts as one on its article. */
export async function filteredThreads(
  db: Database,
  viewer: SignedIn,
  filter: ThreadFilter,
): Promise<FilteredThreads> {
  const [threads, versions] = await Promise.all([
    listThreads(db, viewer),
    listVersions(db, viewer),
  ]);
  const rows = await Promise.all(
    versions.map(async (version) => ({ version, rows: await provisionsIn(db, version) })),
  );
  const wholeOf = new Map<string, ProvisionRow>();
  const named = new Map<number, { label: string; order: number }>();
  for (const { version, rows: own } of rows) {
    const byPath = new Map(own.map((row) => [row.path, row]));
    for (const [order, row] of own.entries()) {
      const whole = byPath.get(wholePath(row.path)) ?? row;
      wholeOf.set(`${version.id} ${row.id}`, whole);
      const isNewest = version === versions[0];
      const label = isNewest ? row.fullLabel : `${version.label}の${row.fullLabel}（今はない条項）`;
      if (!named.has(row.number)) {
        named.set(row.number, { label, order: isNewest ? order : order + 100_000 });
      }
    }
  }
  const articleOf = ({ version, provision }: CommentThread) =>
    wholeOf.get(`${version.id} ${provision.id}`)?.number;
  const numbers = new Set(threads.flatMap((thread) => articleOf(thread) ?? []));
  const orderOf = (number: number) => named.get(number)?.order ?? 0;
  return {
    threads: threads.filter((thread) => passes(thread, filter, viewer.accountId, articleOf)),
    all: threads.length,
    articles: [...numbers]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((number) => ({ number, label: named.get(number)?.label ?? "" })),
  };
}
