import {
  type InlineComparison,
  type InlineProvision,
  type Ordinance,
  provisionsOf,
  type TextSegment,
} from "../ordinance/index.ts";
import type { ArticleChanges, ChangeStatus, GoneArticle } from "./document.ts";
import type { HangingOn } from "./parts.ts";
import type { IdentityOf } from "./text-blocks.ts";

const wholes = new Set<InlineProvision["kind"]>([
  "preamble",
  "article",
  "supplementary",
  "table",
  "style",
]);

/**
 * What the comparison of two versions says of each article (and 前文, 附則, 別表) of the later one,
 * and which articles of the earlier one are gone. `identityOf` knows the later version's paths.
 */
export function articleChangesOf(
  comparison: InlineComparison,
  before: Ordinance,
  identityOf: IdentityOf,
): { changes: HangingOn<ArticleChanges>[]; removedArticles: GoneArticle[] } {
  const labels = new Map(provisionsOf(before).map(({ path, fullLabel }) => [path, fullLabel]));
  const changes: HangingOn<ArticleChanges>[] = [];
  const removedArticles: GoneArticle[] = [];
  for (const [whole, ...within] of groupsOf(comparison.provisions)) {
    if (whole === undefined) continue;
    const previousLabel =
      whole.before === undefined ? whole.other : (labels.get(whole.before) ?? whole.other);
    if (whole.after === undefined) {
      if (whole.kind === "article") removedArticles.push(removedOf(whole, within, previousLabel));
      continue;
    }
    const provisionId = identityOf(whole.after);
    if (provisionId === undefined) continue;
    const status = statusOf(whole, within);
    changes.push({
      provisionId,
      status,
      ...(previousLabel === undefined ? {} : { previousLabel }),
      segments: status === "kept" || status === "moved" ? [] : segmentsOf(whole, within),
    });
  }
  return { changes, removedArticles };
}

/** Each whole with what stands beneath it, up to the next whole. */
function groupsOf(provisions: readonly InlineProvision[]): InlineProvision[][] {
  const groups: InlineProvision[][] = [];
  const open: InlineProvision[][] = [];
  for (const provision of provisions) {
    while ((open.at(-1)?.[0]?.depth ?? -1) >= provision.depth) open.pop();
    if (wholes.has(provision.kind)) {
      const group = [provision];
      groups.push(group);
      open.push(group);
    } else {
      open.at(-1)?.push(provision);
    }
  }
  return groups;
}

/** An article's wording has changed when its caption or anything beneath it has. */
function statusOf(whole: InlineProvision, within: readonly InlineProvision[]): ChangeStatus {
  const reworded =
    within.some(({ status }) => status !== "kept") ||
    [...whole.caption, ...whole.segments].some(({ kind }) => kind !== "same");
  switch (whole.status) {
    case "kept":
      return reworded ? "reworded" : "kept";
    case "moved":
      return reworded ? "moved-and-reworded" : "moved";
    case "removed":
      throw new Error("a removed article has no place in the later version");
    default:
      return whole.status;
  }
}

function segmentsOf(whole: InlineProvision, within: readonly InlineProvision[]): TextSegment[] {
  const lines = linesOf(whole, within).filter((line) => line.length > 0);
  return lines.flatMap((line, index) => (index === 0 ? line : [breakBefore(line), ...line]));
}

/** One line for each provision; a first 項 stands on the line of its article. */
function linesOf(whole: InlineProvision, within: readonly InlineProvision[]): TextSegment[][] {
  const [first, ...rest] = within;
  // 「（第6条関係）」 follows the title of a 別表; the caption of a 条 stands above it.
  if (whole.kind === "table" || whole.kind === "style") {
    return [[...whole.label, ...whole.caption], whole.segments, ...within.map(lineOf)];
  }
  const opening = lineOf(whole);
  if (first === undefined) return [opening];
  const opens = whole.kind === "article" && first.kind === "paragraph" && first.label.length === 0;
  const head = opens ? [[...opening, ...first.segments]] : [opening, lineOf(first)];
  return [...head, ...rest.map(lineOf)];
}

function lineOf({ kind, caption, label, segments }: InlineProvision): TextSegment[] {
  if (kind === "row") {
    return segments.map((cell) => ({ ...cell, text: cell.text.replaceAll("\t", "｜") }));
  }
  const heading = caption.length === 0 ? [] : [...caption, breakBefore(caption)];
  return [...heading, ...label, ...space(label), ...segments];
}

/** The gap after a label, and the break before a line, are as new or as gone as what they part. */
function space(label: readonly TextSegment[]): TextSegment[] {
  return label.length === 0 ? [] : [{ kind: kindOf(label), text: "　" }];
}

function breakBefore(line: readonly TextSegment[]): TextSegment {
  return { kind: kindOf(line), text: "\n" };
}

function kindOf(line: readonly TextSegment[]): TextSegment["kind"] {
  const [first] = line;
  return first !== undefined && line.every(({ kind }) => kind === first.kind) ? first.kind : "same";
}

function removedOf(
  whole: InlineProvision,
  within: readonly InlineProvision[],
  label = "",
): GoneArticle {
  const text = linesOf({ ...whole, caption: [] }, within).map((line) =>
    line
      .filter(({ kind }) => kind !== "inserted")
      .map(({ text }) => text)
      .join(""),
  );
  return {
    previousLabel: label,
    caption: whole.caption
      .map(({ text }) => text)
      .join("")
      .replace(/^[（(]|[）)]$/g, ""),
    text: text.join("\n"),
    ...(whole.status === "merged" && whole.other !== undefined ? { mergedInto: whole.other } : {}),
  };
}
