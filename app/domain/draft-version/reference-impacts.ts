import {
  type Alignment,
  checkDrafting,
  isSame,
  type Ordinance,
  provisionsOf,
  type Reference,
  resolveReferences,
} from "../ordinance/index.ts";
import { type Fate, fateWords } from "./fates.ts";

/** A reference of the new version that somebody has to look at because of what changed. */
export interface ReferenceImpact {
  /** 誤り: it points wrong, or nowhere. 注意: it points right, at words that changed. */
  severity: "誤り" | "注意";
  /** Where it stands: 「第14条第2項」, and its line in the source. */
  label: string;
  line: number;
  /** The reference as written. */
  text: string;
  /** Japanese. */
  message: string;
}

/**
 * The references whose target is gone, is another provision than before (one article off after
 * renumbering), or was reworded or moved. In reading order.
 */
export function referenceImpacts(
  before: Ordinance,
  after: Ordinance,
  alignment: Alignment,
  fates: ReadonlyMap<string, Fate>,
): ReferenceImpact[] {
  const nodes = new Map(provisionsOf(after).map((node) => [node.path, node]));
  const olds = new Map(alignment.pairs.filter(isSame).map((pair) => [pair.after, pair.before]));
  const known = new Map(
    resolveReferences(before)
      .filter(({ kind }) => kind === "internal")
      .map((reference) => [`${reference.path} ${reference.text}`, reference]),
  );
  const shifted = new Map(
    checkDrafting(after, before, alignment)
      .filter(({ rule }) => rule === "shifted-reference")
      .map((finding) => [`${finding.path} ${finding.start}`, finding]),
  );
  const impactOf = (reference: Reference): Pick<ReferenceImpact, "severity" | "message"> | null => {
    const finding = shifted.get(`${reference.path} ${reference.start}`);
    if (finding) return { severity: finding.severity, message: finding.message };
    const was = known.get(`${olds.get(reference.path) ?? ""} ${reference.text}`);
    if (reference.kind === "unresolved") {
      const problem = reference.problem ?? "指す先がありません。";
      return was
        ? { severity: "誤り", message: `指していた規定がなくなりました。${problem}` }
        : null;
    }
    if (reference.kind !== "internal" || !was || /各[項号]|この/.test(reference.text)) return null;
    for (const target of reference.targets) {
      const fate = fates.get(olds.get(target) ?? "");
      if (!fate || fate.kind === "kept" || fate.kind === "removed") continue;
      const name = nodes.get(target)?.fullLabel ?? "";
      const message = `指す先の${name}は「${fateWords[fate.kind]}」規定です。このままでよいか確かめてください。`;
      return { severity: "注意", message };
    }
    return null;
  };
  return resolveReferences(after).flatMap((reference): ReferenceImpact[] => {
    const impact = impactOf(reference);
    const node = nodes.get(reference.path);
    if (!impact || !node) return [];
    return [{ ...impact, label: node.fullLabel, line: node.line, text: reference.text }];
  });
}
