import { alignedPairs } from "./aligned-pairs.ts";
import type { Alignment, AlignmentDecision } from "./alignment.ts";
import { movedMatches } from "./longest-run.ts";
import { Match } from "./match.ts";
import { matchBranches } from "./match-branches.ts";
import type { PairBranch } from "./pair-tree.ts";
import { type Branch, type ProvisionTree, treesOf } from "./provision-tree.ts";
import { isDivision } from "./provisions.ts";
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
  return { pairs: alignProvisions(before, after, decisions).map(({ pair }) => pair) };
}

/** As `alignVersions`, each pair with its provisions and with the pairs beneath it. */
export function alignProvisions(
  before: Ordinance,
  after: Ordinance,
  decisions: readonly AlignmentDecision[] = [],
): PairBranch[] {
  return new Aligner(...treesOf(before, after)).align(decisions);
}

class Aligner {
  constructor(
    private readonly before: ProvisionTree,
    private readonly after: ProvisionTree,
  ) {}

  align(decisions: readonly AlignmentDecision[]): PairBranch[] {
    const { before, after } = this;
    if (decisions.length > 0) this.decide(decisions);
    this.matchLevel(before.top.filter(isPlain), after.top.filter(isPlain));
    const divisions = ({ all }: ProvisionTree) => all.filter(({ node }) => isDivision(node));
    this.matchLevel(divisions(before), divisions(after));
    this.matchLevel(before.all.filter(isMainArticle), after.all.filter(isMainArticle));
    this.matchChildren();
    this.matchElsewhere();
    return alignedPairs(before, after);
  }

  private decide(decisions: readonly AlignmentDecision[]): void {
    const [olds, news] = [this.before, this.after].map(
      ({ all }) => new Map(all.map((branch) => [branch.node.path, branch])),
    );
    for (const decision of decisions) {
      const before = decision.kind === "added" ? undefined : olds?.get(decision.before);
      const after = decision.kind === "removed" ? undefined : news?.get(decision.after);
      if (decision.kind === "same" && before?.isFree && after?.isFree) {
        this.add(new Match(before, after, 1));
      }
      if (before) before.decided = true;
      if (after) after.decided = true;
    }
  }

  private add(match: Match): void {
    match.before.match = match;
    match.after.match = match;
  }

  /** Matches provisions of one level that stand in the same one. */
  private matchLevel(before: readonly Branch[], after: readonly Branch[]): void {
    if (before.length === 0 || after.length === 0) return;
    for (const match of matchBranches(before.filter(isFree), after.filter(isFree))) {
      this.add(match);
    }
    for (const match of movedMatches(before)) match.moved = true;
  }

  /** Matches what went from one article, or provision beneath it, to another. */
  private matchElsewhere(): void {
    const before = this.before.all.filter(isFree);
    const after = this.after.all.filter(isFree);
    if (before.length === 0 || after.length === 0) return;
    for (const kind of ["article", "paragraph", "item", "subitem"] as const) {
      const free = (branch: Branch) => branch.node.kind === kind && branch.isFree;
      for (const match of matchBranches(before.filter(free), after.filter(free))) {
        // Across articles only words prove that a provision is the same one.
        if (match.confidence < 0.6 || match.before.own.length < 12) continue;
        this.add(match);
        match.moved = true;
      }
      this.matchChildren();
    }
  }

  private matchChildren(): void {
    for (const branch of this.before.all) {
      const { match } = branch;
      if (!match || match.childrenMatched || isDivision(branch.node)) continue;
      match.childrenMatched = true;
      const [olds, news] = [branch.children, match.after.children];
      if (olds.length === 0 || news.length === 0) continue;
      if (match.isSame && olds.every(isFree) && news.every(isFree)) {
        // What says the same has the same parts.
        for (const [index, child] of olds.entries()) {
          const same = news[index];
          if (same) this.add(new Match(child, same, match.confidence, true));
        }
      } else this.matchUnlikeChildren(match);
    }
  }

  private matchUnlikeChildren({ before, after, confidence }: Match): void {
    const olds = before.children.filter(isFree);
    const news = after.children.filter(isFree);
    const [old, other] = [olds[0], news[0]];
    const sole = before.children.length === 1 && after.children.length === 1;
    if (before.wholeId === after.wholeId && olds.length === news.length) {
      olds.forEach((child, index) => {
        const same = news[index];
        if (same) this.add(new Match(child, same, confidence));
      });
    } else if (sole && old && other) this.add(new Match(old, other, confidence));
    else this.matchLevel(before.children, after.children);
  }
}

function isFree(branch: Branch): boolean {
  return branch.isFree;
}

/** What stands at the top and is no article or chapter: 題名, 目次, 前文, 附則, 別表. */
function isPlain(branch: Branch): boolean {
  return !isDivision(branch.node) && branch.node.kind !== "article";
}

/** Not one of a 附則. */
function isMainArticle(branch: Branch): boolean {
  if (branch.node.kind !== "article") return false;
  let top = branch;
  while (top.parent) top = top.parent;
  return top.node.kind !== "supplementary";
}
