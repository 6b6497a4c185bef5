import type { TextSegment } from "./compare-text.ts";
import type { ComparisonCell } from "./comparison-table.ts";
import type { ProvisionNode } from "./provisions.ts";

/** A cell for provisions that did not change, from one to another. */
export function runCell(
  from: ProvisionNode,
  to: ProvisionNode,
  length: number,
  labelChanged: boolean,
): ComparisonCell {
  const cell: ComparisonCell = {
    path: from.path,
    label: runLabel(from, to, length),
    labelChanged,
    segments: [],
    note: "（略）",
  };
  if (length === 1 && from.caption !== undefined && !from.captionShared) {
    cell.caption = [{ kind: "same", text: from.caption }];
  }
  return cell;
}

/**
 * The cell of one provision.
 *
 * @param segments absent where the text did not change and is left out
 */
export function cellOf(
  node: ProvisionNode,
  labelChanged: boolean,
  caption: TextSegment[],
  segments: TextSegment[] | undefined,
): ComparisonCell {
  const label = labelOf(node);
  const cell: ComparisonCell = {
    path: node.path,
    label,
    labelChanged: labelChanged && label !== "",
    segments: segments ?? [],
  };
  if (ownCaption(node) !== "") cell.caption = caption;
  if (!segments) cell.note = "（略）";
  return cell;
}

/**
 * The cell opposite what is new or gone.
 *
 * @param isSaid whether what the provision stands in says already that all of it is new or gone
 */
export function emptyCell(note: "（新設）" | "（削る）", isSaid: boolean): ComparisonCell {
  const empty: ComparisonCell = { label: "", labelChanged: false, segments: [] };
  return isSaid ? empty : { ...empty, note };
}

/** The segments of one side of a comparison. */
export function shown(segments: readonly TextSegment[], drop: TextSegment["kind"]): TextSegment[] {
  return segments.filter(({ kind }) => kind !== drop);
}

/** The caption written on the provision itself; "" where there is none. */
export function ownCaption(node: ProvisionNode | undefined): string {
  return node?.captionShared ? "" : (node?.caption ?? "");
}

function labelOf(node: ProvisionNode): string {
  return node.numeral !== "" ||
    node.kind === "paragraph" ||
    node.kind === "row" ||
    node.kind === "note"
    ? node.numeral
    : node.label;
}

function runLabel(from: ProvisionNode, to: ProvisionNode, length: number): string {
  if (length === 1 || labelOf(from) === "") return labelOf(from);
  return `${labelOf(from)}${length === 2 ? "・" : "～"}${labelOf(to)}`;
}
