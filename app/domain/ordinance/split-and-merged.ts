import type { Branch } from "./provision-tree.ts";
import { overlap, ShingleIndex, type Shingles, shinglesOf, without } from "./similarity.ts";

/** The provision of the other version from which (or into which) one was parted. */
export interface Parted {
  other: Branch;
  confidence: number;
}

/**
 * New articles and paragraphs whose words were part of an old one that has lost them: what was
 * split. `fresh` are the provisions of the new version without a counterpart.
 */
export function findSplit(olds: readonly Branch[], fresh: readonly Branch[]): Map<Branch, Parted> {
  return findParted(olds, fresh);
}

/** Removed articles and paragraphs whose words another one has taken in: what was merged. */
export function findMerged(gone: readonly Branch[], news: readonly Branch[]): Map<Branch, Parted> {
  return findParted(news, gone);
}

function findParted(wholes: readonly Branch[], parts: readonly Branch[]): Map<Branch, Parted> {
  const found = new Map<Branch, Parted>();
  for (const kind of ["article", "paragraph"]) {
    const ofKind = parts.filter((b) => b.node.kind === kind && b.whole.length >= 20);
    if (ofKind.length === 0) continue;
    const holders = wholes.filter(({ node, match }) => {
      if (node.kind !== kind || !match || match.isSame) return false;
      return match.before.looseId !== match.after.looseId;
    });
    // Only what the other version lacks can have gone to (or come from) somewhere else.
    const lost: Shingles[] = holders.map((b) => without(b.shingles(), b.partner?.shingles()));
    const index = new ShingleIndex(lost);
    for (const part of ofKind) {
      const words = shinglesOf(part.whole.slice(part.caption.length));
      const best = index.nearest(words)[0];
      const holder = best && holders[best.index];
      const residue = best && lost[best.index];
      if (!holder || !residue) continue;
      const share = overlap(words, residue) / Math.max(1, words.size);
      if (share < 0.6) continue;
      found.set(part, { other: holder, confidence: Math.round(share * 85) / 100 });
    }
  }
  return found;
}
