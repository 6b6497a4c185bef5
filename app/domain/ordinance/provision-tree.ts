import { comparable } from "./glyphs.ts";
import { ProvisionWords } from "./provision-words.ts";
import { type ProvisionNode, provisionsOf } from "./provisions.ts";
import { type Shingles, shinglesOf } from "./similarity.ts";
import type { Ordinance } from "./structure.ts";

/** A provision among the others of its version, with what two versions are matched by. */
export class Branch {
  readonly children: Branch[] = [];
  /** Equal for provisions of the same words and structure, in either version. */
  wholeId = 0;
  private looseIds: number | undefined;
  private shingleSet: Shingles | undefined;
  private captionWords: string | undefined;

  constructor(
    readonly node: ProvisionNode,
    readonly parent: Branch | undefined,
    /** Position in reading order. */
    readonly order: number,
    private readonly words: ProvisionWords,
    private readonly ownId: number,
  ) {}

  /** Caption without brackets, glyphs folded; "" where there is none. */
  get caption(): string {
    this.captionWords ??= this.node.captionShared ? "" : comparable(this.node.caption ?? "");
    return this.captionWords;
  }

  /** Caption and own text, glyphs folded, without numbers of its own. */
  get own(): string {
    const words = this.words.wordsOf(this.ownId);
    return ownCaption(this.node) === "" ? signs.text + words : words;
  }

  /** `own` and everything beneath. */
  get whole(): string {
    // Articles are matched by themselves, so a chapter is its heading alone.
    if (this.children.length === 0 || isDivision(this)) return this.own;
    const children = this.children.map((child) => signOf(child) + child.whole);
    return this.own + signs.open + children.join("") + signs.close;
  }

  /** As `wholeId`, but equal also for provisions that differ in numbers only. */
  get looseId(): number {
    if (this.looseIds === undefined) {
      const own = this.words.looseIdOf(this.ownId);
      this.looseIds = this.idOf(`~${own}`, (child) => child.looseId);
    }
    return this.looseIds;
  }

  shingles(): Shingles {
    this.shingleSet ??= shinglesOf(this.whole);
    return this.shingleSet;
  }

  /** To be called once the children have theirs. */
  close(): void {
    this.wholeId = this.idOf(String(this.ownId), (child) => child.wholeId);
  }

  private idOf(own: string, childId: (child: Branch) => number): number {
    let parts = own;
    if (!isDivision(this)) {
      for (const child of this.children) parts += signOf(child) + childId(child);
    }
    return this.words.wholeIdOf(parts);
  }
}

/** A version as a tree: all provisions in reading order, and those at the top. */
export interface ProvisionTree {
  all: Branch[];
  top: Branch[];
  byPath: Map<string, Branch>;
}

/** Builds the trees of two versions, to be matched with each other. */
export function treesOf(before: Ordinance, after: Ordinance): [ProvisionTree, ProvisionTree] {
  const words = new ProvisionWords();
  return [treeOf(before, words), treeOf(after, words)];
}

function treeOf(ordinance: Ordinance, words: ProvisionWords): ProvisionTree {
  const byPath = new Map<string, Branch>();
  const all: Branch[] = [];
  const top: Branch[] = [];
  for (const node of provisionsOf(ordinance)) {
    const parent = node.parentPath === undefined ? undefined : byPath.get(node.parentPath);
    const caption = ownCaption(node);
    const id = words.idOf(caption === "" ? node.text : caption + signs.text + node.text);
    const branch = new Branch(node, parent, all.length, words, id);
    all.push(branch);
    byPath.set(node.path, branch);
    if (parent) parent.children.push(branch);
    else top.push(branch);
  }
  for (let at = all.length - 1; at >= 0; at -= 1) all[at]?.close();
  return { all, top, byPath };
}

function ownCaption(node: ProvisionNode): string {
  return node.captionShared ? "" : (node.caption ?? "");
}

/** Signs that keep apart what stands in and beneath a provision; `shinglesOf` passes them over. */
const signs = {
  open: "\ue000",
  close: "\ue001",
  item: "\ue002",
  row: "\ue003",
  other: "\ue004",
  text: "\ue005",
};

function signOf({ node: { kind } }: Branch): string {
  return kind === "item" || kind === "row" ? signs[kind] : signs.other;
}

/** Whether a provision is a 編, 章, 節, 款 or 目. */
export function isDivision(branch: Branch): boolean {
  switch (branch.node.kind) {
    case "part":
    case "chapter":
    case "section":
    case "subsection":
    case "division":
      return true;
    default:
      return false;
  }
}
