import { PointerResolver } from "./pointer-resolver.ts";
import { ProvisionIndex } from "./provision-index.ts";
import type { Reference } from "./reference.ts";
import { ReferenceScanner } from "./reference-scanner.ts";
import type { Ordinance } from "./structure.ts";

/**
 * Every reference of an ordinance, in reading order, with its target or why it has none. What
 * stands in 「」 is quoted and left alone. `identities` maps paths to identities.
 */
export function resolveReferences(
  ordinance: Ordinance,
  identities: ReadonlyMap<string, string> = new Map(),
): Reference[] {
  const index = new ProvisionIndex(ordinance);
  const resolver = new PointerResolver(ordinance, index);
  const references: Reference[] = [];
  for (const node of index.nodes) {
    if (["title", "toc", "enactStatement"].includes(node.kind)) continue;
    for (const reference of new ReferenceScanner(node, resolver).scan()) references.push(reference);
  }
  for (const reference of references) {
    reference.identities = reference.targets.flatMap((path) => identities.get(path) ?? []);
  }
  return references;
}
