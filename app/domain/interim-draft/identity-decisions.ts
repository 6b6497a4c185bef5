import { type AlignmentDecision, type Ordinance, provisionsOf } from "../ordinance/index.ts";
import type { IdentityOf } from "./text-blocks.ts";

/** A version with the identities of its provisions. */
export interface IdentifiedVersion {
  ordinance: Ordinance;
  identityOf: IdentityOf;
}

/**
 * What stored identities say of two versions that did not follow one another directly (a version
 * in between was never published): which provisions are the same, which are new, which are gone.
 */
export function decisionsFromIdentities(
  before: IdentifiedVersion,
  after: IdentifiedVersion,
): AlignmentDecision[] {
  const olds = pathsByIdentity(before);
  const news = pathsByIdentity(after);
  const decisions: AlignmentDecision[] = [];
  for (const [identity, path] of news) {
    const old = olds.get(identity);
    decisions.push(
      old === undefined
        ? { kind: "added", after: path }
        : { kind: "same", before: old, after: path },
    );
  }
  for (const [identity, path] of olds) {
    if (!news.has(identity)) decisions.push({ kind: "removed", before: path });
  }
  return decisions;
}

function pathsByIdentity({ ordinance, identityOf }: IdentifiedVersion): Map<string, string> {
  return new Map(
    provisionsOf(ordinance).flatMap(({ path }) => {
      const identity = identityOf(path);
      return identity === undefined ? [] : [[identity, path] as const];
    }),
  );
}
