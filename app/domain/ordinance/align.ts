import type { AlignedPair, Alignment, AlignmentDecision } from "./alignment.ts";
import { inReadingOrder } from "./alignment-order.ts";
import { movedMatches } from "./longest-run.ts";
import { type Match, matchBranches } from "./match-branches.ts";
import { type Branch, isDivision, type ProvisionTree, treesOf } from "./provision-tree.ts";
import { findMerged, findSplit, type Parted } from "./split-and-merged.ts";
import type { Ordinance } from "./structure.ts";

/**
 * Says of every provision of two versions which of the one is which of the other, whatever its
 * number: articles first, then what stands in matched ones, then what went from one article to
 * another. People's decisions overrule; those that name unknown paths are passed over.
 * Near linear in the length of the texts.
 */
export function alignVersions(
  before: Ordinance,
  after: Ordinance,
  decisions: readonly AlignmentDecision[] = [],
): Alignment {
  return alignTrees(...treesOf(before, after), decisions);
}

/** As `alignVersions`, for trees that were built together. */
export function alignTrees(
  before: ProvisionTree,
  after: ProvisionTree,
  decisions: readonly AlignmentDecision[] = [],
): Alignment {
  return new Aligner(before, after).align(decisions);
}

class Aligner {
  private readonly matchOf = new Map<Branch, Match>();
  private readonly decided = new Set<Branch>();
  private readonly moved = new Set<Match>();

  constructor(
    private readonly before: ProvisionTree,
    private readonly after: ProvisionTree,
  ) {}

  align(decisions: readonly AlignmentDecision[]): Alignment {
    this.decide(decisions);
    this.matchLevel(this.before.top.filter(isPlain), this.after.top.filter(isPlain));
    this.matchLevel(this.before.all.filter(isDivision), this.after.all.filter(isDivision));
    this.matchLevel(this.before.all.filter(isMainArticle), this.after.all.filter(isMainArticle));
    this.matchChildren();
    for (const kind of ["article", "paragraph", "item", "subitem"] as const) {
      const free = (b: Branch) => b.node.kind === kind && this.isFree(b);
      this.matchLevel(this.before.all.filter(free), this.after.all.filter(free), true);
      this.matchChildren();
    }
    return { pairs: this.pairs() };
  }

  private decide(decisions: readonly AlignmentDecision[]): void {
    for (const decision of decisions) {
      const before =
        decision.kind === "added" ? undefined : this.before.byPath.get(decision.before);
      const after = decision.kind === "removed" ? undefined : this.after.byPath.get(decision.after);
      if (
        decision.kind === "same" &&
        before &&
        after &&
        this.isFree(before) &&
        this.isFree(after)
      ) {
        this.add({ before, after, confidence: 1 });
      }
      if (before) this.decided.add(before);
      if (after) this.decided.add(after);
    }
  }

  private isFree(branch: Branch): boolean {
    return !this.matchOf.has(branch) && !this.decided.has(branch);
  }

  private add(match: Match): void {
    this.matchOf.set(match.before, match);
    this.matchOf.set(match.after, match);
  }

  /** Matches provisions of one level; `elsewhere` says that their parents are not the same one. */
  private matchLevel(before: readonly Branch[], after: readonly Branch[], elsewhere = false): void {
    const free = [before, after].map((side) => side.filter((branch) => this.isFree(branch)));
    for (const match of matchBranches(free[0] ?? [], free[1] ?? [])) {
      // Across articles only words prove that a provision is the same one.
      if (elsewhere && match.confidence < 0.6) continue;
      if (elsewhere && match.before.own.length < 12) continue;
      this.add(match);
      if (elsewhere) this.moved.add(match);
    }
    const all = before.flatMap((branch) => this.matchOf.get(branch) ?? []);
    for (const match of movedMatches(all)) this.moved.add(match);
  }

  private readonly done = new Set<Match>();

  private matchChildren(): void {
    for (const branch of this.before.all) {
      const match = this.matchOf.get(branch);
      if (!match || this.done.has(match) || isDivision(branch)) continue;
      this.done.add(match);
      const olds = match.before.children.filter((child) => this.isFree(child));
      const news = match.after.children.filter((child) => this.isFree(child));
      const [old, other] = [olds[0], news[0]];
      if (match.before.wholeId === match.after.wholeId && olds.length === news.length) {
        olds.forEach((child, index) => {
          const same = news[index];
          if (same) this.add({ before: child, after: same, confidence: match.confidence });
        });
      } else if (old && other && isSole(old) && isSole(other)) {
        this.add({ before: old, after: other, confidence: match.confidence });
      } else this.matchLevel(match.before.children, match.after.children);
    }
  }

  private pairs(): AlignedPair[] {
    const partnerOf = (branch: Branch) => {
      const match = this.matchOf.get(branch);
      return match && (match.before === branch ? match.after : match.before);
    };
    const free = (branch: Branch) => this.isFree(branch);
    const split = findSplit(this.before.all, this.after.all.filter(free), partnerOf);
    const merged = findMerged(this.before.all.filter(free), this.after.all, partnerOf);
    const pairOf = new Map<Branch, AlignedPair>();
    for (const branch of this.after.all)
      pairOf.set(branch, this.pairOfNew(branch, split.get(branch)));
    for (const branch of this.before.all) {
      const match = this.matchOf.get(branch);
      if (!match) pairOf.set(branch, this.pairOfGone(branch, merged.get(branch)));
    }
    return inReadingOrder(this.before, this.after, partnerOf).flatMap((b) => pairOf.get(b) ?? []);
  }

  private pairOfNew(after: Branch, split: Parted | undefined): AlignedPair {
    const { kind, path } = after.node;
    const match = this.matchOf.get(after);
    if (match) {
      const moved = this.moved.has(match);
      const reworded = match.before.wholeId !== after.wholeId;
      return {
        status: moved
          ? reworded
            ? "moved-and-reworded"
            : "moved"
          : reworded
            ? "reworded"
            : "kept",
        kind,
        before: match.before.node.path,
        after: path,
        renumbered: match.before.node.label !== after.node.label,
        confidence: match.confidence,
        decided: this.decided.has(after),
      };
    }
    const decided = this.decided.has(after);
    if (split) {
      const before = split.other.node.path;
      const { confidence } = split;
      return { status: "split", kind, before, after: path, renumbered: false, confidence, decided };
    }
    return { status: "added", kind, after: path, renumbered: false, confidence: 1, decided };
  }

  private pairOfGone(before: Branch, merged: Parted | undefined): AlignedPair {
    const { kind, path } = before.node;
    const decided = this.decided.has(before);
    if (merged) {
      const after = merged.other.node.path;
      const { confidence } = merged;
      return {
        status: "merged",
        kind,
        before: path,
        after,
        renumbered: false,
        confidence,
        decided,
      };
    }
    return { status: "removed", kind, before: path, renumbered: false, confidence: 1, decided };
  }
}

/** What stands at the top and is no article or chapter: 題名, 目次, 前文, 附則, 別表. */
function isPlain(branch: Branch): boolean {
  return !isDivision(branch) && branch.node.kind !== "article";
}

function isMainArticle(branch: Branch): boolean {
  return branch.node.kind === "article" && !branch.node.path.startsWith("suppl-");
}

function isSole(branch: Branch): boolean {
  return branch.parent?.children.length === 1;
}
