import {
  type Alignment,
  isSame,
  type Ordinance,
  type ProvisionNode,
  provisionsOf,
} from "../ordinance/index.ts";

/** What a version did to a provision that it does not leave exactly as it was. */
export type FateKind = "kept" | "reworded" | "moved" | "moved-and-reworded" | "removed";

/** In words, for lists to be confirmed. */
export const fateWords: Record<FateKind, string> = {
  kept: "内容はそのまま（番号だけが変わった）",
  reworded: "文が変わった",
  moved: "移った",
  "moved-and-reworded": "移って、文も変わった",
  removed: "なくなった",
};

/** A provision of the version before, and what became of it and of what stands in it. */
export interface Fate {
  kind: FateKind;
  /** Path and name in the version before. */
  before: { path: string; name: string };
  /** In the new version; absent when it is gone. */
  after: { path: string; name: string } | undefined;
  /** What it reads now, with everything in it; "" when it is gone. */
  text: string;
}

/**
 * What became of each provision, by its path in the version before. Those that read as before in
 * the same place under the same number are left out.
 */
export function fatesOf(
  before: Ordinance,
  after: Ordinance,
  alignment: Alignment,
): Map<string, Fate> {
  const olds = wholesOf(before);
  const news = wholesOf(after);
  const fates = new Map<string, Fate>();
  const pairs = new Map(alignment.pairs.filter(isSame).map((pair) => [pair.before, pair]));
  for (const [path, old] of olds) {
    const pair = pairs.get(path);
    const now = news.get(pair?.after ?? "");
    const place = { path, name: nameOf(old.node) };
    if (!pair || !now) {
      fates.set(path, { kind: "removed", before: place, after: undefined, text: "" });
      continue;
    }
    const isMoved = pair.status === "moved" || pair.status === "moved-and-reworded";
    const isReworded = old.text !== now.text;
    const name = nameOf(now.node);
    if (!isMoved && !isReworded && name === place.name) continue;
    const kind = isMoved
      ? isReworded
        ? "moved-and-reworded"
        : "moved"
      : isReworded
        ? "reworded"
        : "kept";
    fates.set(path, { kind, before: place, after: { path: pair.after, name }, text: now.text });
  }
  return fates;
}

/** 「第8条（賃金等の変動への対応）」 */
function nameOf({ fullLabel, kind, caption = "" }: ProvisionNode): string {
  return kind === "article" || kind === "table" ? fullLabel + caption : fullLabel;
}

/** Every provision with its whole text: captions and words of all that stands in it. */
function wholesOf(ordinance: Ordinance): Map<string, { node: ProvisionNode; text: string }> {
  const nodes = provisionsOf(ordinance);
  const own = nodes.map(({ caption = "", text }) => `${caption}${text}`);
  return new Map(
    nodes.map((node, at) => {
      let end = at + 1;
      while ((nodes[end]?.depth ?? -1) > node.depth) end += 1;
      return [node.path, { node, text: own.slice(at, end).join("\n") }];
    }),
  );
}
