import { Match } from "./match.ts";
import type { Branch } from "./provision-tree.ts";
import type { ProvisionKind } from "./provisions.ts";
import { dice, overlap, ShingleIndex } from "./similarity.ts";

interface Candidate {
  before: Branch;
  after: Branch;
  score: number;
}

/**
 * Matches the provisions of one level: equal words first, then the most similar ones, then those
 * that are alone between matched neighbours. Every provision is matched at most once.
 */
export function matchBranches(before: readonly Branch[], after: readonly Branch[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  const matches = matchEqual(before, after);
  if (matches.length === before.length || matches.length === after.length) return matches;
  for (const match of matchRenumbered(...unmatched(before, after, matches))) matches.push(match);
  const [restBefore, restAfter] = unmatched(before, after, matches);
  if (restBefore.length > 0 && restAfter.length > 0) {
    for (const match of matchSimilar(restBefore, restAfter)) matches.push(match);
    for (const match of matchByPlace(before, after, matches)) matches.push(match);
  }
  return matches;
}

/** The provisions of both sides that no match holds. */
function unmatched(
  before: readonly Branch[],
  after: readonly Branch[],
  matches: readonly Match[],
): [Branch[], Branch[]] {
  if (matches.length === 0) return [[...before], [...after]];
  const taken = new Set<Branch>();
  for (const match of matches) taken.add(match.before).add(match.after);
  return [before.filter((b) => !taken.has(b)), after.filter((a) => !taken.has(a))];
}

function matchEqual(before: readonly Branch[], after: readonly Branch[]): Match[] {
  const matches: Match[] = [];
  for (const { olds, news } of grouped(before, after, wholeIdOf)) {
    if (olds.length === 1 && news.length === 1 && olds[0] && news[0]) {
      matches.push(new Match(olds[0], news[0], 1, true));
    } else if (olds.length > 0 && news.length > 0) {
      for (const match of matchRepeated(olds, news)) matches.push(match);
    }
  }
  return matches;
}

/** Provisions that differ in numbers only, as after renumbering, and that nothing else is like. */
function matchRenumbered(before: readonly Branch[], after: readonly Branch[]): Match[] {
  if (before.length === 0 || after.length === 0) return [];
  const matches: Match[] = [];
  for (const { olds, news } of grouped(before, after, looseIdOf)) {
    const [old, other] = [olds[0], news[0]];
    const alone = olds.length === 1 && news.length === 1;
    if (alone && old && other) matches.push(new Match(old, other, 0.97));
  }
  return matches;
}

function wholeIdOf(branch: Branch): number {
  return branch.wholeId;
}

function looseIdOf(branch: Branch): number {
  return branch.looseId;
}

interface Group {
  olds: Branch[];
  news: Branch[];
}

/** The provisions of both sides that are of one kind and have the same number. */
function grouped(
  before: readonly Branch[],
  after: readonly Branch[],
  idOf: (branch: Branch) => number,
): Iterable<Group> {
  const groups = new Map<number, Group>();
  for (const branch of before) {
    const key = idOf(branch) * kinds + ranks[branch.node.kind];
    const group = groups.get(key);
    if (group) group.olds.push(branch);
    else groups.set(key, { olds: [branch], news: [] });
  }
  for (const branch of after) {
    groups.get(idOf(branch) * kinds + ranks[branch.node.kind])?.news.push(branch);
  }
  return groups.values();
}

const kinds = 32;
const ranks: Record<ProvisionKind, number> = {
  title: 0,
  enactStatement: 1,
  toc: 2,
  preamble: 3,
  part: 4,
  chapter: 5,
  section: 6,
  subsection: 7,
  division: 8,
  article: 9,
  paragraph: 10,
  item: 11,
  subitem: 12,
  supplementary: 13,
  table: 14,
  row: 15,
  note: 16,
  style: 17,
};

/** Provisions of equal words that occur several times (「削除」): equal numbers first, then in order. */
function matchRepeated(olds: readonly Branch[], news: readonly Branch[]): Match[] {
  const confidence = olds.length === news.length ? 0.95 : 0.7;
  const byLabel = new Map(news.map((branch) => [branch.node.fullLabel, branch]));
  const matches: Match[] = [];
  for (const old of olds) {
    const same = byLabel.get(old.node.fullLabel);
    if (!same) continue;
    byLabel.delete(old.node.fullLabel);
    matches.push(new Match(old, same, confidence, true));
  }
  const [restOld, restNew] = unmatched(olds, news, matches);
  restOld.forEach((old, index) => {
    const other = restNew[index];
    if (other) matches.push(new Match(old, other, confidence, true));
  });
  return matches;
}

function matchSimilar(before: readonly Branch[], after: readonly Branch[]): Match[] {
  const index = new ShingleIndex(before.map((branch) => branch.shingles()));
  const candidates: Candidate[] = [];
  const byCaption = new Map<string, Branch[]>();
  for (const branch of before) {
    if (branch.caption === "") continue;
    const list = byCaption.get(branch.caption);
    if (list) list.push(branch);
    else byCaption.set(branch.caption, [branch]);
  }
  for (const branch of after) {
    const tried = new Set<Branch>();
    const consider = (other: Branch | undefined, common: number) => {
      if (!other || tried.has(other) || other.node.kind !== branch.node.kind) return;
      tried.add(other);
      const score = scoreOf(other, branch, common);
      if (score > 0) candidates.push({ before: other, after: branch, score });
    };
    for (const near of index.nearest(branch.shingles())) consider(before[near.index], near.common);
    for (const other of (byCaption.get(branch.caption) ?? []).slice(0, 4)) {
      consider(other, overlap(other.shingles(), branch.shingles()));
    }
  }
  return choose(candidates);
}

/** 0 where two provisions are too different to be proposed. */
function scoreOf(before: Branch, after: Branch, common: number): number {
  const likeness = dice(common, before.shingles(), after.shingles());
  const captioned = before.caption !== "" && after.caption !== "";
  const sameCaption = captioned && before.caption === after.caption;
  if (likeness < (sameCaption ? 0.2 : captioned ? 0.5 : 0.42)) return 0;
  const nearby = before.node.label === after.node.label ? 0.02 : 0;
  return (sameCaption ? 0.3 + 0.7 * likeness : likeness) + nearby;
}

/** Takes the best candidates first; a near rival makes the match less certain. */
function choose(candidates: Candidate[]): Match[] {
  candidates.sort((a, b) => b.score - a.score || a.after.order - b.after.order);
  const best = new Map<Branch, number[]>();
  for (const { before, after, score } of candidates) {
    for (const branch of [before, after]) {
      const scores = best.get(branch);
      if (scores) scores.push(score);
      else best.set(branch, [score]);
    }
  }
  const taken = new Set<Branch>();
  const matches: Match[] = [];
  for (const { before, after, score } of candidates) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    const rival = Math.max(...[before, after].map((b) => rivalOf(best.get(b) ?? [], score)));
    matches.push(new Match(before, after, confidenceOf(score, score - rival)));
  }
  return matches;
}

function rivalOf(scores: readonly number[], own: number): number {
  const first = scores[0] ?? 0;
  return first > own ? first : (scores[1] ?? 0);
}

function confidenceOf(score: number, margin: number): number {
  const likely = Math.min(1, score);
  if (likely >= 0.75 && margin >= 0.15) return round(0.9 + 0.09 * likely);
  return round(Math.min(0.89, likely * (0.75 + Math.max(0, margin))));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Provisions that are alone between neighbours already matched, and not wholly unlike. */
function matchByPlace(
  before: readonly Branch[],
  after: readonly Branch[],
  matches: readonly Match[],
): Match[] {
  const partner = new Map<Branch, Branch>();
  for (const match of matches) partner.set(match.before, match.after);
  const taken = new Set(matches.map((match) => match.after));
  const position = new Map(after.map((branch, index) => [branch, index]));
  const found: Match[] = [];
  before.forEach((branch, index) => {
    if (partner.has(branch)) return;
    const left = before[index - 1];
    const right = before[index + 1];
    const leftAt = left ? position.get(partner.get(left) ?? left) : -1;
    const rightAt = right ? position.get(partner.get(right) ?? right) : after.length;
    if (leftAt === undefined || rightAt === undefined || rightAt - leftAt !== 2) return;
    const other = after[leftAt + 1];
    if (!other || taken.has(other) || other.node.kind !== branch.node.kind) return;
    const likeness = dice(
      overlap(branch.shingles(), other.shingles()),
      branch.shingles(),
      other.shingles(),
    );
    const needed = branch.node.kind === "article" ? 0.3 : 0.15;
    if (likeness < needed) return;
    taken.add(other);
    found.push(new Match(branch, other, 0.6));
  });
  return found;
}
