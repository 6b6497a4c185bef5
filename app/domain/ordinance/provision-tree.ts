import { comparable } from "./glyphs.ts";
import type { Match } from "./match.ts";
import type { PairBranch } from "./pair-tree.ts";
import { provisionsOf } from "./provision-list.ts";
import { ProvisionWords } from "./provision-words.ts";
import { isDivision, type ProvisionNode } from "./provisions.ts";
import { type Shingles, shinglesOf } from "./similarity.ts";
import type { Ordinance } from "./structure.ts";

/** Shared by all provisions that nothing stands beneath, most of them. */
const noBranches: readonly Branch[] = [];

/** A provision among the others of its version, with what two versions are matched by. */
export class Branch {
  /** To be added to by `addChild` only. */
  children: readonly Branch[] = noBranches;
  /** What it is in the other version, once that is found. */
  match: Match | undefined = undefined;
  /** What is said of it in the end. */
  pair: PairBranch | undefined = undefined;
  /** Whether a person said what became of it. */
  decided = false;
  private ownChildren: Branch[] | undefined = undefined;
  private wholeIds = -1;
  private looseIds = -1;
  private shingleSet: Shingles | undefined = undefined;
  private captionWords: string | undefined = undefined;

  constructor(
    readonly node: ProvisionNode,
    readonly parent: Branch | undefined,
    /** Position in reading order. */
    readonly order: number,
    readonly isOld: boolean,
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
    if (this.children.length === 0 || isDivision(this.node)) return this.own;
    const children = this.children.map((child) => signs.parts[rankOf(child)] + child.whole);
    return this.own + signs.open + children.join("") + signs.close;
  }

  /** Equal for provisions of the same words and structure, in either version. */
  get wholeId(): number {
    if (this.wholeIds < 0) {
      if (this.isAlone) this.wholeIds = 2 * this.ownId;
      else {
        const parts = [this.ownId];
        for (const child of this.children) parts.push(rankOf(child), child.wholeId);
        this.wholeIds = 2 * this.words.listIdOf(parts) + 1;
      }
    }
    return this.wholeIds;
  }

  /** As `wholeId`, but equal also for provisions that differ in numbers only. */
  get looseId(): number {
    if (this.looseIds < 0) {
      const own = this.words.looseIdOf(this.ownId);
      if (this.isAlone) this.looseIds = 2 * own;
      else {
        const parts = [own];
        for (const child of this.children) parts.push(rankOf(child), child.looseId);
        this.looseIds = 2 * this.words.listIdOf(parts) + 1;
      }
    }
    return this.looseIds;
  }

  /** Whether nothing beneath it counts as part of it. */
  private get isAlone(): boolean {
    return this.children.length === 0 || isDivision(this.node);
  }

  /** What it is in the other version. */
  get partner(): Branch | undefined {
    const { match } = this;
    return match && (this.isOld ? match.after : match.before);
  }

  /** Neither found again nor decided on. */
  get isFree(): boolean {
    return this.match === undefined && !this.decided;
  }

  addChild(child: Branch): void {
    if (this.ownChildren) this.ownChildren.push(child);
    else this.children = this.ownChildren = [child];
  }

  shingles(): Shingles {
    this.shingleSet ??= shinglesOf(this.whole);
    return this.shingleSet;
  }
}

/** A version as a tree: all provisions in reading order, and those at the top. */
export interface ProvisionTree {
  all: Branch[];
  top: Branch[];
}

/** Builds the trees of two versions, to be matched with each other once. */
export function treesOf(before: Ordinance, after: Ordinance): [ProvisionTree, ProvisionTree] {
  const words = new ProvisionWords();
  return [treeOf(before, words, true), treeOf(after, words, false)];
}

function treeOf(ordinance: Ordinance, words: ProvisionWords, isOld: boolean): ProvisionTree {
  const all: Branch[] = [];
  const top: Branch[] = [];
  /** The last provision of each depth, which the next deeper one stands in. */
  const open: Branch[] = [];
  for (const node of provisionsOf(ordinance)) {
    const parent = node.depth === 0 ? undefined : open[node.depth - 1];
    const caption = ownCaption(node);
    const id = words.idOf(caption === "" ? node.text : caption + signs.text + node.text);
    const branch = new Branch(node, parent, all.length, isOld, words, id);
    all.push(branch);
    open[node.depth] = branch;
    if (parent) parent.addChild(branch);
    else top.push(branch);
  }
  return { all, top };
}

function ownCaption(node: ProvisionNode): string {
  return node.captionShared ? "" : (node.caption ?? "");
}

/** Signs that keep apart what stands in and beneath a provision; `shinglesOf` passes them over. */
const signs = {
  open: "\ue000",
  close: "\ue001",
  parts: ["\ue002", "\ue003", "\ue004"],
  text: "\ue005",
};

/** 号 and rows are no other part, whatever they say. */
function rankOf({ node: { kind } }: Branch): number {
  return kind === "item" ? 0 : kind === "row" ? 1 : 2;
}
