import { type Mentioned, mention, remembered } from "./mentioned.ts";
import { PointerSteps } from "./pointer-steps.ts";
import type { Pointer, PointerStep } from "./pointers.ts";
import { type ProvisionIndex, scopeOf } from "./provision-index.ts";
import { type ProvisionNode, referringText } from "./provisions.ts";
import type { Reference } from "./reference.ts";
import type { Ordinance } from "./structure.ts";

type Resolved = Pick<Reference, "kind" | "targets" | "law" | "problem">;

/** Resolves references one after the other; what was mentioned is remembered for 同条 and 同項. */
export class PointerResolver {
  private node: ProvisionNode | undefined;
  private mentioned: Mentioned = {};
  /** What was mentioned at the end of each provision: its 号 go on from there. */
  private readonly after = new Map<string, Mentioned>();
  private readonly amending = new Map<string, string>();
  /** The 附則 that came with an amending law: its 第N条 are that law's. */
  private readonly amended = new Set<string>();

  private readonly steps: PointerSteps;

  constructor(
    ordinance: Ordinance,
    private readonly index: ProvisionIndex,
  ) {
    this.steps = new PointerSteps(index);
    ordinance.supplProvisions.forEach((suppl, at) => {
      const law = suppl.amendLawNum ?? (suppl.extract ? "抄録で省かれた部分" : undefined);
      if (law) this.amending.set(`suppl-${at + 1}/`, law);
      if (suppl.amendLawNum) this.amended.add(`suppl-${at + 1}/`);
    });
  }

  enter(node: ProvisionNode): void {
    this.node = node;
    const parent = node.parentPath;
    const inherits = node.kind === "item" || node.kind === "subitem";
    this.mentioned = inherits && parent ? { ...this.after.get(parent) } : {};
  }

  leave(node: ProvisionNode): void {
    this.after.set(node.path, this.mentioned);
  }

  /** 同法, 同令 and the like, replaced by the law named before. */
  lawNamed(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    if (/^同(?:法|令|条例|規則|法律|政令)$/.test(name)) return this.mentioned.law ?? name;
    this.mentioned.law = name;
    return name;
  }

  /** `joined` is the reference to which this one is joined by 及び and the like. */
  resolve(pointer: Pointer, joined: Reference | undefined, law: string | undefined): Resolved {
    if (law !== undefined) return this.external(pointer, law);
    if (pointer.head === "table" || pointer.head === "style") return this.resolveTable(pointer);
    const { node } = this;
    const first = pointer.steps[0];
    if (!node) throw new Error("no provision was entered");
    if (!first) return this.inSuppl(node, pointer);
    const amending = this.amending.get(scopeOf(node.path));
    const absolute = first.relation === "number" && first.level === "article" && !pointer.head;
    if (amending && absolute && this.amended.has(scopeOf(node.path)))
      return this.external(pointer, amending);
    const base = this.baseOf(first, joined, node, pointer);
    if (typeof base === "string") return this.external(pointer, base);
    const resolved = this.walk(pointer, base);
    return resolved.kind === "unresolved" ? this.elsewhere(node, resolved) : resolved;
  }

  /** What an 附則 of another law, or one shown in part (抄), does not hold; what a table cell counts. */
  private elsewhere(node: ProvisionNode, resolved: Resolved): Resolved {
    const inTable = node.kind === "row" || this.index.enclosing(node, "table") !== undefined;
    // The bracket behind the name of a 別表 counts in the main provision.
    if (inTable && node.kind !== "table") return { kind: "internal", targets: [node.path] };
    const amending = this.amending.get(scopeOf(node.path));
    return amending ? { kind: "external", targets: [], law: amending } : resolved;
  }

  /**
   * The 細分 of a sign that stands alone: beside `near` if that is a 細分, else the nearest one that
   * the current provision stands in or beside.
   */
  signed(sign: string, near: string | undefined): string | undefined {
    const beside = near === undefined ? undefined : this.index.get(near);
    if (beside?.kind === "subitem") {
      const parent = this.index.get(beside.parentPath ?? "");
      return parent && this.index.subitem(parent, sign)?.path;
    }
    let at = this.node;
    while (at && (at.kind === "item" || at.kind === "subitem")) {
      const found = this.index.subitem(at, sign);
      if (found) return found.path;
      at = this.index.get(at.parentPath ?? "");
    }
    return undefined;
  }

  /** All siblings from one path to another, in order; empty if they are no siblings in order. */
  between(from: string | undefined, to: string | undefined): string[] {
    const [first, last] = [from, to].map((path) =>
      path === undefined ? undefined : this.index.get(path),
    );
    if (!first || !last || first.kind !== last.kind) return [];
    if (first.kind === "row") return [first.path];
    const siblings = this.index.siblingsOf(first);
    if (!siblings.includes(last)) return [];
    const [start, end] = [this.index.positionOf(first), this.index.positionOf(last)];
    return start < 0 || end <= start ? [] : siblings.slice(start, end + 1).map((node) => node.path);
  }

  private external(pointer: Pointer, law: string): Resolved {
    for (const { level } of pointer.steps) {
      if (level === "division") continue;
      this.mentioned[level] = law;
    }
    if (pointer.head === "table") {
      this.mentioned.table = law;
      this.mentioned.paragraph = law;
    }
    return { kind: "external", targets: [], law };
  }

  private resolveTable(pointer: Pointer): Resolved {
    if (pointer.tableRelation === "same") {
      const { table } = this.mentioned;
      if (typeof table === "string") return { kind: "external", targets: [], law: table };
      if (table) return { kind: "internal", targets: [table.path] };
      return unresolved("「同表」の前に、別表が出てきません。別表の番号を書いてください。");
    }
    const kind = pointer.head === "style" ? "style" : "table";
    if (pointer.tableRelation === "this") {
      const own = this.node && this.index.enclosing(this.node, "table");
      return own
        ? { kind: "internal", targets: [own.path] }
        : unresolved("「この表」は表の中でだけ使えます。");
    }
    const path = `${kind}-${pointer.tableNum || (kind === "table" ? "0" : "1")}`;
    const table = this.index.get(path);
    if (kind === "table" && table) this.mentioned.table = table;
    const name = `${kind === "style" ? "様式" : "別表"}${pointer.tableNum ? `第${pointer.tableNum}` : ""}`;
    return table
      ? { kind: "internal", targets: [table.path] }
      : unresolved(`${name}がありません。番号を確かめてください。`);
  }

  private inSuppl(node: ProvisionNode, pointer: Pointer): Resolved {
    const suppl = this.index.enclosing(node, "supplementary") ?? this.index.get("suppl-1");
    return suppl && pointer.head === "suppl"
      ? { kind: "internal", targets: [suppl.path] }
      : unresolved("附則がありません。");
  }

  /** The provision from which the first step is counted; a law's name for one elsewhere. */
  private baseOf(
    first: PointerStep,
    joined: Reference | undefined,
    node: ProvisionNode,
    pointer: Pointer,
  ): ProvisionNode | string | undefined {
    if (pointer.head === "suppl") {
      return this.index.enclosing(node, "supplementary") ?? this.index.get("suppl-1");
    }
    const { level, relation } = first;
    if (level === "division" || (relation === "number" && level === "article")) return undefined;
    if (relation === "same") return this.sameOf(level);
    if (relation === "number" && joined) {
      const before =
        joined.targets[0] === undefined ? undefined : this.index.get(joined.targets[0]);
      if (before?.kind === level) return this.index.get(before.parentPath ?? "");
      // 「第1項第2号又は第4項」: the 項 belongs to the article of what stands before it.
      const lower = level === "paragraph" ? ["item", "subitem"] : ["subitem"];
      if (before && lower.includes(before.kind)) {
        return level === "paragraph"
          ? this.containerOf(before)
          : this.index.enclosing(before, "paragraph");
      }
      // 「第4項（第4号を除く。）」: what is in the bracket belongs to what stands before it.
      if (before && referringText(node).charAt(pointer.start - 1) === "（") {
        const upper = level === "item" ? ["article", "paragraph"] : ["article"];
        if (upper.includes(before.kind)) return before;
      }
    }
    if (relation === "each" && level === "item" && !this.hasItems(node)) {
      const { item, paragraph } = this.mentioned;
      if (item !== undefined && typeof item !== "string") return item;
      if (paragraph !== undefined && typeof paragraph !== "string") return paragraph;
    }
    if (level === "article") return this.index.enclosing(node, "article");
    if (level === "paragraph") {
      if (relation === "number" || relation === "each") return this.containerOf(node);
      return this.index.enclosing(node, "paragraph");
    }
    if (relation === "number" || relation === "each")
      return this.index.enclosing(node, "paragraph");
    return this.index.enclosing(node, "item");
  }

  /** The article, or the 附則, whose paragraphs are counted where `node` stands. */
  private containerOf(node: ProvisionNode): ProvisionNode | undefined {
    return this.index.enclosing(node, "article") ?? this.index.enclosing(node, "supplementary");
  }

  private hasItems(node: ProvisionNode): boolean {
    const paragraph = this.index.enclosing(node, "paragraph");
    return paragraph !== undefined && this.index.childrenOf(paragraph.path, "item").length > 0;
  }

  private sameOf(level: PointerStep["level"]): ProvisionNode | string | undefined {
    return level === "division" ? undefined : this.mentioned[level];
  }

  private walk(pointer: Pointer, base: ProvisionNode | undefined): Resolved {
    let targets: ProvisionNode[] = [];
    let at = base;
    for (const [position, step] of pointer.steps.entries()) {
      const found = this.steps.follow(step, at, position === 0, this.node);
      if (typeof found === "string") return unresolved(found);
      targets = found;
      at = found[0];
      if (at && step.level !== "division" && remembered.includes(step.relation))
        this.mentioned = mention(this.mentioned, at, step.level, this.index);
    }
    for (const sign of pointer.subitems) {
      const subitem = at && this.index.subitem(at, sign);
      if (!subitem) return unresolved(`${at?.fullLabel ?? ""}に細分「${sign}」はありません。`);
      at = subitem;
      targets = [subitem];
    }
    return { kind: "internal", targets: targets.map((node) => node.path) };
  }
}

function unresolved(problem: string): Resolved {
  return { kind: "unresolved", targets: [], problem };
}
