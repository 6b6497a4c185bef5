import type { ProvisionNode } from "./provisions.ts";

/** A provision without what follows from its place. */
export type ProvisionDraft = Omit<ProvisionNode, "path" | "anchor" | "depth" | "parentPath">;

/** What the paths of other provisions begin with. */
export type PathBase = Pick<ProvisionNode, "path" | "anchor">;

/** Collects provisions in reading order and names each by its path. */
export class ProvisionCollector {
  readonly nodes: ProvisionNode[] = [];

  /**
   * @param base what the path goes on from; absent at the top
   * @param step how the path goes on: 「p2」
   * @param times how often the same step was taken from there before
   */
  add(
    base: PathBase | undefined,
    step: string,
    times: number,
    parent: ProvisionNode | undefined,
    draft: ProvisionDraft,
  ): ProvisionNode {
    const path = times === 0 ? step : `${step}~${times + 1}`;
    const anchor = times === 0 ? step : `${step}-again${times + 1}`;
    // Every node has the same fields in the same order, which makes reading them quick.
    const node: ProvisionNode = {
      path: base ? `${base.path}/${path}` : path,
      parentPath: parent?.path,
      kind: draft.kind,
      depth: parent ? parent.depth + 1 : 0,
      label: draft.label,
      fullLabel: draft.fullLabel,
      numeral: draft.numeral,
      caption: draft.caption,
      captionShared: draft.captionShared,
      text: draft.text,
      columns: draft.columns,
      anchor: base ? `${base.anchor}-${anchor}` : anchor,
      line: draft.line,
    };
    this.nodes.push(node);
    return node;
  }
}

/**
 * Counts how often a number was given before among provisions that are named by their number.
 * Numbers that run 1, 2, 3, as nearly all do, are told without being kept.
 */
export class NumberCount {
  private running = 0;
  private seen: Map<string, number> | undefined;

  timesBefore(num: string): number {
    if (!this.seen) {
      if (num === String(this.running + 1)) {
        this.running += 1;
        return 0;
      }
      this.seen = new Map();
      for (let each = 1; each <= this.running; each += 1) this.seen.set(String(each), 1);
    }
    const times = this.seen.get(num) ?? 0;
    this.seen.set(num, times + 1);
    return times;
  }
}
