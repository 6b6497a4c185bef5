import { numbered } from "./labels.ts";
import type { PointerStep } from "./pointers.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionNode } from "./provisions.ts";

/** Goes from a provision to what one step of a reference (「前条」, 「第2項」, 「各号」) leads to. */
export class PointerSteps {
  constructor(private readonly index: ProvisionIndex) {}

  /**
   * The provisions that a step leads to, or why it leads nowhere.
   *
   * @param at where the step before it led, or what the first one is counted from
   * @param from the provision in which the reference stands
   */
  follow(
    step: PointerStep,
    at: ProvisionNode | undefined,
    first: boolean,
    from: ProvisionNode | undefined,
  ): ProvisionNode[] | string {
    const { relation, level, num } = step;
    if (level === "division") return this.divisionStep(step, from);
    if (relation === "same") {
      return at
        ? [at]
        : `「同${step.unit}」の前に、${step.unit}が出てきません。番号を書いてください。`;
    }
    const missing = `「${words(step)}」に当たる規定がありません。番号を確かめてください。`;
    if (relation === "this") return at ? [at] : missing;
    if (relation === "number") return this.numberStep(step, at, first) ?? missing;
    if (relation === "each") {
      const parent = level === "item" && at ? this.paragraphOf(at) : at;
      const all = parent ? this.index.childrenOf(parent.path, level) : [];
      if (all.length > 0) return all;
      if (at?.kind === level) return [at];
      return level === "item" ? `「${words(step)}」がありますが、号がありません。` : missing;
    }
    if (!at) return missing;
    const siblings = this.index.siblingsOf(at);
    const own = this.index.positionOf(at);
    const start =
      relation === "previous"
        ? own - 1
        : relation === "next"
          ? own + 1
          : relation === "previous-n"
            ? own - Number(num)
            : 0;
    const to = relation === "next" ? own + 2 : own;
    const found = start < 0 ? [] : siblings.slice(start, to);
    if (found.length > 0) return found;
    const side = relation === "next" ? "あと" : "前";
    return `「${words(step)}」がありますが、${at.fullLabel}の${side}に${step.unit}が足りません。`;
  }

  private divisionStep(
    step: PointerStep,
    from: ProvisionNode | undefined,
  ): ProvisionNode[] | string {
    const kind =
      ({ 編: "part", 章: "chapter", 節: "section", 款: "subsection" } as const)[step.unit] ??
      "chapter";
    const own = from && this.index.enclosing(from, kind);
    const missing = `「${words(step)}」がありません。番号を確かめてください。`;
    if (step.relation === "number") {
      const found = this.index.division(step.unit, step.num);
      return found ? [found] : missing;
    }
    if (!own) return missing;
    const siblings = this.index.siblingsOf(own);
    const offset = step.relation === "previous" ? -1 : step.relation === "next" ? 1 : 0;
    const found = siblings[siblings.indexOf(own) + offset];
    return found ? [found] : missing;
  }

  private numberStep(
    step: PointerStep,
    at: ProvisionNode | undefined,
    first: boolean,
  ): ProvisionNode[] | undefined {
    const { level, num } = step;
    if (level === "article") {
      const scope = first && at?.kind === "supplementary" ? `${at.path}/` : "";
      const article = this.index.article(scope, num);
      return article && [article];
    }
    if (!at) return undefined;
    const parent = level === "item" ? this.paragraphOf(at) : at;
    const path = parent && `${parent.path}/${level === "item" ? "i" : "p"}${num}`;
    const found = path === undefined ? undefined : this.index.get(path);
    return found && [found];
  }

  /** A 号 is counted in a 項; an article means its first one. */
  private paragraphOf(node: ProvisionNode): ProvisionNode | undefined {
    if (node.kind !== "article") return node;
    return this.index.childrenOf(node.path, "paragraph")[0];
  }
}

function words(step: PointerStep): string {
  const { relation, unit, num } = step;
  switch (relation) {
    case "number":
      return `第${numbered(num, unit)}`;
    case "previous":
      return `前${unit}`;
    case "next":
      return `次${unit}`;
    case "same":
      return `同${unit}`;
    case "this":
      return `この${unit}`;
    case "previous-n":
      return `前${num}${unit}`;
    case "previous-all":
      return `前各${unit}`;
    case "each":
      return `各${unit}`;
  }
}
