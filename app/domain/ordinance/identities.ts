import { type Alignment, isSame } from "./alignment.ts";

/**
 * Gives every provision of the new version its identity: the identity of its counterpart where
 * there is one, a new one otherwise (also for what was split off). `previous` maps the paths of the
 * version before to identities; the result maps the paths of the new version.
 */
export function assignIdentities(
  alignment: Alignment,
  previous: ReadonlyMap<string, string>,
  newId: () => string,
): Map<string, string> {
  const identities = new Map<string, string>();
  for (const pair of alignment.pairs) {
    if (pair.after === undefined || pair.status === "merged") continue;
    const known = isSame(pair) ? previous.get(pair.before) : undefined;
    identities.set(pair.after, known ?? newId());
  }
  return identities;
}
