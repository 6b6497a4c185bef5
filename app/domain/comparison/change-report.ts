import {
  type AlignedPair,
  type Alignment,
  type Ordinance,
  type ProvisionNode,
  provisionsOf,
} from "../ordinance/index.ts";

/** What became of the articles of a version in the next one, group by group. */
export interface ChangeReport {
  /** How many articles each version has, those of 附則 included. */
  articles: { before: number; after: number };
  groups: ChangeGroup[];
  /** Names of what changed beside the articles: 「目次」「前文」「附則」「別表第1」. */
  others: string[];
}

/** Articles with one fate: 「追加」「2条」, each by its name. */
export interface ChangeGroup {
  name: string;
  count: number;
  entries: ChangeEntry[];
}

/** 「第11条→第12条（相談及び支援）」; `path` is that of the article it names, new version first. */
export interface ChangeEntry {
  words: string;
  path: string;
}

type Group = { name: string; takes: (pair: AlignedPair) => boolean };

const groups: Group[] = [
  { name: "追加", takes: ({ status }) => status === "added" },
  { name: "削る", takes: ({ status }) => status === "removed" },
  { name: "文言の変更", takes: ({ status }) => status === "reworded" },
  { name: "移動", takes: ({ status }) => status === "moved" },
  { name: "移動と文言の変更", takes: ({ status }) => status === "moved-and-reworded" },
  { name: "分割", takes: ({ status }) => status === "split" },
  { name: "統合", takes: ({ status }) => status === "merged" },
  { name: "番号だけの変更", takes: (pair) => pair.status === "kept" && pair.renumbered },
  { name: "変更なし", takes: (pair) => pair.status === "kept" && !pair.renumbered },
];

/** Says of every article what became of it; every article stands in one group. */
export function changeReport(
  before: Ordinance,
  after: Ordinance,
  { pairs }: Alignment,
): ChangeReport {
  const olds = new Map(provisionsOf(before).map((node) => [node.path, node]));
  const news = new Map(provisionsOf(after).map((node) => [node.path, node]));
  const articles = pairs.filter(({ kind }) => kind === "article");
  const nodesOf = (pair: AlignedPair) => ({
    old: pair.before === undefined ? undefined : olds.get(pair.before),
    now: pair.after === undefined ? undefined : news.get(pair.after),
  });
  return {
    articles: { before: articlesIn(olds), after: articlesIn(news) },
    groups: groups.flatMap(({ name, takes }) => {
      const entries = articles.filter(takes).flatMap((pair) => {
        const { old, now } = nodesOf(pair);
        return entryOf(pair, old, now);
      });
      return entries.length === 0 ? [] : [{ name, count: entries.length, entries }];
    }),
    others: pairs
      .filter(({ kind, status }) => status !== "kept" && wholes.has(kind))
      .flatMap((pair) => {
        const { old, now } = nodesOf(pair);
        const label = (now ?? old)?.label;
        return label === undefined ? [] : [label + (otherWords[pair.status] ?? "")];
      }),
  };
}

const wholes = new Set(["title", "toc", "preamble", "supplementary", "table", "style"]);
const otherWords: Partial<Record<AlignedPair["status"], string>> = {
  added: "（追加）",
  removed: "（削る）",
};

function articlesIn(nodes: ReadonlyMap<string, ProvisionNode>): number {
  return [...nodes.values()].filter(({ kind }) => kind === "article").length;
}

function entryOf(
  { status, renumbered }: AlignedPair,
  old: ProvisionNode | undefined,
  now: ProvisionNode | undefined,
): ChangeEntry[] {
  // Of what was merged or removed the old name stands; of all else the new one.
  const named = status === "removed" || status === "merged" ? old : now;
  if (!named) return [];
  const caption = named.caption ?? "";
  const own = `${named.fullLabel}${caption}`;
  const words =
    status === "merged" && now
      ? `${own}を${now.fullLabel}に`
      : status === "split" && old
        ? `${old.fullLabel}から${own}を`
        : old && now && (renumbered || status.startsWith("moved"))
          ? `${old.fullLabel}→${own}`
          : own;
  return [{ words, path: named.path }];
}
