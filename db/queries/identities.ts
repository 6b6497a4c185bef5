import { randomUUID } from "node:crypto";
import {
  type AlignmentDecision,
  alignVersions,
  assignIdentities,
  emptyOrdinance,
  isSame,
  type Ordinance,
} from "#app/domain/ordinance/index.ts";

/** A version's text with the identity of each of its provisions, by path. */
export interface IdentifiedText {
  parsed: Ordinance;
  identities: ReadonlyMap<string, string>;
}

/**
 * The identities of a version's provisions, by path: those of the version before where a provision
 * is the same one, then those it had in its own earlier wording, and new ones for the rest.
 */
export function identitiesFor(
  parsed: Ordinance,
  decisions: readonly AlignmentDecision[],
  previous: IdentifiedText | undefined,
  earlier: IdentifiedText | undefined,
): Map<string, string> {
  const fresh = new Set<string>();
  const identities = assignIdentities(
    alignVersions(previous?.parsed ?? emptyOrdinance(parsed.style), parsed, decisions),
    previous?.identities ?? new Map(),
    () => {
      const id = randomUUID();
      fresh.add(id);
      return id;
    },
  );
  if (earlier === undefined) return identities;
  const inherited = new Set(previous?.identities.values());
  const taken = new Set(identities.values());
  for (const pair of alignVersions(earlier.parsed, parsed).pairs) {
    if (!isSame(pair)) continue;
    const current = identities.get(pair.after);
    const known = earlier.identities.get(pair.before);
    if (current === undefined || known === undefined || !fresh.has(current)) continue;
    // An identity of the version before is given by the alignment alone.
    if (inherited.has(known) || taken.has(known)) continue;
    identities.set(pair.after, known);
    taken.add(known);
  }
  return identities;
}

/** Decisions on an earlier wording of a version, said of its new wording; others fall away. */
export function carryDecisions(
  decisions: readonly AlignmentDecision[],
  earlier: Ordinance,
  parsed: Ordinance,
): AlignmentDecision[] {
  if (decisions.length === 0) return [];
  const paths = new Map<string, string>();
  for (const pair of alignVersions(earlier, parsed).pairs) {
    if (isSame(pair)) paths.set(pair.before, pair.after);
  }
  return decisions.flatMap((decision): AlignmentDecision[] => {
    if (decision.kind === "removed") return [decision];
    const after = paths.get(decision.after);
    return after === undefined ? [] : [{ ...decision, after }];
  });
}
