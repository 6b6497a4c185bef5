import { readFileSync } from "node:fs";
import {
  alignVersions,
  comparisonTable,
  parseOrdinance,
  resolveReferences,
} from "#app/domain/ordinance/index.ts";
import { sharedRevisions } from "#tests/support/shared-laws.ts";
import { atMost, forComparison, print } from "./figure.ts";
import {
  type Changes,
  type ComparingPeer,
  lawtextPeer,
  matchPatchPeer,
  wordDiffPeer,
} from "./ordinance-peers.ts";
import { type KnownVersions, largeVersions, withArticle } from "./ordinance-texts.ts";
import { verticalText } from "./vertical-text.ts";

const topic = "ordinance";
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const none = { text: "= 0", holds: (ratio: number) => ratio === 0 };

/** How long, in ms, short jobs take their turns at least, so that all of them run compiled. */
const warm = 2500;
/** How long, in ms, a turn lasts at least: a short job is run again, as a server would. */
const turn = 5;

/**
 * Least time in ms of each job; the jobs take turns, `times` each at least, so that a busy machine
 * harms all alike.
 */
function least(jobs: readonly (() => unknown)[], times: number): number[] {
  const best = jobs.map(() => Number.POSITIVE_INFINITY);
  const end = performance.now() + warm;
  for (let round = 0; round < times || performance.now() < end; round += 1) {
    for (const [index, job] of jobs.entries()) {
      const begin = performance.now();
      for (let start = begin; start - begin < turn; start = performance.now()) {
        job();
        best[index] = Math.min(best[index] ?? 0, performance.now() - start);
      }
    }
  }
  return best;
}

const read = (text: string) => parseOrdinance(text).ordinance;

function compareVersions(text: KnownVersions): () => unknown {
  const [before, after] = [read(text.before), read(text.after)];
  return () => {
    return comparisonTable(before, after, { labels: { before: "旧", after: "新" } });
  };
}

/** Articles of equal words that we call changed, added or not the same one. */
function ourFalseChanges({ before, after, unchanged }: KnownVersions): number {
  const { pairs } = alignVersions(read(before), read(after));
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  return unchanged.filter((known) => {
    const pair = byAfter.get(`art-${known.after.num}`);
    const same = pair?.status === "kept" || pair?.status === "moved";
    return !same || pair.before !== `art-${known.before.num}`;
  }).length;
}

/** Articles of equal words in which a peer shows a change, be it of their number only. */
function falseChanges(changes: Changes, { unchanged }: KnownVersions): number {
  return unchanged.filter(({ after }) =>
    changes.some(({ start, end }) =>
      start === end
        ? after.start < start && start < after.end
        : start < after.end && after.start < end,
    ),
  ).length;
}

function benchParse(name: string, text: string, times: number): void {
  const lawtext = lawtextPeer();
  const [ours = 0, peer = 0] = least([() => read(text), () => lawtext.parse(text)], times);
  const found = lawtext.articlesIn(lawtext.parse(text));
  print(topic, `${name}: parse, against Lawtext (reads ${found} 条)`, "ms", ours, peer, atMost(1));
}

function benchCompare(
  name: string,
  versions: KnownVersions,
  peers: readonly ComparingPeer[],
  times: number,
): void {
  const answers: unknown[] = [];
  const theirs = peers.map((peer, index) => () => {
    answers[index] = peer.compare(versions.before, versions.after);
  });
  const [ours = 0, ...others] = least([compareVersions(versions), ...theirs], times);
  const fastest = Math.min(...others);
  const changes = peers.map((peer, index) => peer.changesOf(answers[index]));
  for (const [index, peer] of peers.entries()) {
    const time = others[index] ?? 0;
    const aim = time === fastest ? atMost(1) : forComparison;
    const end = changes[index] ? "" : " (which gave up)";
    print(topic, `${name}: align and compare, against ${peer.name}${end}`, "ms", ours, time, aim);
  }
  const own = ourFalseChanges(versions);
  for (const [index, peer] of peers.entries()) {
    const shown = changes[index];
    const figure = `${name}: unchanged 条 of ${versions.unchanged.length} shown as changed, against ${peer.name}`;
    if (shown) print(topic, figure, "条", own, falseChanges(shown, versions), none);
  }
}

/** The ordinance engine beside peers on the same texts, and its growth with their length. */
export async function benchOrdinance(): Promise<void> {
  const peers = [wordDiffPeer(20_000), matchPatchPeer()];
  const sample = withArticle(readFileSync("content/ordinance/v1.txt", "utf8"));
  const largest = sharedRevisions().sort((a, b) => b.text.length - a.text.length)[0];
  const cases = [
    { name: "25 articles", versions: sample, times: rounds * 3 },
    ...(largest
      ? [{ name: "largest shared revision", versions: withArticle(largest.text), times: rounds }]
      : []),
  ];
  for (const { name, versions, times } of cases) {
    benchParse(name, verticalText(versions.after), times);
    benchCompare(name, versions, peers, times);
    const ordinance = read(versions.after);
    const [refs = 0, parse = 0] = least(
      [() => resolveReferences(ordinance), () => read(versions.after)],
      times,
    );
    print(topic, `${name}: references, against our own parse`, "ms", refs, parse, forComparison);
  }
  const [half, whole] = [largeVersions(1000), largeVersions(2000)];
  benchParse("2,000 articles", verticalText(whole.after), 2);
  benchCompare("2,000 articles", whole, [wordDiffPeer(20_000)], 1);
  benchCompare("2,000 articles", whole, [matchPatchPeer()], 5);
  benchGrowth(half, whole);
}

/** What twice the articles cost. */
function benchGrowth(half: KnownVersions, whole: KnownVersions): void {
  const [small, large] = [read(half.after), read(whole.after)];
  const works: [string, () => unknown, () => unknown][] = [
    ["parse", () => read(whole.after), () => read(half.after)],
    ["align and compare", compareVersions(whole), compareVersions(half)],
    ["references", () => resolveReferences(large), () => resolveReferences(small)],
  ];
  for (const [work, double, single] of works) {
    const [twice = 0, once = 0] = least([double, single], rounds);
    const figure = `2,000 articles: ${work}, against the same with 1,000`;
    print(topic, figure, "ms", twice, once, atMost(2.3));
  }
}
