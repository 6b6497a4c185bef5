import type { InlineProvision } from "#app/domain/ordinance/index.ts";
import type { Database } from "#db/database.ts";
import { comparedVersions } from "./comparisons.ts";
import { identitiesIn } from "./provisions.ts";
import type { DraftVersion } from "./versions.ts";

/**
 * A provision and what stands in it as one text, with what changed from the one version to the
 * other; twice the same version gives the text as it reads. `provisionId` is its identity.
 */
export async function provisionChange(
  db: Database,
  before: DraftVersion,
  after: DraftVersion,
  provisionId: string,
): Promise<InlineProvision[]> {
  const [olds, news, compared] = await Promise.all([
    identitiesIn(db, before),
    identitiesIn(db, after),
    comparedVersions(db, before, after),
  ]);
  const pathIn = (identities: Map<string, string>) =>
    [...identities].find(([, id]) => id === provisionId)?.[0];
  const [old, now] = [pathIn(olds), pathIn(news)];
  const isIn = (path: string | undefined, whole: string | undefined) =>
    path !== undefined && whole !== undefined && (path === whole || path.startsWith(`${whole}/`));
  return compared
    .provisions()
    .filter((each) => (each.after === undefined ? isIn(each.before, old) : isIn(each.after, now)));
}
