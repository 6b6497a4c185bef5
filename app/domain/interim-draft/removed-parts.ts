import type { Ordinance } from "../ordinance/index.ts";
import { articleBlocks } from "./article-blocks.ts";
import { articlePartsOf } from "./article-parts.ts";
import type { GoneArticle } from "./document.ts";
import type { ArticlePart, RemovedPart } from "./parts.ts";
import type { TextBlock } from "./text-block.ts";
import { type IdentityOf, textBlocksOf } from "./text-blocks.ts";

/** A published version before the draft's own. */
export interface EarlierVersion {
  label: string;
  ordinance: Ordinance;
  identityOf: IdentityOf;
}

/** A provision that something hangs on, by what it was called where it was hung. */
export interface HangingPlace {
  provisionId: string;
  place: string;
  versionLabel: string;
}

/**
 * Where the provisions stand that the text no longer has. A 項 or 号 that is gone comes to stand
 * in its article, under the name it last had; an article that is gone gets a part of its own, as it
 * last read. `earlier` are the versions before, newest first; `gone` is what their comparison with
 * the first of them says. A `hanging` provision that none of them had (a version that only members
 * saw) gets a part without text.
 */
export function removedPartsOf(
  current: readonly ArticlePart[],
  earlier: readonly EarlierVersion[],
  gone: readonly GoneArticle[],
  hanging: readonly HangingPlace[],
): { articles: ArticlePart[]; removed: RemovedPart[] } {
  const articles = current.map((part) => ({ ...part, within: [...part.within] }));
  const removed: RemovedPart[] = [];
  const known = new Set(
    articles.flatMap((part) => [part.provisionId, ...part.within.map((one) => one.provisionId)]),
  );
  earlier.forEach(({ label: versionLabel, ordinance, identityOf }, age) => {
    const blocks = textBlocksOf(ordinance, identityOf);
    for (const part of articlePartsOf(ordinance, identityOf)) {
      const standing = [...articles, ...removed].find(
        ({ provisionId }) => provisionId === part.provisionId,
      );
      const within = part.within
        .filter(({ provisionId }) => !known.has(provisionId))
        .map(({ provisionId, label }) => ({ provisionId, label: `${versionLabel}の${label}` }));
      for (const { provisionId } of within) known.add(provisionId);
      if (standing !== undefined) {
        standing.within.push(...within);
        continue;
      }
      known.add(part.provisionId);
      const told = age === 0 ? gone.find((one) => one.previousLabel === part.label) : undefined;
      removed.push({
        provisionId: part.provisionId,
        versionLabel,
        previousLabel: part.label,
        caption: part.caption,
        text: articleBlocks(blocks, part.anchor).map(lineOf).join("\n"),
        ...(told?.mergedInto === undefined ? {} : { mergedInto: told.mergedInto }),
        always: age === 0 && part.always,
        within,
      });
    }
  });
  for (const { provisionId, place, versionLabel } of hanging) {
    if (known.has(provisionId)) continue;
    known.add(provisionId);
    const nowhere = { caption: "", text: "", always: false, within: [] };
    removed.push({ provisionId, versionLabel, previousLabel: place, ...nowhere });
  }
  return { articles, removed };
}

function lineOf(block: TextBlock): string {
  switch (block.kind) {
    case "provision":
      return block.label === "" ? block.text : `${block.label}　${block.text}`;
    case "table":
      return block.rows.map((row) => row.join("｜")).join("\n");
    case "toc":
      return block.entries.map(({ text }) => text).join("\n");
    case "appendix":
      return block.text + (block.relatedTo ?? "");
    default:
      return block.text;
  }
}
