import type { Branch } from "./provision-tree.ts";

/** Two provisions taken for the same one, and how sure that is (0..1). */
export class Match {
  /** Whether it changed its place among the others, or its article. */
  moved = false;
  /** Whether what stands beneath the two was matched already. */
  childrenMatched = false;
  private same: boolean | undefined;

  constructor(
    readonly before: Branch,
    readonly after: Branch,
    readonly confidence: number,
    /** True where it is known that both say the same. */
    same?: true,
  ) {
    this.same = same;
  }

  /** Whether both say the same, with all that stands beneath. */
  get isSame(): boolean {
    this.same ??= this.before.wholeId === this.after.wholeId;
    return this.same;
  }
}
