import type { Alignment, AlignmentDecision, AlignmentStatus } from "./alignment.ts";
import { compareText, type TextSegment } from "./compare-text.ts";
import { cellOf, emptyCell, ownCaption, runCell, shown } from "./comparison-cells.ts";
import { type PairBranch, pairTree } from "./pair-tree.ts";
import type { ProvisionKind, ProvisionNode } from "./provisions.ts";
import { follows } from "./sibling-runs.ts";
import type { Ordinance } from "./structure.ts";

export interface ComparisonSettings {
  /** What stands over the columns: 「たたき台」 and 「第1次案」. */
  labels: { before: string; after: string };
  /** Unchanged provisions: 「（略）」 in runs (default), articles left out, or in full. */
  unchanged?: "collapse" | "omit" | "full";
  decisions?: readonly AlignmentDecision[];
  /** An alignment of the same two versions, where there is one already. */
  alignment?: Alignment;
}

/** A 新旧対照表. Which side is left is the page's business. */
export interface ComparisonTable {
  labels: { before: string; after: string };
  rows: ComparisonRow[];
}

export interface ComparisonRow {
  status: AlignmentStatus;
  kind: ProvisionKind;
  /** Path (new version, else old) of the article, 附則 or 別表 that the row belongs to. */
  group: string;
  /** 0 for articles, chapters, 附則 and their first paragraphs; 1 for 項 and rows, 2 for 号, … */
  depth: number;
  before: ComparisonCell;
  after: ComparisonCell;
  /** For "split" and "merged": the label of the provision it was parted from or taken into. */
  other?: string;
}

export interface ComparisonCell {
  /** Absent where the provision does not stand in this version. */
  path?: string;
  /** As written: 「第5条」「2」「(1)」; a run: 「2～4」. */
  label: string;
  /** Whether the label is to be underlined. */
  labelChanged: boolean;
  caption?: TextSegment[];
  /** Own text; all but "same" is to be underlined. */
  segments: TextSegment[];
  note?: "（新設）" | "（削る）" | "（略）";
}

/**
 * The rows of a 新旧対照表 by the usual conventions: whole words underlined
 * on both sides, 「（新設）」 and 「（削る）」 opposite what is new or gone, 「（略）」 for what is
 * unchanged, runs of it collapsed (「2～4　（略）」), changed numbers underlined on both sides.
 */
export function comparisonTable(
  before: Ordinance,
  after: Ordinance,
  settings: ComparisonSettings,
): ComparisonTable {
  const table = new TableWriter(settings.unchanged ?? "collapse");
  table.addSiblings(pairTree(before, after, settings), "", 0);
  return { labels: settings.labels, rows: table.rows };
}

class TableWriter {
  readonly rows: ComparisonRow[] = [];

  constructor(private readonly unchanged: "collapse" | "omit" | "full") {}

  /** @param within what they stand in; wholly new or gone, it says so once for all of them */
  addSiblings(
    siblings: readonly PairBranch[],
    group: string,
    depth: number,
    within?: PairBranch,
  ): void {
    for (let at = 0; at < siblings.length; at += 1) {
      const branch = siblings[at];
      if (!branch || this.isOmitted(branch)) continue;
      const run = this.runFrom(siblings, at);
      if (run.length > 0) {
        this.addRun(run, group, depth);
        at += run.length - 1;
      } else this.addBranch(branch, group, depth, within);
    }
  }

  /** An unchanged 附則 goes with all it holds; within what changed the rest stays as 「（略）」. */
  private isOmitted({ pair }: PairBranch): boolean {
    const unchanged = pair.status === "kept" && !pair.renumbered;
    return this.unchanged === "omit" && pair.kind === "supplementary" && unchanged;
  }

  /** The unchanged siblings from `start` on that go into one row. */
  private runFrom(siblings: readonly PairBranch[], start: number): PairBranch[] {
    const run: PairBranch[] = [];
    for (let at = start; at < siblings.length; at += 1) {
      const branch = siblings[at];
      if (!branch) break;
      const first = run[0] ?? branch;
      if (!this.isCollapsible(branch) || branch.pair.kind !== first.pair.kind) break;
      if (branch.pair.renumbered !== first.pair.renumbered) break;
      if (branch.pair.status === "moved" && run.length > 0) break;
      if (run.length > 0 && !follows(run.at(-1), branch)) break;
      run.push(branch);
    }
    return run;
  }

  private isCollapsible({ pair, before, after }: PairBranch): boolean {
    if (this.unchanged === "full" || !before || !after || isHeading(pair.kind)) return false;
    return pair.status === "kept" || pair.status === "moved";
  }

  private addRun(run: readonly PairBranch[], group: string, depth: number): void {
    const first = run[0];
    const last = run.at(-1);
    if (!first?.before || !first.after || !last?.before || !last.after) return;
    const { pair } = first;
    if (pair.kind === "title") return;
    const changed = pair.renumbered || pair.status === "moved";
    if (this.unchanged === "omit" && !changed && group === "") return;
    this.rows.push({
      status: pair.status,
      kind: pair.kind,
      group: group || first.after.path,
      depth,
      before: runCell(first.before, last.before, run.length, changed),
      after: runCell(first.after, last.after, run.length, changed),
    });
  }

  private addBranch(
    branch: PairBranch,
    group: string,
    depth: number,
    within: PairBranch | undefined,
  ): void {
    const { kind } = branch.pair;
    const own = branch.after ?? branch.before;
    if (!own) return;
    const inner = group || (isHeading(kind) && kind !== "supplementary" ? "" : own.path);
    const [first, ...rest] = branch.children;
    if (kind === "article" && first && isFirstParagraph(first, branch)) {
      this.addRow(branch, first, inner, depth, within);
      if (this.unchanged === "full" || first.pair.status !== "kept") {
        this.addSiblings(first.children, inner, depth + 2, branch);
      }
      this.addSiblings(rest, inner, depth + 1, branch);
      return;
    }
    this.addRow(branch, branch, inner, depth, within);
    const deeper = isHeading(kind) ? depth : depth + 1;
    this.addSiblings(branch.children, inner, deeper, isHeading(kind) ? undefined : branch);
  }

  /** One row: number and caption of `head`, text of `body`. */
  private addRow(
    head: PairBranch,
    body: PairBranch,
    group: string,
    depth: number,
    within: PairBranch | undefined,
  ): void {
    const segments = compareText(body.before?.text ?? "", body.after?.text ?? "");
    const caption = compareText(ownCaption(head.before), ownCaption(head.after));
    const same = head.before !== undefined && head.after !== undefined;
    const changed =
      !same ||
      head.pair.renumbered ||
      head.pair.status === "moved" ||
      head.pair.status === "moved-and-reworded";
    const untouched = same && segments.every((segment) => segment.kind === "same");
    const omitted =
      this.unchanged !== "full" && untouched && segments.length > 0 && !isHeading(head.pair.kind);
    const text = omitted ? undefined : segments;
    this.rows.push({
      status: head.pair.status,
      kind: head.pair.kind,
      group: group || (head.after ?? head.before)?.path || "",
      depth,
      before: head.before
        ? cellOf(head.before, changed, shown(caption, "inserted"), text && shown(text, "inserted"))
        : emptyCell("（新設）", within !== undefined && !within.before),
      after: head.after
        ? cellOf(head.after, changed, shown(caption, "deleted"), text && shown(text, "deleted"))
        : emptyCell("（削る）", within !== undefined && !within.after),
      ...(head.other ? { other: head.other.fullLabel } : {}),
    });
  }
}

function isHeading(kind: ProvisionKind): boolean {
  return ["part", "chapter", "section", "subsection", "division", "supplementary"].includes(kind);
}

/** Whether `child` is the first 項 of the article on each side where the article stands. */
function isFirstParagraph(child: PairBranch, article: PairBranch): boolean {
  const first = (node: ProvisionNode | undefined, parent: ProvisionNode | undefined) =>
    node === undefined
      ? parent === undefined
      : node.kind === "paragraph" && node.numeral === "" && node.parentPath === parent?.path;
  return first(child.before, article.before) && first(child.after, article.after);
}
