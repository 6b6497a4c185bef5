import { foldGlyphs } from "./glyphs.ts";
import { compareNums } from "./numerals.ts";
import { provisionsOf } from "./provision-list.ts";
import type { ProvisionNode } from "./provisions.ts";
import type { Ordinance } from "./structure.ts";

/** The provisions of one version, to be looked up by what references say. */
export class ProvisionIndex {
  readonly nodes: readonly ProvisionNode[];
  private readonly byPath: ReadonlyMap<string, ProvisionNode>;
  private readonly children = new Map<string, ProvisionNode[]>();
  private readonly articles = new Map<string, ProvisionNode[]>();

  constructor(ordinance: Ordinance) {
    this.nodes = provisionsOf(ordinance);
    this.byPath = new Map(this.nodes.map((node) => [node.path, node]));
    for (const node of this.nodes) {
      if (node.parentPath !== undefined) {
        const list = this.children.get(node.parentPath);
        if (list) list.push(node);
        else this.children.set(node.parentPath, [node]);
      }
      if (node.kind !== "article") continue;
      const scope = scopeOf(node.path);
      const list = this.articles.get(scope);
      if (list) list.push(node);
      else this.articles.set(scope, [node]);
    }
  }

  get(path: string): ProvisionNode | undefined {
    return this.byPath.get(path);
  }

  private readonly byKind = new Map<string, ProvisionNode[]>();

  childrenOf(path: string, kind: ProvisionNode["kind"]): ProvisionNode[] {
    const key = `${path} ${kind}`;
    let found = this.byKind.get(key);
    if (!found) {
      found = (this.children.get(path) ?? []).filter((node) => node.kind === kind);
      this.byKind.set(key, found);
    }
    return found;
  }

  private readonly positions = new Map<readonly ProvisionNode[], Map<ProvisionNode, number>>();

  /** The position of a provision among its siblings. */
  positionOf(node: ProvisionNode): number {
    const siblings = this.siblingsOf(node);
    let positions = this.positions.get(siblings);
    if (!positions) {
      positions = new Map(siblings.map((each, index) => [each, index]));
      this.positions.set(siblings, positions);
    }
    return positions.get(node) ?? -1;
  }

  /** The siblings of a provision, itself included, in reading order; articles across chapters. */
  siblingsOf(node: ProvisionNode): readonly ProvisionNode[] {
    if (node.kind === "article") return this.articles.get(scopeOf(node.path)) ?? [];
    if (node.parentPath === undefined) return this.tops(node.kind);
    return this.childrenOf(node.parentPath, node.kind);
  }

  private tops(kind: ProvisionNode["kind"]): readonly ProvisionNode[] {
    let found = this.byKind.get(kind);
    if (!found) {
      found = this.nodes.filter((node) => node.kind === kind);
      this.byKind.set(kind, found);
    }
    return found;
  }

  /** The nearest provision of a kind that `node` stands in, itself included. */
  enclosing(node: ProvisionNode, kind: ProvisionNode["kind"]): ProvisionNode | undefined {
    let at: ProvisionNode | undefined = node;
    while (at && at.kind !== kind)
      at = at.parentPath === undefined ? undefined : this.get(at.parentPath);
    return at;
  }

  /** An article by number; one within a block (「第7条及び第8条　削除」) gives the block. */
  article(scope: string, num: string): ProvisionNode | undefined {
    const exact = this.byPath.get(`${scope}art-${num}`);
    if (exact) return exact;
    return this.blocksOf(scope).find(({ path }) => {
      const [from, to] = path.slice(scope.length + 4).split("to");
      return from && to && compareNums(from, num) <= 0 && compareNums(num, to) <= 0;
    });
  }

  private readonly blocks = new Map<string, ProvisionNode[]>();

  /** Articles that stand for several numbers (「第7条及び第8条　削除」). */
  private blocksOf(scope: string): ProvisionNode[] {
    let found = this.blocks.get(scope);
    if (!found) {
      found = (this.articles.get(scope) ?? []).filter(({ path }) => path.includes("to"));
      this.blocks.set(scope, found);
    }
    return found;
  }

  /** The 細分 of a 号 by its sign, whatever its glyphs. */
  subitem(parent: ProvisionNode, sign: string): ProvisionNode | undefined {
    const wanted = foldGlyphs(sign);
    return this.childrenOf(parent.path, "subitem").find((n) => foldGlyphs(n.numeral) === wanted);
  }

  division(unit: string, num: string): ProvisionNode | undefined {
    const kind = ({ 編: "part", 章: "chapter", 節: "section", 款: "subsection" } as const)[unit];
    return this.nodes.find((n) => n.kind === kind && n.path.endsWith(`-${num}`));
  }
}

/** "" in the main provision, "suppl-2/" in a 附則. */
export function scopeOf(path: string): string {
  return path.startsWith("suppl-") ? path.slice(0, path.indexOf("/") + 1) || `${path}/` : "";
}
