import { alignVersions } from "./align.ts";
import type { Alignment, AlignmentDecision, AlignmentStatus } from "./alignment.ts";
import { type AlignmentSummary, summarize } from "./alignment-summary.ts";
import { compareText, type TextSegment } from "./compare-text.ts";
import { type PairBranch, pairTree } from "./pair-tree.ts";
import type { ProvisionKind, ProvisionNode } from "./provisions.ts";
import type { Ordinance } from "./structure.ts";

/** One provision in a text that shows both versions. */
export interface InlineProvision {
  status: AlignmentStatus;
  kind: ProvisionKind;
  depth: number;
  before?: string;
  after?: string;
  /** The number as written; deleted and inserted where it changed. */
  label: TextSegment[];
  caption: TextSegment[];
  segments: TextSegment[];
  /** Where it stood or what it was parted from, for what moved, was split or merged: 「第11条」. */
  other?: string;
}

export interface InlineComparison {
  provisions: InlineProvision[];
  summary: AlignmentSummary;
}

/** Two versions as one text with insertions and deletions, provision by provision. */
export function inlineComparison(
  before: Ordinance,
  after: Ordinance,
  settings: { decisions?: readonly AlignmentDecision[]; alignment?: Alignment } = {},
): InlineComparison {
  const alignment = settings.alignment ?? alignVersions(before, after, settings.decisions);
  const provisions: InlineProvision[] = [];
  const add = (branches: readonly PairBranch[], depth: number) => {
    for (const branch of branches) {
      provisions.push(inline(branch, depth));
      add(branch.children, depth + 1);
    }
  };
  add(pairTree(before, after, { alignment }), 0);
  return { provisions, summary: summarize(alignment) };
}

function inline({ pair, before, after, other }: PairBranch, depth: number): InlineProvision {
  const caption = (node: ProvisionNode | undefined) =>
    node?.captionShared ? "" : (node?.caption ?? "");
  const moved = pair.status === "moved" || pair.status === "moved-and-reworded";
  const from = moved ? before : other;
  return {
    status: pair.status,
    kind: pair.kind,
    depth,
    ...(before ? { before: before.path } : {}),
    ...(after ? { after: after.path } : {}),
    label: wholly(before?.numeral ?? "", after?.numeral ?? ""),
    caption: compareText(caption(before), caption(after)),
    segments: compareText(before?.text ?? "", after?.text ?? ""),
    ...(from ? { other: from.fullLabel } : {}),
  };
}

/** A number is replaced whole, never digit by digit. */
function wholly(before: string, after: string): TextSegment[] {
  const same = compareText(before, after);
  if (same.length < 2) return same;
  return [
    { kind: "deleted", text: before },
    { kind: "inserted", text: after },
  ];
}
